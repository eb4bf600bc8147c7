// Package legacy tells in which of the encodings that Windows used before
// Unicode a piece of text is written.
//
// Nothing in a file says which it is, so the text is decoded in each of them
// and the one that makes most sense is taken. Keys and IDs are read without it:
// a wrong guess costs a label or the spelling of a computer's name, never a
// key. The decoders are the caller's: browsers have them built in, and package
// charset has them for everybody else.
package legacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Decoder turns text in the encoding of that label, one of the Encoding
// Standard such as "shift_jis", into UTF-8. What is wrong in it becomes U+FFFD.
// It returns false for a label that it does not have.
type Decoder func(label string, text []byte) (string, bool)

// A candidate is an encoding and the characters that speak for it.
type candidate struct {
	label string
	often func(r rune) bool
	wide  bool // most characters take two bytes, and words have no spaces
}

// The order decides between two that make as much sense.
var candidates = []candidate{
	{"shift_jis", func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }, true},
	{"euc-kr", func(r rune) bool { return unicode.Is(unicode.Hangul, r) }, true},
	{"gbk", isHan, true},
	{"big5", isHan, true},
	{"windows-1252", isLatin, false},
	{"windows-1251", isCyrillic, false},
	{codePage850, isLatin, false},
	{"ibm866", isCyrillic, false},
	{"windows-1250", isLatin, false},
}

func isHan(r rune) bool { return r >= 0x4E00 && r < 0x9FA6 }

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// isLatin reports Latin letters of Western and Central Europe.
func isLatin(r rune) bool {
	return r < 0x250 && unicode.IsLetter(r) || strings.ContainsRune("\u2013\u2019\u00a0\u20ac\u00b0", r)
}

// words are what stands beside keys, in the languages of which it is known
// (domain.md §2.3, §2.4).
var words = []string{
	"回復", "ドライブ", "パスワード", "ボリューム", "キー", "恢复", "密钥", "密码", "驱动器", "修復", "金鑰", "복구", "암호화", "드라이브",
	"ключ", "Ключ", "пароль", "том", "Том", "für", "schlüssel", "Gerät", "numérique", "clé", "récupération", "recuperación", "versión", "müller",
}

// Decode returns text as UTF-8, in the encoding that makes most sense of it.
// What is UTF-8 already stays as it is.
func Decode(text []byte, decode Decoder) string {
	if utf8.Valid(text) {
		return string(text)
	}
	best, most := strings.ToValidUTF8(string(text), "\uFFFD"), -1<<30
	for i := range candidates {
		c := &candidates[i]
		out, ok := decodeAs(c.label, text, decode)
		if !ok {
			continue
		}
		if score := c.score(out); score > most {
			best, most = out, score
		}
	}
	return best
}

// codePage850 is what Western consoles of Windows write. Browsers do not have
// it, so its upper half stands here.
const codePage850 = "ibm850"

var upper850 = []rune("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0")

func decodeAs(label string, text []byte, decode Decoder) (string, bool) {
	if label != codePage850 {
		return decode(label, text)
	}
	var out strings.Builder
	for _, b := range text {
		if b < utf8.RuneSelf {
			out.WriteByte(b)
		} else {
			out.WriteRune(upper850[b-utf8.RuneSelf])
		}
	}
	return out.String(), true
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
