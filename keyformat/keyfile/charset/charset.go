// Package charset turns text in the legacy encodings of Windows into UTF-8,
// for programs that run outside a browser; a browser has its own TextDecoder.
//
// Nothing in a file says which encoding it has. Keys and IDs are read without
// it, so a wrong guess costs a label or the spelling of a computer's name,
// never a key.
package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A candidate is an encoding and the characters that speak for it.
type candidate struct {
	encoding encoding.Encoding
	often    func(r rune) bool
	wide     bool // most characters take two bytes, and words have no spaces
}

// latin reports Latin letters of Western and Central Europe.
func latin(r rune) bool {
	return r < 0x250 && unicode.IsLetter(r) || strings.ContainsRune("\u2013\u2019\u00a0\u20ac\u00b0", r)
}

// words are what stands beside keys, in the languages of which it is known
// (domain.md §2.3, §2.4).
var words = []string{
	"回復", "ドライブ", "パスワード", "ボリューム", "キー", "恢复", "密钥", "密码", "驱动器", "修復", "金鑰", "복구", "암호화", "드라이브",
	"ключ", "Ключ", "пароль", "том", "Том", "für", "schlüssel", "Gerät", "numérique", "clé", "récupération", "recuperación", "versión", "müller",
}

var candidates = []candidate{
	{japanese.ShiftJIS, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }, true},
	{korean.EUCKR, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }, true},
	{simplifiedchinese.GBK, func(r rune) bool { return r >= 0x4E00 && r < 0x9FA6 }, true},
	{traditionalchinese.Big5, func(r rune) bool { return r >= 0x4E00 && r < 0x9FA6 }, true},
	{charmap.Windows1252, latin, false},
	{charmap.Windows1251, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }, false},
	{charmap.CodePage850, latin, false},
	{charmap.CodePage866, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }, false},
	{charmap.Windows1250, latin, false},
}

// Decode returns text as UTF-8, in the encoding that makes most sense of it.
// What is UTF-8 already stays as it is.
func Decode(text []byte) string {
	if utf8.Valid(text) {
		return string(text)
	}
	best, most := strings.ToValidUTF8(string(text), "\uFFFD"), -1<<30
	for _, c := range candidates {
		out, err := c.encoding.NewDecoder().Bytes(text)
		if err != nil {
			continue
		}
		if score := c.score(string(out)); score > most {
			best, most = string(out), score
		}
	}
	return best
}

// score weighs what an encoding makes of a text: known words, letters that
// belong to its language, and signs that nobody writes.
func (c *candidate) score(text string) (score int) {
	inWord := 0 // an accent amid small letters is likelier a letter than a sign is
	before, alone := ' ', false
	for _, r := range text {
		// One character between two ASCII letters is an accent that took a
		// letter with it.
		if alone && r < utf8.RuneSelf && unicode.IsLetter(r) {
			score -= 10
		}
		alone = c.wide && r >= utf8.RuneSelf && before < utf8.RuneSelf && unicode.IsLetter(before)
		switch {
		case r == utf8.RuneError || unicode.IsControl(r) && r >= 0x80:
			score -= 20
		case r < utf8.RuneSelf:
		case c.often(r):
			score += 2
			if unicode.IsLower(before) && unicode.IsUpper(r) {
				inWord++
			}
		default:
			score -= 6
		}
		before = r
	}
	score -= 5 * inWord
	for _, w := range words {
		score += 20 * strings.Count(text, w)
	}
	return score
}
