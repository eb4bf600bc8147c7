package leak

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf16"

	"fortyeight/keyformat"
)

// A Key is a key to look for. It finds its pieces in text and in bytes.
type Key struct {
	text  string
	forms []form
	pairs []form // of two groups, to be found among digits alone
}

// form is how a piece of the key may look.
type form struct {
	name  string // says which piece and how; never its digits
	bytes []byte
	small bool // of hexadecimal digits, which may be large or small
}

// Canary returns a key that was made for this and stands nowhere else. None of its
// groups begins with a zero.
func Canary() *Key {
	return NewKey(keyformat.KeyFromBytes([16]byte([]byte("<canary>singing?"))))
}

// NewKey prepares a key to be looked for.
func NewKey(key keyformat.Key) *Key {
	k := &Key{text: key.String()}
	groups := strings.Split(k.text, "-")
	for i, group := range groups {
		k.add(fmt.Sprintf("group %d", i+1), group)
		k.add(fmt.Sprintf("group %d backwards", i+1), backwards(group))
		if i > 0 {
			pair := groups[i-1] + group
			name := fmt.Sprintf("groups %d and %d", i, i+1)
			k.pairs = append(k.pairs, form{name: name, bytes: []byte(pair)}, form{name: name + " backwards", bytes: []byte(backwards(pair))})
		}
	}
	all := key.Bytes()
	for i := 0; i+6 <= len(all); i += 2 {
		k.addBytes(fmt.Sprintf("bytes %d to %d", i, i+5), all[i:i+6])
	}
	return k
}

// String returns the key as people write it.
func (k *Key) String() string { return k.text }

func (k *Key) add(name, digits string) {
	add := func(how, text string) {
		k.forms = append(k.forms, form{name: name + how, bytes: []byte(text)})
	}
	k.addBytes(name, []byte(digits))
	for how, order := range map[string]binary.AppendByteOrder{"little": binary.LittleEndian, "big": binary.BigEndian} {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(digits)) {
			wide = order.AppendUint16(wide, unit)
		}
		k.addBytes(name+" in UTF-16, "+how+"-endian,", wide)
	}
	var codes, entities, escapes, full []string
	for _, digit := range digits {
		codes = append(codes, fmt.Sprint(int(digit)))
		entities = append(entities, fmt.Sprintf("&#%d;", digit))
		escapes = append(escapes, fmt.Sprintf(`\u%04x`, digit))
		full = append(full, string(digit-'0'+'０'))
	}
	add(" as codes", strings.Join(codes, ","))
	add(" as entities", strings.Join(entities, ""))
	add(" as escapes", strings.Join(escapes, ""))
	add(" in wide digits", strings.Join(full, ""))
}

// addBytes adds bytes as they are, in hexadecimal and in base64, wherever in a
// longer text they stand.
func (k *Key) addBytes(name string, b []byte) {
	k.forms = append(k.forms,
		form{name: name, bytes: b},
		form{name: name + " in hex", bytes: []byte(hex.EncodeToString(b)), small: true})
	for before := range 3 {
		encoded := base64.RawStdEncoding.EncodeToString(append(make([]byte, before), b...))
		// The first and the last letter may say something of the bytes beside.
		inner := encoded[(before*8+5)/6 : (before+len(b))*8/6]
		k.forms = append(k.forms, form{name: name + " in base64", bytes: []byte(inner)},
			form{name: name + " in base64 for addresses", bytes: []byte(strings.NewReplacer("+", "-", "/", "_").Replace(inner))})
	}
}

func backwards(text string) string {
	b := []byte(text)
	slices.Reverse(b)
	return string(b)
}

// Find says which piece of the key stands in a text, and how, or "". What it says
// holds no digit of the key.
func (k *Key) Find(text string) string {
	seen := [][]byte{[]byte(text)}
	if narrow, ok := latin1(text); ok {
		seen = append(seen, narrow)
	}
	if plain, err := url.PathUnescape(text); err == nil && plain != text {
		seen = append(seen, []byte(plain))
	}
	for _, data := range seen {
		low := bytes.ToLower(data)
		for _, one := range k.forms {
			if where := data; bytes.Contains(where, one.bytes) || one.small && bytes.Contains(low, one.bytes) {
				return one.name
			}
		}
		digits := bytes.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, data)
		for _, one := range k.pairs {
			if bytes.Contains(digits, one.bytes) {
				return one.name
			}
		}
	}
	return ""
}

// latin1 returns the bytes that a text spells with one letter each, as watch.js
// writes bytes.
func latin1(text string) ([]byte, bool) {
	var b []byte
	for _, r := range text {
		if r > 0xff {
			return nil, false
		}
		b = append(b, byte(r))
	}
	return b, len(b) != len(text)
}
