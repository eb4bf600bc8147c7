package leak

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"unicode/utf16"

	"fortyeight/keyformat"
)

func TestFind(t *testing.T) {
	key := keyformat.MustParseKey(Canary().String())
	text := key.String()
	digits := strings.ReplaceAll(text, "-", "")
	b := key.Bytes()
	var spelled, wide strings.Builder
	for _, d := range digits {
		fmt.Fprintf(&spelled, "%c, ", d)
	}
	for _, unit := range utf16.Encode([]rune(text)) {
		wide.WriteByte(byte(unit))
		wide.WriteByte(byte(unit >> 8))
	}
	for reason, hidden := range map[string]string{
		"as people write it":              text,
		"without dashes":                  digits,
		"one group":                       text[14:20],
		"backwards":                       backwards(text),
		"spelled":                         spelled.String(),
		"spelled backwards":               backwards(spelled.String()),
		"in an address":                   "https://x.example/?" + url.QueryEscape("key="+text),
		"every letter with a percent":     "%" + strings.ReplaceAll(fmt.Sprintf("% x", text), " ", "%"),
		"hex":                             hex.EncodeToString([]byte(digits)),
		"HEX":                             strings.ToUpper(hex.EncodeToString([]byte(text))),
		"base64":                          base64.StdEncoding.EncodeToString([]byte(text)),
		"base64 behind a letter":          base64.StdEncoding.EncodeToString([]byte("x" + digits)),
		"base64 behind two":               base64.URLEncoding.EncodeToString([]byte("xx" + text)),
		"UTF-16":                          wide.String(),
		"UTF-16 in base64":                base64.StdEncoding.EncodeToString([]byte(wide.String())),
		"the bytes":                       string(b[:]),
		"the bytes as watch.js says them": latin(b[:]),
		"the bytes in hex":                hex.EncodeToString(b[:]),
		"some of the bytes in base64":     base64.URLEncoding.EncodeToString(b[5:]),
	} {
		for _, around := range []string{"%s", "before %s after"} {
			said := Canary().Find(fmt.Sprintf(around, hidden))
			if said == "" {
				t.Errorf("%s: not found", reason)
			}
			if Canary().Find(said) != "" {
				t.Errorf("%s: what is said of it holds the key", reason)
			}
		}
	}
	for reason, other := range map[string]string{
		"nothing":         "",
		"another key":     keyformat.KeyFromBytes([16]byte{1, 2, 3, 4, 5, 6}).String(),
		"half a group":    text[:3] + "000-" + text[3:6],
		"five of a group": text[1:6] + " " + text[7:12],
		"a bad escape":    "100%",
	} {
		if said := Canary().Find(other); said != "" {
			t.Errorf("%s: found %s", reason, said)
		}
	}
}

func latin(b []byte) string {
	var text strings.Builder
	for _, one := range b {
		text.WriteRune(rune(one))
	}
	return text.String()
}
