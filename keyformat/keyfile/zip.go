package keyfile

import "io"

// A ZIP file has a directory at its end. It is read here and not by
// archive/zip, since that keeps all names of a directory before anybody can
// count them, and brings the package os into the program for the browser.
// Names and numbers are those of PKWARE's APPNOTE.TXT, 4.3.

// A member is a file in an archive.
type member struct {
	name             string
	packed, unpacked uint64
	header           uint64 // where its local header begins
	method           uint16
	encrypted        bool
}

const (
	methodStored   = 0
	methodDeflated = 8

	signLocal     = 0x04034b50
	signEntry     = 0x02014b50
	signEnd       = 0x06054b50
	sign64Locator = 0x07064b50
	sign64End     = 0x06064b50

	lenLocal     = 30
	lenEntry     = 46
	lenEnd       = 22
	len64Locator = 20
	len64End     = 56

	maxComment = 1<<16 - 1
	maxName    = 1 << 10 // of a member; longer ones are cut
)

// list reads the directory into a.members. On an error they are those that
// could be read.
func (a *archive) list() error {
	start, count, ok := a.directory()
	if !ok {
		return a.walk()
	}
	r := &window{r: a.r, at: start, size: a.size}
	for i := range count {
		if i == MaxNames {
			return errNames
		}
		b := r.next(lenEntry)
		if b == nil || le32(b) != signEntry {
			if len(a.members) == 0 {
				return a.walk()
			}
			return ErrBroken
		}
		m := member{
			method: le16(b[10:]), encrypted: le16(b[8:])&1 != 0,
			packed: uint64(le32(b[20:])), unpacked: uint64(le32(b[24:])), header: uint64(le32(b[42:])),
		}
		name, more, comment := int(le16(b[28:])), int(le16(b[30:])), int(le16(b[32:]))
		b = r.next(name)
		if b == nil {
			return ErrBroken
		}
		m.name = string(b[:min(name, maxName)])
		if b = r.next(more); b == nil {
			return ErrBroken
		}
		m.large(b)
		if r.next(comment) == nil {
			return ErrBroken
		}
		a.members = append(a.members, m)
	}
	return nil
}

// large takes sizes above 4 GB from the extra field, where they stand in the
// order of those that are missing in the entry.
func (m *member) large(extra []byte) {
	const id, missing = 1, 0xFFFFFFFF
	for len(extra) >= 4 {
		size := int(le16(extra[2:]))
		field := extra[4:min(4+size, len(extra))]
		if le16(extra) == id {
			for _, v := range []*uint64{&m.unpacked, &m.packed, &m.header} {
				if *v == missing && len(field) >= 8 {
					*v, field = le64(field), field[8:]
				}
			}
		}
		extra = extra[min(4+size, len(extra)):]
	}
}

// directory finds where the directory begins and how many entries it says to
// have.
func (a *archive) directory() (start int64, count uint64, ok bool) {
	tail := make([]byte, min(a.size, lenEnd+maxComment))
	n, err := a.r.ReadAt(tail, a.size-int64(len(tail)))
	if err != nil && err != io.EOF {
		return 0, 0, false
	}
	tail = tail[:n]
	for i := len(tail) - lenEnd; i >= 0; i-- {
		if le32(tail[i:]) != signEnd {
			continue
		}
		end := tail[i:]
		count = uint64(le16(end[10:]))
		start = int64(le32(end[16:]))
		if at := i - len64Locator; at >= 0 && le32(tail[at:]) == sign64Locator {
			if s, c, ok := a.directory64(int64(le64(tail[at+8:]))); ok {
				start, count = s, c
			}
		}
		return start, count, start >= 0 && start < a.size
	}
	return 0, 0, false
}

func (a *archive) directory64(at int64) (start int64, count uint64, ok bool) {
	var b [len64End]byte
	if at < 0 || at > a.size-len64End {
		return 0, 0, false
	}
	if _, err := a.r.ReadAt(b[:], at); err != nil && err != io.EOF || le32(b[:]) != sign64End {
		return 0, 0, false
	}
	return int64(le64(b[48:])), le64(b[32:]), true
}

// walk reads the headers before the members one after the other, for an
// archive whose end is missing.
func (a *archive) walk() error {
	for at := int64(0); at < a.size; {
		var b [lenLocal]byte
		if _, err := a.r.ReadAt(b[:], at); err != nil || le32(b[:]) != signLocal {
			break
		}
		m := member{
			method: le16(b[8:]), encrypted: le16(b[6:])&1 != 0, header: uint64(at),
			packed: uint64(le32(b[18:])), unpacked: uint64(le32(b[22:])),
		}
		name := make([]byte, le16(b[26:]))
		if _, err := a.r.ReadAt(name, at+lenLocal); err != nil && err != io.EOF {
			break
		}
		m.name = string(name[:min(len(name), maxName)])
		content := at + lenLocal + int64(len(name)) + int64(le16(b[28:]))
		if le16(b[6:])&8 != 0 && m.packed == 0 {
			// Its size stands after it; how long it is its packing tells.
			m.packed = uint64(a.size - content)
			a.members = append(a.members, m)
			break
		}
		a.members = append(a.members, m)
		if len(a.members) == MaxNames {
			return errNames
		}
		at = content + int64(m.packed)
	}
	return ErrBroken
}

// contentOf returns where the bytes of a member begin.
func (a *archive) contentOf(m *member) (int64, error) {
	var b [lenLocal]byte
	if m.header > uint64(a.size) {
		return 0, ErrBroken
	}
	if _, err := a.r.ReadAt(b[:], int64(m.header)); err != nil || le32(b[:]) != signLocal {
		return 0, ErrBroken
	}
	return int64(m.header) + lenLocal + int64(le16(b[26:])) + int64(le16(b[28:])), nil
}

// A window reads a file in order, some bytes at a time.
type window struct {
	r        io.ReaderAt
	at, size int64
	held     []byte
	buf      [64 << 10]byte
}

// next returns the next n bytes, or nil where the file ends before. They are
// valid until the next call; n is 65,535 at most.
func (w *window) next(n int) []byte {
	if len(w.held) < n {
		kept := copy(w.buf[:], w.held)
		more, _ := w.r.ReadAt(w.buf[kept:min(int64(len(w.buf)), int64(kept)+max(0, w.size-w.at))], w.at)
		w.at += int64(more)
		w.held = w.buf[:kept+more]
		if len(w.held) < n {
			return nil
		}
	}
	b := w.held[:n:n]
	w.held = w.held[n:]
	return b
}

func le16(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 }
func le32(b []byte) uint32 { return uint32(le16(b)) | uint32(le16(b[2:]))<<16 }
func le64(b []byte) uint64 { return uint64(le32(b)) | uint64(le32(b[4:]))<<32 }
