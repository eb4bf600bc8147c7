package keyfile

import "fortyeight/keyformat"

// chains is a hash table of the indexes of records. Keys and GUIDs are random,
// so a few of their own bits are the hash, and adding one costs two stores: an
// export of 100,000 rows is searchable as soon as it is read.
type chains struct {
	heads []int32 // by hash: the record added last, plus 1
	next  []int32 // by record: the one added before it, or -1
}

func (c *chains) first(hash uint32) int32 {
	if len(c.heads) == 0 {
		return -1
	}
	return c.heads[hash&uint32(len(c.heads)-1)] - 1
}

// add adds record i, the next one, and makes room; hashOf gives the hash of a
// record up to i, or false for one that is in no chain.
func (c *chains) add(i int, hashOf func(i int) (uint32, bool)) {
	c.next = append(c.next, -1)
	from := i
	if i >= len(c.heads) {
		c.heads = make([]int32, max(64, 2*len(c.heads)))
		from = 0
	}
	for ; from <= i; from++ {
		if hash, ok := hashOf(from); ok {
			c.insert(from, hash)
		}
	}
}

func (c *chains) insert(i int, hash uint32) {
	head := &c.heads[hash&uint32(len(c.heads)-1)]
	c.next[i] = *head - 1
	*head = int32(i) + 1
}

func hashKey(k keyformat.Key) uint32 {
	b := k.Bytes()
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// hashID is made of the first 8 digits, which every ID has.
func hashID(id keyformat.ID) uint32 {
	b := id.Bytes()
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}
