package keyformat

// A width says how far a gap sets two chunks apart. A row is chunks with gaps
// up to a space between them.
type width uint8

const (
	noWidth    width = iota // nothing that shows
	dashWidth               // a dash, which joins
	spacedDash              // a dash with spaces
	spaceWidth              // spaces
	rowEnds                 // the end of a line or a cell, a word, a stop, a Key ID
)

func (g gap) width() width {
	switch {
	case g&(gapBreak|gapLine|gapCell) != 0:
		return rowEnds
	case g&gapDash == 0 && g&gapSpace != 0:
		return spaceWidth
	case g&gapSpace != 0:
		return spacedDash
	case g&gapDash != 0:
		return dashWidth
	}
	return noWidth
}

// rowEnd returns the index of the first chunk from c on that stands in another
// row or hides a group, or of the one after the last.
func (s *scan) rowEnd(c int) int {
	for c < len(s.chunks) && s.chunks[c].before.width() < rowEnds && !s.chunks[c].hidden() {
		c++
	}
	return c
}

// mayStart reports whether a key may begin at chunk c: at the beginning of a
// row, after a hidden group, or after a space that no group stands before. The
// six-digit end of something longer passes the rule one time in fifteen, so a
// key never begins in the middle of a row of groups.
func (s *scan) mayStart(c int) bool {
	before := s.chunks[c].before
	if before.width() == rowEnds {
		return true
	}
	previous := s.chunks[c-1]
	return previous.hidden() || before&gapSpace != 0 && (previous.strange > 0 || previous.len() != GroupDigits)
}

// keys returns the well-formed key that begins with chunk c and the index of
// the chunk after it, or 0 when there is none. A key may also begin after a
// group that a wider gap sets apart: a number, a space, and a key with hyphens.
// So it may where another key ends, which is what follows says. A row can be
// several keys and nothing else; count is how many stand there one after the
// other.
func (s *scan) keys(c int, follows bool) (first Key, end, count int) {
	first, end, widest := s.keyAt(c)
	before := s.chunks[c].before.width()
	if end == 0 || !follows && !s.mayStart(c) && (before < spacedDash || before <= widest) {
		return Key{}, 0, 0
	}
	count = 1
	for next := end; s.goesOn(next, widest); count++ {
		if _, next, widest = s.keyAt(next); next == 0 {
			return Key{}, 0, 0
		}
	}
	return first, end, count
}

// keyAt reads 48 digits that begin with chunk c. Where they are a well-formed
// key and end with a chunk it returns the key, the index of the chunk after it,
// and the widest gap in it, line ends aside; else end is 0. Any separators may
// stand in a key.
func (s *scan) keyAt(c int) (k Key, end int, widest width) {
	first := int(s.chunks[c].first)
	last := first + Groups*GroupDigits
	if last > len(s.marks) {
		return Key{}, 0, 0
	}
	for g := range Groups {
		v := groupValue(s.marks[first+g*GroupDigits:][:GroupDigits])
		if v < 0 || v > MaxGroup || v%divisor != 0 {
			return Key{}, 0, 0
		}
		k.words[g] = uint16(v / divisor)
	}
	for end = c; end < len(s.chunks) && int(s.chunks[end].end) <= last; end++ {
		if end == c {
			continue
		}
		before := s.chunks[end].before
		if before&gapBreak != 0 {
			return Key{}, 0, 0
		}
		if w := before.width(); w < rowEnds {
			widest = max(widest, w)
		}
	}
	if end == c || int(s.chunks[end-1].end) != last {
		return Key{}, 0, 0
	}
	return k, end, widest
}

// goesOn reports whether the row of a key, in which no gap is wider than
// widest, goes on with chunk c as its ninth group. A number that is no group is
// something else, as is a row of its own: groups that a wider gap sets apart
// and narrower ones join.
func (s *scan) goesOn(c int, widest width) bool {
	if c == len(s.chunks) {
		return false
	}
	next := s.chunks[c]
	apart := next.before.width()
	switch {
	case apart == rowEnds || next.hidden():
		return false
	case apart < spacedDash:
		return true
	case next.strange > 0 || next.len() != GroupDigits:
		return false
	}
	return widest >= apart || c+1 == len(s.chunks) || s.chunks[c+1].before.width() >= apart
}
