package decode

import "fortyeight/keyformat"

// A code says which strings of digits a trellis reads: recovery keys, with
// their arithmetic, or Key IDs, which have none.
type code struct {
	_      incomparable
	digits int             // how many there are at most
	base   int             // 10 or 16
	places [depths]place   // by the number of digits read
	ends   [depths]float64 // weight of an end after so many digits
	steps  [groupDigits][states][16]uint8
}

// incomparable in a struct spares the program the function that compares two.
type incomparable [0]func()

const (
	keyDigits   = keyformat.Groups * groupDigits
	groupDigits = keyformat.GroupDigits
	depths      = keyDigits + 1
	shortID     = 14 // digits of an ID in the files of Windows 7

	// Inside a group the trellis knows the residue mod 11 of the digits so far
	// and whether they still equal the beginning of the largest group. As long
	// as they do, the residue follows from their number, so one state beside
	// the eleven residues is enough. Between groups, and in an ID, there is
	// only state 0.
	states  = 12
	tight   = 11
	noState = 15 // no valid group begins like this
)

// A place is where symbols can stand that are no digits.
type place uint8

const (
	inside  place = iota // of a group
	between              // two groups
	outside              // before the first and after the last digit
	placeCount
)

// keys is the code of recovery keys (domain.md §1.1).
var keys = func() *code {
	c := &code{digits: keyDigits, base: 10}
	for depth := 0; depth <= keyDigits; depth += groupDigits {
		c.places[depth] = between
	}
	c.places[0], c.places[keyDigits] = outside, outside
	c.ends[keyDigits] = 1
	for q := range c.steps {
		for s := range c.steps[q] {
			for d := range c.steps[q][s] {
				c.steps[q][s][d] = step(q, s, d)
			}
		}
	}
	return c
}()

// ids is the code of Key IDs: an ID ends after 8 digits on the account page and
// on sheets, after [shortID] in the files of Windows 7, else after all 32 (domain.md
// §2.2, §2.6).
var ids = &code{
	digits: keyformat.IDDigits, base: 16,
	places: [depths]place{0: outside, 8: between, 12: between, 16: between, 20: between, keyformat.IDDigits: outside},
	ends:   [depths]float64{keyformat.MinIDDigits: 0.3, shortID: 0.02, keyformat.IDDigits: 0.68},
}

// bound holds the digits of the largest group, keyformat.MaxGroup.
var bound = [groupDigits]int{7, 2, 0, 8, 8, 5}

// step returns the state after digit d, read as digit q (from 0) of a group in
// state s.
func step(q, s, d int) uint8 {
	onBound := q == 0 || s == tight
	residue := s
	if onBound {
		residue = 0
		for _, b := range bound[:q] {
			residue = residue*10 + b
		}
		if d > bound[q] {
			return noState
		}
		onBound = d == bound[q]
	}
	residue = (residue*10 + d) % 11
	switch {
	case d > 9, q == groupDigits-1 && residue != 0:
		return noState
	case onBound && q < groupDigits-1:
		return tight
	}
	return uint8(residue)
}

// monotonous reports whether four groups of a key are the same: those of a table
// of zeros or of a form to be filled in. Of 2^128 keys one in 10^12 is.
func monotonous(digits string) bool {
	for g := 0; g < keyDigits; g += groupDigits {
		same := 0
		for h := 0; h < keyDigits; h += groupDigits {
			if digits[g:g+groupDigits] == digits[h:h+groupDigits] {
				same++
			}
		}
		if same >= keyformat.Groups/2 {
			return true
		}
	}
	return false
}

// keyOf returns the key that 48 digits spell, each from 0 to 9. They come out of the trellis, so
// every group is a multiple of 11 within the bound.
func keyOf(digits string) keyformat.Key {
	var b [2 * keyformat.Groups]byte
	for g := range keyformat.Groups {
		value := 0
		for i := range groupDigits {
			value = value*10 + int(digits[g*groupDigits+i])
		}
		b[2*g], b[2*g+1] = byte(value/11), byte(value/11>>8)
	}
	return keyformat.KeyFromBytes(b)
}
