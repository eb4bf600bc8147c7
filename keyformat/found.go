package keyformat

// find lists the well-formed keys of the text, each with its ID, and returns
// the marks that they take.
func (s *scan) find(text string, r *Report) (taken []span) {
	follows := false
	row := 0 // where the row of the last key ends
	for c := 0; c < len(s.chunks); {
		k, end, count := s.keys(c, follows)
		if follows = count > 0; !follows {
			c++
			continue
		}
		for {
			if row < end {
				row = s.rowEnd(end)
			}
			r.Found = append(r.Found, s.found(text, k, c, end, row))
			taken = append(taken, span{int(s.chunks[c].first), int(s.chunks[end-1].end)})
			c = end
			if count--; count == 0 {
				break
			}
			k, end, _ = s.keyAt(c)
		}
	}
	pair(r.Found, s.ids)
	if len(r.Found) > 1 {
		r.Found = merge(r.Found)
	}
	return taken
}

// found describes the key k, which is the chunks from c to end, of a row that
// goes on to chunk row.
func (s *scan) found(text string, k Key, c, end, row int) Found {
	f := Found{Key: k}
	if row > end {
		f.After = int(s.chunks[row-1].end - s.chunks[end].first)
	}
	first := int(s.chunks[c].first)
	for g := range Groups {
		f.Groups[g] = group(text, s.marks[first+g*GroupDigits:][:GroupDigits])
	}
	return f
}

// merge makes one of equal keys, unless they stand with different Key IDs: one
// of these is then wrong, and nothing says which.
func merge(found []Found) []Found {
	at := make(map[Key]int, len(found)) // the last in kept
	kept := found[:0]
	for _, f := range found {
		i, known := at[f.Key]
		if known {
			if id := kept[i].ID; id.IsZero() || f.ID.IsZero() || id.Match(f.ID) != NoMatch {
				if f.ID.Digits() > id.Digits() {
					kept[i].ID = f.ID
				}
				continue
			}
		}
		at[f.Key] = len(kept)
		kept = append(kept, f)
	}
	return kept
}
