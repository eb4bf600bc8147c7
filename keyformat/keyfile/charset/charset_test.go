package charset

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fortyeight/keyformat/keyfile/legacy"
)

// TestCodePage850 compares the half that package legacy carries with the one of
// x/text.
func TestCodePage850(t *testing.T) {
	for b := range 256 {
		got := legacy.Decode([]byte{byte(b), 0xFF}, func(string, []byte) (string, bool) { return "", false })
		want, err := charmap.CodePage850.NewDecoder().String(string([]byte{byte(b), 0xFF}))
		if err != nil || got != want {
			t.Errorf("byte %#x became %q, want %q", b, got, want)
		}
	}
}

func TestDecode(t *testing.T) {
	for _, test := range []struct {
		encoding encoding.Encoding
		text     string
	}{
		{charmap.Windows1252, "Wiederherstellungsschlüssel für die BitLocker-Laufwerkverschlüsselung"},
		{charmap.Windows1252, "PC-Müller-2"},
		{charmap.Windows1252, "Clave de recuperación de Cifrado de unidad BitLocker"},
		{charmap.Windows1252, "Mot de passe numérique\u00a0:"},
		{charmap.CodePage850, "BitLocker-Laufwerkverschlüsselung: Konfigurationstool"},
		{charmap.Windows1251, "Ключ восстановления"},
		{charmap.CodePage866, "Ключ восстановления"},
		{japanese.ShiftJIS, "BitLocker ドライブ暗号化回復キー"},
		{korean.EUCKR, "BitLocker 드라이브 암호화 복구 키"},
		{simplifiedchinese.GBK, "BitLocker 驱动器加密: 配置工具版本"},
	} {
		b, err := test.encoding.NewEncoder().Bytes([]byte(test.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := Decode(b); got != test.text {
			t.Errorf("%v: %q became %q", test.encoding, test.text, got)
		}
	}
	if text := "ASCII, and ü in UTF-8"; Decode([]byte(text)) != text {
		t.Error("UTF-8 was changed")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xfcber 042647-302313"))
	f.Fuzz(func(t *testing.T, text []byte) {
		out := Decode(text)
		digits := func(s string) (n int) {
			for _, c := range s {
				if c >= '0' && c <= '9' {
					n++
				}
			}
			return n
		}
		if len(text) > 0 && out == "" || digits(out) > digits(string(text)) {
			t.Errorf("%d bytes became %d with more digits", len(text), len(out))
		}
	})
}
