package decode

// A survey is what a text looks like from afar: runs of tokens joined by
// hyphens or single spaces.
type survey struct {
	tokens   int  // in the whole text
	digits   int  // in the whole text
	sixes    int  // most groups of six digits in a run
	fives    int  // tokens of five letters and digits in a run of nothing else
	fours    int  // tokens of four, likewise
	masked   bool // a group of a key is blacked out
	glued    bool // hex groups of an ID and then groups of a key in one run
	password bool // the last token could be a password or a PIN
}

// A token is a run of symbols without a separator.
type token struct {
	length, digits, letters, hex, lower, masks int
}

func surveyOf(symbols []symbol) (s survey) {
	var run []token
	for i := 0; i < len(symbols); {
		t, end := tokenAt(symbols, i)
		if t.length == 0 {
			i++
			continue
		}
		s.tokens++
		s.digits += t.digits
		s.password = t.likePassword()
		run = append(run, t)
		i = end
		if !runsOn(symbols, i) {
			s.add(run)
			run = run[:0]
		}
	}
	s.add(run)
	return s
}

// tokenAt reads the token at i: letters, digits, masks, and the signs that
// passwords hold.
func tokenAt(symbols []symbol, i int) (t token, end int) {
	for ; i < len(symbols); i++ {
		s := symbols[i]
		k := kindOf(s)
		switch {
		case isMask(s):
			t.masks++
		case k == kindDigit:
			t.digits++
		case k == kindLetter:
			t.letters++
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

// isMask reports whether s is what keys are blacked out with.
func isMask(s symbol) bool {
	return s == 'X' || s == 'x' || s == '*' || s == '#' || s == symBullet || s == symOtherMark
}

// runsOn reports whether a separator at i joins two tokens: a dash with or
// without spaces, or one space or line end.
func runsOn(symbols []symbol, i int) bool {
	spaces, dashes := 0, 0
	for ; i < len(symbols) && separates(symbols[i]); i++ {
		if kindOf(symbols[i]) == kindDash {
			dashes++
		} else {
			spaces++
		}
	}
	return i < len(symbols) && dashes <= 1 && dashes+spaces > 0 && spaces <= 2
}

// add takes a run of tokens into account.
func (s *survey) add(run []token) {
	var sixes, fives, fours, hex, masked, letters int
	for _, t := range run {
		code := t.letters+t.digits == t.length && t.lower == 0
		if !code || t.length != 5 {
			fives = 0
		}
		if !code || t.length != 4 {
			fours = 0
		}
		if t.digits != 6 && t.masks != 6 || t.length != 6 {
			sixes = 0
		}
		switch {
		case t.length == 6 && t.masks == 6:
			masked++
		case t.length == 6 && t.digits == 6:
			sixes++
			s.glued = s.glued || hex >= 2 && sixes >= 2
		case code && t.length == 5:
			fives++
		case code && t.length == 4:
			fours++
		}
		if t.hex == t.length && (t.length == 8 || t.length == 4 || t.length == 12) {
			hex++
		} else if sixes == 0 {
			hex = 0
		}
		letters += t.letters
		s.sixes = max(s.sixes, sixes)
		if letters > 0 { // digits alone are no code of that kind
			s.fives, s.fours = max(s.fives, fives), max(s.fours, fours)
		}
	}
	s.masked = s.masked || masked > 1 || masked > 0 && s.sixes > 0
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
