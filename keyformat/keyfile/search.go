package keyfile

import "strings"

// A search is what was looked for last: whoever types on looks only among what
// fitted before.
type search struct {
	query   string
	version int // of the Set
	records int // of the index
	fits    []int32
}

// Search returns the records of the index, newest first, of which the device,
// the volume, the date, a file or the Key ID has every word of query in it, in
// either case; of a Key ID that is its beginning. A query without words gives
// none. The result is valid until the next call. It may be called while Update
// rests, for the records that the index has by then.
func (x *Index) Search(s *Scanner, query string) []int32 {
	query = strings.ToValidUTF8(query, "\uFFFD") // half a letter is not the beginning of a word with the whole one
	words := wordsOf(query, len(s.Set.texts))
	if len(words) == 0 {
		return nil
	}
	var among []int32
	if x.last.query != "" && x.last.version == s.Set.version && x.last.records == len(x.entries) && strings.HasPrefix(query, x.last.query) {
		among = x.last.fits
	}
	fits := x.newest(&s.Set, words, among)
	x.last = search{query, s.Set.version, len(x.entries), fits}
	return fits
}

// newest returns the records that fit, of those among, or of all. It looks at
// them as they lie in memory and puts them in order afterwards: one look after
// another in the order of their dates would take five times as long.
func (x *Index) newest(s *Set, words []word, among []int32) []int32 {
	fit := make([]bool, len(x.entries))
	for _, i := range among {
		fit[i] = true
	}
	count := 0
	for i := range x.entries {
		fit[i] = (among == nil || fit[i]) && x.fit(s, i, words)
		if fit[i] {
			count++
		}
	}
	fits := make([]int32, 0, count)
	for _, i := range x.order {
		if fit[i] {
			fits = append(fits, i)
		}
	}
	for i := len(x.order); i < len(fit); i++ { // in the middle of an update
		if fit[i] {
			fits = append(fits, int32(i))
		}
	}
	return fits
}

// fit reports whether record i has all words.
func (x *Index) fit(s *Set, i int, words []word) bool {
	e := &x.entries[i]
	for n := range words {
		w := &words[n]
		if !w.inFiles(s, i) && !w.begins(s.at(i).id) && !w.inEntry(e) {
			return false
		}
	}
	return true
}
