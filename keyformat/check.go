package keyformat

// MaxText is the most bytes of text that this package reads at once: 1 MiB,
// room for the largest single key file and any page that people paste.
const MaxText = 1 << 20

// A State says where a whole text stands. Its name, from String, is fixed.
type State uint8

// The states of a text.
const (
	None       State = iota // no key and no beginning of one
	Unfinished              // the beginning of a key; all of it can still be right
	Wrong                   // something has to be corrected
	Valid                   // eight groups that the rule allows: well-formed
	stateCount
)

var stateNames = [stateCount]string{"none", "unfinished", "wrong", "valid"}

// String returns the fixed name of the state, such as "valid".
func (s State) String() string { return stateNames[s] }

// States returns every state, for tests that each has its words.
func States() []State { return []State{None, Unfinished, Wrong, Valid} }

// A Report says where a text stands that holds a recovery key, or will.
type Report struct {
	State  State
	Key    Key           // in the state Valid
	Groups [Groups]Group // of the key that is meant, or of what is nearest to one
	After  int           // digits that stand after the eighth group, on its line
	// Found lists the well-formed keys of the text in order, equal ones once.
	// The first is the one that Key and Groups show, until Show chooses another.
	Found []Found
	// Damaged lists what else in the text looks like a key and has something
	// wrong in it, in order, as its groups: what Groups show is not among it.
	Damaged  []Damaged
	IDs      []ID      // the Key IDs of the text, in order, without repeats, at most 256
	Problems []Problem // in the order of the groups; none in the state Valid
}

// A Damaged is a row of the text that looks like a key and is not well-formed.
type Damaged struct {
	Groups [Groups]Group
	After  int // digits that stand after the eighth group, on its line
}

// A Found is a well-formed key in a text.
type Found struct {
	Key    Key
	ID     ID // the Key ID that stands with it, or the zero ID
	Groups [Groups]Group
	After  int
}

// Check reads text as it is being typed, pasted or read from a file, and
// reports on the key in it. What [ParseKey] takes without a word Check takes as
// well; beyond that it finds a key, or the beginning of one, among other text.
// It never fails: of a text longer than [MaxText] it reads the beginning and
// adds a problem of the kind [TextTooLong].
func Check(text string) Report {
	whole := text
	if len(text) > MaxText {
		text = text[:MaxText]
	}
	var r Report
	s := scanText(text, scan{})
	r.IDs = distinct(s.ids)
	taken := s.find(text, &r)
	if len(r.Found) > 0 {
		r.Show(0)
	} else if c, ok := s.likeliestRun(); ok {
		rd := s.best(c, s.runEnd(c))
		s.judge(text, rd, &r)
		taken = append(taken, span{rd.cuts[0], rd.cuts[Groups] + rd.extra})
	} else {
		r.Problems = []Problem{{Kind: NoDigits}}
	}
	r.Damaged = s.damaged(text, taken)
	if len(whole) > MaxText {
		r.Problems = append(r.Problems, Problem{Kind: TextTooLong})
	}
	return r
}

// Show makes the key r.Found[i] the one that r is about.
func (r *Report) Show(i int) {
	f := r.Found[i]
	r.State, r.Key, r.Groups, r.After = Valid, f.Key, f.Groups, f.After
}

// likeliestRun returns the first chunk of the run that looks most like a key:
// the one with the most digits, and of equals the last. Fewer than six digits
// before a word or a colon are a label's, and hidden groups alone are a form.
func (s *scan) likeliestRun() (chunk int, ok bool) {
	most := 0
	for c := 0; c < len(s.chunks); {
		end := s.runEnd(c)
		n := min(s.digits(c, end), Groups*GroupDigits)
		next := s.tail
		if end < len(s.chunks) {
			next = s.chunks[end].before
		}
		if n >= most && n > 0 && (n >= GroupDigits || next&gapBreak == 0) {
			chunk, most, ok = c, n, true
		}
		c = end
	}
	return chunk, ok
}

// digits counts the marks of the chunks from c to end, hidden groups aside.
func (s *scan) digits(c, end int) int {
	n := 0
	for _, one := range s.chunks[c:end] {
		if !one.hidden() {
			n += one.len()
		}
	}
	return n
}

// judge fills the report from the reading of a text without a well-formed key.
func (s *scan) judge(text string, rd reading, r *Report) {
	last := -1
	for g := range Groups {
		r.Groups[g] = group(text, s.marks[rd.cuts[g]:rd.cuts[g+1]])
		if r.Groups[g].State != GroupEmpty {
			last = g
		}
	}
	r.State, r.After = Unfinished, rd.extra
	for g, gr := range r.Groups {
		short := g < last && rd.cuts[g+1]-rd.cuts[g] < GroupDigits
		kind, wrong := problemOf(gr.State)
		if short && gr.State != GroupNotDigits {
			r.Groups[g].State = GroupUnfinished // the digit that is missing may be the first
			kind, wrong = GroupShort, true
		}
		if wrong {
			r.Problems = append(r.Problems, Problem{kind, g + 1})
			r.State = Wrong
		}
	}
	if rd.extra > 0 {
		r.Problems = append(r.Problems, Problem{Kind: DigitsAfter})
		r.State = Wrong
	}
	if r.State == Unfinished {
		next := last + 1
		if r.Groups[last].State == GroupRight {
			next++
		}
		r.Problems = append(r.Problems, Problem{TooShort, min(next, Groups)})
	}
}

// problemOf returns the kind of problem that a state is.
func problemOf(s GroupState) (Kind, bool) {
	switch s {
	case GroupNotMultiple:
		return NotMultiple, true
	case GroupTooLarge:
		return TooLarge, true
	case GroupTooLong:
		return GroupLong, true
	case GroupNotDigits:
		return GroupStrange, true
	}
	return 0, false
}
