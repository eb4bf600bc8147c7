package photo

// The field of 256 elements: exponents of 2 modulo x⁸+x⁴+x³+x²+1.
var powers, logs = func() (powers [510]byte, logs [256]int) {
	x := 1
	for i := range 255 {
		powers[i], powers[i+255] = byte(x), byte(x)
		logs[x] = i
		if x <<= 1; x > 255 {
			x ^= 0b100011101
		}
	}
	return
}()

func multiply(a, b byte) byte {
	if a == 0 || b == 0 {
		return 0
	}
	return powers[logs[a]+logs[b]]
}

func divide(a, b byte) byte {
	if a == 0 {
		return 0
	}
	return powers[logs[a]+255-logs[b]]
}

// mend corrects a block whose last bytes are those of correction. It reports
// whether the block is whole afterwards; if not, it is as it was.
func mend(block []byte, correction int) bool {
	syndromes, clean := syndromesOf(block, correction)
	if clean {
		return true
	}
	locator := locatorOf(syndromes)
	errors := len(locator) - 1
	if 2*errors > correction {
		return false
	}
	// The places are where the locator is zero: element −i for the ith byte from
	// the end.
	var places []int
	for i := range block {
		if valueAt(locator, powers[(255-i)%255]) == 0 {
			places = append(places, i)
		}
	}
	if len(places) != errors {
		return false
	}
	mended := append([]byte(nil), block...)
	// Forney: the error's value is the evaluator by the locator's derivative.
	evaluator := make([]byte, correction)
	for i := range evaluator {
		for j := 0; j <= min(i, errors); j++ {
			evaluator[i] ^= multiply(locator[j], syndromes[i-j])
		}
	}
	for _, place := range places {
		inverse := powers[(255-place)%255]
		derivative := byte(0)
		for i := 1; i < len(locator); i += 2 {
			derivative ^= multiply(locator[i], power(inverse, i-1))
		}
		if derivative == 0 {
			return false
		}
		// The code's first root is 2⁰, so one factor of the place remains.
		mended[len(block)-1-place] ^= multiply(powers[place%255], divide(valueAt(evaluator, inverse), derivative))
	}
	if _, clean := syndromesOf(mended, correction); !clean {
		return false
	}
	copy(block, mended)
	return true
}

// syndromesOf returns the values of the block at the code's roots.
func syndromesOf(block []byte, correction int) (syndromes []byte, clean bool) {
	syndromes, clean = make([]byte, correction), true
	for i := range syndromes {
		value := byte(0)
		for _, b := range block {
			value = multiply(value, powers[i]) ^ b
		}
		syndromes[i] = value
		clean = clean && value == 0
	}
	return syndromes, clean
}

// locatorOf returns the shortest polynomial that explains the syndromes, the
// lowest power first (Berlekamp and Massey).
func locatorOf(syndromes []byte) []byte {
	current, last := []byte{1}, []byte{1}
	length, since, scale := 0, 1, byte(1)
	for n, s := range syndromes {
		odd := s
		for i := 1; i <= length && i < len(current); i++ {
			odd ^= multiply(current[i], syndromes[n-i])
		}
		if odd == 0 {
			since++
			continue
		}
		next := make([]byte, max(len(current), len(last)+since))
		copy(next, current)
		for i, b := range last {
			next[i+since] ^= multiply(divide(odd, scale), b)
		}
		if 2*length <= n {
			last, scale = current, odd
			length, since = n+1-length, 1
		} else {
			since++
		}
		current = next
	}
	for len(current) > 1 && current[len(current)-1] == 0 {
		current = current[:len(current)-1]
	}
	return current
}

// valueAt returns the value of a polynomial, the lowest power first.
func valueAt(polynomial []byte, x byte) byte {
	value := byte(0)
	for i := len(polynomial) - 1; i >= 0; i-- {
		value = multiply(value, x) ^ polynomial[i]
	}
	return value
}

func power(x byte, n int) byte { return powers[logs[x]*n%255] }
