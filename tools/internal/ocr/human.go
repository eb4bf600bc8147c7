package ocr

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"time"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// human measures generated keys with one human error each: of a hundred errors
// 79 are a wrong digit, 10 exchange neighbours, 1 is abc → cba, half a one
// aa → bb, and the rest are lost and added digits in equal parts, anywhere in
// the 48 digits (domain.md §5.4). Half of the keys have dashes.
func human(w io.Writer, n int) {
	source := rand.New(rand.NewPCG(48, 2))
	var noticed, six, twelve, fits int
	var times []time.Duration
	for i := range n {
		key := randomKey(source)
		text := slip(source, key, i%2 == 0)
		begin := time.Now()
		r := decode.Read(text)
		times = append(times, time.Since(begin))
		if _, err := keyformat.ParseKey(text); err == nil {
			fits++ // the arithmetic sees nothing; the key that was typed is another
		} else {
			noticed++
		}
		at := slices.IndexFunc(r.Candidates, func(c decode.Candidate) bool { return c.Key == key })
		if at >= 0 && at < 6 {
			six++
		}
		if at >= 0 && at < 12 {
			twelve++
		}
	}
	slices.Sort(times)
	fmt.Fprintf(w, "%d keys with one human error each\n", n)
	share(w, "noticed", noticed, n)
	share(w, "true key among six", six, n)
	share(w, "true key among twelve", twelve, n)
	share(w, "… of the noticed, among six", six, noticed)
	share(w, "… of the noticed, among twelve", twelve, noticed)
	fmt.Fprintf(w, "%-34s %6.2f  (the longest %.2f)\n", "milliseconds a key, median", ms(times[len(times)/2]), ms(times[len(times)-1]))
}

func randomKey(source *rand.Rand) keyformat.Key {
	var b [16]byte
	for i := range b {
		b[i] = byte(source.Uint32())
	}
	return keyformat.KeyFromBytes(b)
}

// slip returns key with one human error.
func slip(source *rand.Rand, key keyformat.Key, dashes bool) string {
	digits := []byte(digitsOf(key.String()))
	for before := slices.Clone(digits); slices.Equal(before, digits); {
		digits = err(source, digits)
	}
	if !dashes {
		return string(digits)
	}
	var text []byte
	for i, d := range digits {
		if i > 0 && i%keyformat.GroupDigits == 0 && i/keyformat.GroupDigits < keyformat.Groups {
			text = append(text, '-')
		}
		text = append(text, d)
	}
	return string(text)
}

// err makes one error; where the digits do not allow it, none.
func err(source *rand.Rand, digits []byte) []byte {
	n := len(digits)
	switch p := 100 * source.Float64(); {
	case p < 79:
		i := source.IntN(n)
		digits[i] = '0' + (digits[i]-'0'+byte(1+source.IntN(9)))%10
	case p < 89:
		i := source.IntN(n - 1)
		digits[i], digits[i+1] = digits[i+1], digits[i]
	case p < 90:
		i := source.IntN(n - 2)
		digits[i], digits[i+2] = digits[i+2], digits[i]
	case p < 90.5:
		i := source.IntN(n - 1)
		for digits[i] != digits[i+1] {
			i = source.IntN(n - 1)
		}
		digits[i] = '0' + (digits[i]-'0'+byte(1+source.IntN(9)))%10
		digits[i+1] = digits[i]
	case p < 95.25:
		i := source.IntN(n)
		digits = slices.Delete(digits, i, i+1)
	default:
		i := source.IntN(n + 1)
		digits = slices.Insert(digits, i, '0'+byte(source.IntN(10)))
	}
	return digits
}
