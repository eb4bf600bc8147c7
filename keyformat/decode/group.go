package decode

import "fortyeight/keyformat"

// Inside a group the decoder knows the residue mod 11 of the digits so far and
// whether they still equal the beginning of the largest group. As long as they
// do, the residue follows from their number, so one state beside the eleven
// residues is enough.
const (
	states    = 12
	tight     = 11  // equal to the bound so far
	noState   = 255 // no valid group begins like this
	keyDigits = keyformat.Groups * keyformat.GroupDigits
)

// bound holds the digits of the largest group, keyformat.MaxGroup.
var bound = [keyformat.GroupDigits]uint8{7, 2, 0, 8, 8, 5}

// steps[q][s][d] is the state after digit d, read as digit q (from 0) of a
// group in state s. A group begins, and ends, in state 0: at the beginning the
// state is not looked at, at the end only multiples of 11 are let through.
var steps = func() (t [keyformat.GroupDigits][states][10]uint8) {
	for q := range t {
		for s := range t[q] {
			for d := range uint8(10) {
				t[q][s][d] = step(q, s, d)
			}
		}
	}
	return t
}()

func step(q, s int, d uint8) uint8 {
	if q == 0 {
		s = tight
	}
	residue, isTight := s, s == tight
	if isTight {
		residue = 0
		for _, b := range bound[:q] {
			residue = (residue*10 + int(b)) % 11
		}
		if d > bound[q] {
			return noState
		}
		isTight = d == bound[q]
	}
	residue = (residue*10 + int(d)) % 11
	if q == keyformat.GroupDigits-1 {
		if residue != 0 {
			return noState
		}
		return 0
	}
	if isTight {
		return tight
	}
	return uint8(residue)
}

// keyOf returns the key that 48 digits spell. The digits come out of the
// trellis, so every group is a multiple of 11 within the bound.
func keyOf(digits *[keyDigits]uint8) keyformat.Key {
	var b [2 * keyformat.Groups]byte
	for g := range keyformat.Groups {
		value := 0
		for _, d := range digits[g*keyformat.GroupDigits:][:keyformat.GroupDigits] {
			value = value*10 + int(d)
		}
		word := value / 11
		b[2*g], b[2*g+1] = byte(word), byte(word>>8)
	}
	return keyformat.KeyFromBytes(b)
}

// digitsOf is the inverse of keyOf.
func digitsOf(k keyformat.Key) (digits [keyDigits]uint8) {
	for g := range keyformat.Groups {
		value := k.Group(g + 1)
		for i := keyformat.GroupDigits - 1; i >= 0; i-- {
			digits[g*keyformat.GroupDigits+i] = uint8(value % 10)
			value /= 10
		}
	}
	return digits
}
