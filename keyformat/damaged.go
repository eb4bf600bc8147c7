package keyformat

// A span is marks, from the first to the one after the last.
type span struct{ first, end int }

const (
	// enoughDigits is the fewest digits of a damaged key. With fewer it is a
	// part of one, or something else.
	enoughDigits = Groups*GroupDigits - GroupDigits
	// enoughRight is the fewest of its groups that are right. By chance four
	// of eight are one time in 700.
	enoughRight = 4
	// maxReadings bounds how often a text is read to find damaged keys, each
	// time for some 20 µs. A text with more of them is an export, which package
	// keyfile reads.
	maxReadings = 32
)

// damaged lists what looks like a key among the marks that are not taken.
func (s *scan) damaged(text string, taken []span) (list []Damaged) {
	readings := 0
	for c := 0; c < len(s.chunks) && readings < maxReadings; {
		first := int(s.chunks[c].first)
		for len(taken) > 0 && taken[0].end <= first {
			taken = taken[1:]
		}
		if len(taken) > 0 && taken[0].first <= first {
			c++
			continue
		}
		end := c + 1
		for end < len(s.chunks) && s.chunks[end].before&gapBreak == 0 && (len(taken) == 0 || int(s.chunks[end].first) < taken[0].first) {
			end++
		}
		for c < end && s.digits(c, end) >= enoughDigits && readings < maxReadings {
			readings++
			rd := s.best(c, end)
			d := Damaged{After: rd.extra}
			if right := d.fill(text, s, rd); right < enoughRight || d.Groups[Groups-1].State == GroupEmpty {
				c = s.nextRow(c, end)
				continue
			}
			list = append(list, d)
			for c < end && int(s.chunks[c].first) < rd.cuts[Groups]+rd.extra {
				c++
			}
		}
		c = end
	}
	return list
}

// fill fills the groups of d and returns how many of them are right.
func (d *Damaged) fill(text string, s *scan, rd reading) (right int) {
	for g := range Groups {
		d.Groups[g] = group(text, s.marks[rd.cuts[g]:rd.cuts[g+1]])
		if d.Groups[g].State == GroupRight {
			right++
		}
	}
	return right
}

// nextRow returns the chunk after c at which a line or a cell begins, or end.
func (s *scan) nextRow(c, end int) int {
	for c++; c < end && s.chunks[c].before.width() < rowEnds; c++ {
	}
	return c
}
