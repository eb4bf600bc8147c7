package photo

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// protect adds bytes of correction by long division, the way the standard
// describes it.
func protect(data []byte, correction int) []byte {
	generator := []byte{1} // the highest power first
	for i := range correction {
		next := append(bytes.Clone(generator), 0)
		for j, g := range generator {
			next[j+1] ^= multiply(g, powers[i])
		}
		generator = next
	}
	rest := append(bytes.Clone(data), make([]byte, correction)...)
	for i := range data {
		factor := rest[i]
		for j, g := range generator {
			rest[i+j] ^= multiply(factor, g)
		}
	}
	return append(bytes.Clone(data), rest[len(data):]...)
}

func TestMend(t *testing.T) {
	random := rand.New(rand.NewPCG(48, 1))
	for range 2000 {
		correction := 2 + random.IntN(29)
		data := make([]byte, 1+random.IntN(120))
		for i := range data {
			data[i] = byte(random.IntN(256))
		}
		whole := protect(data, correction)
		spoil := func(count int) []byte {
			block := bytes.Clone(whole)
			for _, i := range random.Perm(len(block))[:count] {
				block[i] ^= byte(1 + random.IntN(255))
			}
			return block
		}
		few := spoil(random.IntN(correction/2 + 1))
		if !mend(few, correction) || !bytes.Equal(few, whole) {
			t.Fatalf("up to %d wrong bytes are not mended", correction/2)
		}
		many := spoil(min(correction, len(whole)))
		before := bytes.Clone(many)
		if mend(many, correction) {
			if _, clean := syndromesOf(many, correction); !clean {
				t.Fatal("a block that is called whole is not")
			}
		} else if !bytes.Equal(many, before) {
			t.Fatal("a block that cannot be mended has changed")
		}
	}
}

// TestField compares the tables with the multiplication of polynomials.
func TestField(t *testing.T) {
	for a := range 256 {
		for b := range 256 {
			product := 0
			for i := range 8 {
				if b>>i&1 == 1 {
					product ^= a << i
				}
			}
			for i := 14; i >= 8; i-- {
				if product>>i&1 == 1 {
					product ^= 0b100011101 << (i - 8)
				}
			}
			if got := multiply(byte(a), byte(b)); int(got) != product {
				t.Fatalf("%d × %d is %d, want %d", a, b, got, product)
			}
			if b != 0 && divide(byte(product), byte(b)) != byte(a) {
				t.Fatalf("%d ÷ %d is not %d", product, b, a)
			}
		}
	}
}
