package dislocker

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"fortyeight/keyformat"
)

// A Text is a key, or nearly one, and how it was made.
type Text struct{ Made, Text string }

// makers make a text out of the eight groups of a random key. Each is taken as
// often as every other.
var makers = []struct {
	name string
	make func(r *rand.Rand, groups []string) string
}{
	{"a key", func(_ *rand.Rand, g []string) string { return hyphens(g) }},
	{"a digit is another one", func(r *rand.Rand, g []string) string {
		return change(hyphens(g), at(r), func(byte) string { return digit(r) })
	}},
	{"two digits are exchanged", func(r *rand.Rand, g []string) string {
		b, i := []byte(hyphens(g)), at(r)
		j := at(r)
		b[i], b[j] = b[j], b[i]
		return string(b)
	}},
	{"a group is any six digits", func(r *rand.Rand, g []string) string {
		g[r.IntN(8)] = fmt.Sprintf("%06d", r.IntN(1_000_000))
		return hyphens(g)
	}},
	{"a group about the bound", func(r *rand.Rand, g []string) string {
		g[r.IntN(8)] = fmt.Sprintf("%06d", keyformat.MaxGroup-33+r.IntN(67))
		return hyphens(g)
	}},
	{"a multiple of 11 above the bound", func(r *rand.Rand, g []string) string {
		g[r.IntN(8)] = fmt.Sprintf("%06d", 11*(65536+r.IntN((999_999-keyformat.MaxGroup)/11)))
		return hyphens(g)
	}},
	{"a separator is another sign", func(r *rand.Rand, g []string) string {
		return change(hyphens(g), 6+7*r.IntN(7), func(byte) string { return sign(r) })
	}},
	{"all separators are another sign", func(r *rand.Rand, g []string) string { return strings.Join(g, sign(r)) }},
	{"no separators", func(_ *rand.Rand, g []string) string { return strings.Join(g, "") }},
	{"a sign in a digit's place", func(r *rand.Rand, g []string) string {
		return change(hyphens(g), at(r), func(byte) string { return sign(r) })
	}},
	{"a sign too many", func(r *rand.Rand, g []string) string {
		return change(hyphens(g), r.IntN(55), func(c byte) string { return sign(r) + string(c) })
	}},
	{"a sign too few", func(r *rand.Rand, g []string) string {
		return change(hyphens(g), r.IntN(55), func(byte) string { return "" })
	}},
	{"a separator is off its place", func(r *rand.Rand, g []string) string {
		text := strings.Join(g, "")
		i := 6*(1+r.IntN(7)) + [...]int{-2, -1, 1, 2}[r.IntN(4)]
		for at := 42; at > 0; at -= 6 {
			cut := at
			if at == (i+3)/6*6 {
				cut = i
			}
			text = text[:cut] + "-" + text[cut:]
		}
		return text
	}},
	{"a sign behind", func(r *rand.Rand, g []string) string { return hyphens(g) + sign(r) }},
	{"a group with blanks for its leading zeros", func(r *rand.Rand, g []string) string {
		g[r.IntN(8)] = fmt.Sprintf("%6d", 11*r.IntN(2000))
		return hyphens(g)
	}},
	{"a group as a small number with a sign", func(r *rand.Rand, g []string) string {
		g[r.IntN(8)] = string("+- \t"[r.IntN(4)]) + fmt.Sprintf("%05d", 11*r.IntN(9090))
		return hyphens(g)
	}},
	{"seven groups, or nine", func(r *rand.Rand, g []string) string {
		if r.IntN(2) == 0 {
			return hyphens(g[1:])
		}
		return hyphens(append(g, g[0]))
	}},
	{"digits in fours or fives", func(r *rand.Rand, g []string) string {
		digits, size := strings.Join(g, ""), 4+r.IntN(2)
		var parts []string
		for len(digits) > size {
			parts, digits = append(parts, digits[:size]), digits[size:]
		}
		return strings.Join(append(parts, digits), "-")
	}},
	{"digits of another script", func(r *rand.Rand, g []string) string {
		zero := []rune{'٠', '０', '०'}[r.IntN(3)]
		return strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' {
				return zero + c - '0'
			}
			return c
		}, hyphens(g))
	}},
	{"any 55 signs", func(r *rand.Rand, _ []string) string {
		b := make([]byte, 55)
		for i := range b {
			b[i] = "0123456789- "[r.IntN(12)]
		}
		return string(b)
	}},
	{"any bytes", func(r *rand.Rand, g []string) string {
		b := []byte(hyphens(g))
		for range 1 + r.IntN(3) {
			b[r.IntN(len(b))] = byte(1 + r.IntN(255))
		}
		return string(b)
	}},
}

// Texts makes so many texts. The same seed makes the same ones.
func Texts(seed uint64, count int) []Text {
	r := rand.New(rand.NewPCG(seed, 48))
	all := make([]Text, count)
	for i := range all {
		m := makers[i%len(makers)]
		groups := make([]string, keyformat.Groups)
		for g := range groups {
			groups[g] = fmt.Sprintf("%06d", 11*r.IntN(65536))
		}
		all[i] = Text{m.name, m.make(r, groups)}
	}
	return all
}

func hyphens(groups []string) string { return strings.Join(groups, "-") }

// at returns the place of a digit in a key with hyphens.
func at(r *rand.Rand) int {
	i := r.IntN(48)
	return i + i/6
}

func digit(r *rand.Rand) string { return string(rune('0' + r.IntN(10))) }

// sign returns one byte that people and programs write, or that strtol knows.
func sign(r *rand.Rand) string {
	const signs = "- .,:;_/+\t\n\r|xXOolI0123456789\xff\x80"
	return string([]byte{signs[r.IntN(len(signs))]})
}

func change(text string, i int, by func(c byte) string) string {
	return text[:i] + by(text[i]) + text[i+1:]
}
