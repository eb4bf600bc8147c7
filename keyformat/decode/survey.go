package decode

// A survey is what a text looks like from afar: runs of tokens joined by
// hyphens or single spaces.
type survey struct {
	tokens   int  // in the whole text
	digits   int  // in the whole text
	sixes    int  // most groups of six digits in a run
	near     int  // most groups of six digits, give or take one, in a run
	threes   int  // most groups of three
	fives    int  // tokens of five letters and digits in a run of nothing else
	fours    int  // tokens of four, likewise
	masked   bool // a group of a key is blacked out
	glued    bool // hex groups of an ID and then groups of a key in one run
	id       bool // two parts of an ID in one run, or more
	password bool // the last token could be a password or a PIN
}

// A token is a run of symbols without a separator.
type token struct {
	length, digits, letters, hex, lower, masks int
}

func surveyOf(symbols []symbol) (s survey) {
	var r run
	for i := 0; symbols[i] != endOfPage; {
		t, end := tokenAt(symbols, i)
		if t.length == 0 {
			i++
			continue
		}
		s.tokens++
		s.digits += t.digits
		s.password = t.likePassword()
		s.add(&r, t)
		if i = end; !runsOn(symbols, i) {
			r = run{}
		} else if kindOf(symbols[i]) != kindDash || separates(symbols[i+1]) {
			r.hex, r.hexLetters = 0, 0 // an ID that stands beside a key is not run together with it
		}
	}
	return s
}

// tokenAt reads the token at i: letters, digits, masks, and the signs that
// passwords hold.
func tokenAt(symbols []symbol, i int) (t token, end int) {
	for ; symbols[i] != endOfPage; i++ {
		s := symbols[i]
		k := kindOf(s)
		mask := isMask(s)
		if mask {
			t.masks++
		}
		switch {
		case k == kindDigit:
			t.digits++
		case k == kindLetter:
			t.letters++
		case mask:
		case k == kindMark && s != '{' && s != '}' && s != '(' && s != ')' && s != '[' && s != ']':
		default:
			return t, i
		}
		if isHex(s) {
			t.hex++
		}
		if s >= 'a' && s <= 'z' {
			t.lower++
		}
		t.length++
	}
	return t, i
}

// isMask reports whether s is what keys are blacked out with. Question marks
// and underscores say that somebody could not read a digit.
func isMask(s symbol) bool {
	return s|0x20 == 'x' || s == '*' || s == '#' || s == symBullet || s == symOtherMark
}

// runsOn reports whether a separator at i joins two tokens: a dash with or
// without spaces, or one space or line end.
func runsOn(symbols []symbol, i int) bool {
	spaces, dashes := 0, 0
	for ; separates(symbols[i]); i++ {
		if kindOf(symbols[i]) == kindDash {
			dashes++
		} else {
			spaces++
		}
	}
	return dashes <= 1 && dashes+spaces > 0 && spaces <= 2
}

// A run counts the tokens of a run up to the present one: those of a shape that
// stand right before it, masked ones, and letters and digits of codes.
type run struct {
	threes, fours, fives, sixes, near, hex, hexLetters, masked, letters, digits int
}

// add takes a token into account.
func (s *survey) add(r *run, t token) {
	code := t.letters+t.digits == t.length && (t.lower == 0 || t.lower == t.letters)
	count := func(n *int, is bool) {
		if is {
			*n++
		} else {
			*n = 0
		}
	}
	count(&r.threes, t.length == 3 && t.digits == 3)
	count(&r.fours, t.length == 4 && code)
	count(&r.fives, t.length == 5 && code)
	count(&r.sixes, t.length == 6 && t.digits == 6)
	count(&r.near, t.length >= 5 && t.length <= 7 && t.digits == t.length)
	switch { // 8 hex digits, then 4 or more, as an ID begins, or more in one
	case r.sixes > 0:
	case t.hex < t.length, t.length < 8 && r.hex == 0:
		r.hex = 0
	case t.length == 8, t.length == 4, t.length >= 12:
		r.hex++
		r.hexLetters += t.letters
	}
	if t.length == 6 && t.masks == 6 {
		r.masked++
	}
	if code {
		r.letters += t.letters
		r.digits += t.digits
	}
	s.id = s.id || r.sixes == 0 && r.hex >= 2 && r.hexLetters > 0
	s.glued = s.glued || r.sixes >= 2 && r.hex >= 2 && r.hexLetters > 0
	s.sixes = max(s.sixes, r.sixes)
	s.near = max(s.near, r.near)
	s.threes = max(s.threes, r.threes)
	if r.letters > 0 && r.digits > 0 { // words or digits alone are no code
		s.fives, s.fours = max(s.fives, r.fives), max(s.fours, r.fours)
	}
	s.masked = s.masked || r.masked > 1 || r.masked > 0 && s.sixes > 0
}

// likePassword reports whether a token could be a password or a PIN: four or
// five digits, or letters with digits or signs.
func (t token) likePassword() bool {
	if t.length > 24 || t.length < 4 {
		return false
	}
	if t.digits == t.length {
		return t.length < 6
	}
	return t.letters > 0 && t.letters < t.length
}
