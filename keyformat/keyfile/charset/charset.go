// Package charset turns text in the legacy encodings of Windows into UTF-8,
// for programs that run outside a browser; a browser has its own TextDecoder.
// Package legacy tells the encodings apart.
package charset

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"fortyeight/keyformat/keyfile/legacy"
)

var encodings = map[string]encoding.Encoding{
	"shift_jis":    japanese.ShiftJIS,
	"euc-kr":       korean.EUCKR,
	"gbk":          simplifiedchinese.GBK,
	"big5":         traditionalchinese.Big5,
	"windows-1250": charmap.Windows1250,
	"windows-1251": charmap.Windows1251,
	"windows-1252": charmap.Windows1252,
	"ibm866":       charmap.CodePage866,
}

// Decode returns text as UTF-8, in the encoding that makes most sense of it.
// What is UTF-8 already stays as it is.
func Decode(text []byte) string { return legacy.Decode(text, decode) }

func decode(label string, text []byte) (string, bool) {
	e := encodings[label]
	if e == nil {
		return "", false
	}
	out, err := e.NewDecoder().Bytes(text)
	return string(out), err == nil
}
