package keyfile

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"fortyeight/keyformat"
)

// The fuzz targets of what the readers are made of.

// FuzzDate: a date that is found is one in normal form, and stays itself.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"", "31.1.2024 13:05", "2024-01-31T13:05:06+01:00", "1/31/2024 1:05:06 PM", "2024/1/31, 12:00 am", "99/99/9999", "1/2/2024", "2024-02-30T25:61:61Z"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		looksLikeDate([]byte(text))
		date := normalDate(text)
		if date == "" {
			return
		}
		if len(date) < len("2006-01-02") || date[4] != '-' || date[7] != '-' || date[5:7] > "12" || date[8:10] > "31" {
			t.Errorf("%q is no date", date)
		}
		if again := normalDate(date); again != date {
			t.Errorf("%q becomes %q", date, again)
		}
	})
}

// FuzzGUID: what is read as a GUID stands there, and what stands there is read.
func FuzzGUID(f *testing.F) {
	for _, seed := range []string{"", "{3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C}", "x3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C", "3FD763F9", "+WPXP8d0kE6Poh9qLitODA==", "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C-1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b := []byte(text)
		id, start := nextGUID(b, 0)
		if last, at := lastGUID(b); (at < 0) != (start < 0) || at >= 0 && last.IsZero() {
			t.Errorf("the first GUID stands at %d and the last at %d", start, at)
		}
		if start >= 0 && !strings.EqualFold(text[start:start+guidChars], id.String()) {
			t.Errorf("%q is read as %s", text[start:start+guidChars], id)
		}
		for _, named := range []bool{false, true} {
			if id, ok := wholeValue(b, named); ok && id.Digits() < keyformat.MinIDDigits {
				t.Errorf("%q is an ID of %d digits", text, id.Digits())
			}
		}
		if id, ok := base64GUID(b); ok && len(text) != 24 {
			t.Errorf("%d characters are the GUID %s", len(text), id)
		}
	})
}

// FuzzUTF16: text comes out of UTF-16 as it was, in either order of its bytes,
// and anything at all comes out as UTF-8.
func FuzzUTF16(f *testing.F) {
	for _, seed := range []string{"", "Identifier: 3FD763F9", "für 🔑", "\xff\xfe1\x00", "\xfe\xff\x001", "x\x00y\x00z\x00 \x000\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if b := []byte(text); len(b) >= 2 && (b[0] == 0xFF && b[1] == 0xFE || b[0] == 0xFE && b[1] == 0xFF) && !utf8.Valid(UTF8(b)) {
			t.Error("UTF-16 did not become UTF-8")
		}
		for _, r := range text {
			// Pairs of which both bytes are ASCII, or whose first is zero, can be
			// a line that another program added.
			if r == 0 || r >= 0x900 && r < 0x8000 || r == utf8.RuneError {
				return
			}
		}
		little, big := []byte("\xFF\xFE"), []byte("\xFE\xFF")
		for _, u := range utf16.Encode([]rune(text)) {
			little = append(little, byte(u), byte(u>>8))
			big = append(big, byte(u>>8), byte(u))
		}
		if got := string(UTF8(little)); got != text {
			t.Errorf("%q came out as %q", text, got)
		}
		if got := string(UTF8(big)); got != text {
			t.Errorf("%q, the higher byte first, came out as %q", text, got)
		}
	})
}

// FuzzUnzip: a directory of whatever bytes gives members within the bounds, and
// opening them ends.
func FuzzUnzip(f *testing.F) {
	f.Add([]byte("PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\x2e\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add([]byte("PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00ax" +
		"PK\x01\x02\x14\x00\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00a" +
		"PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\x2f\x00\x00\x00\x20\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		left := int64(1 << 20)
		a := &archive{r: strings.NewReader(string(data)), size: int64(len(data)), left: &left}
		a.list()
		if len(a.members) > len(data)/lenLocal {
			t.Errorf("%d members in %d bytes", len(a.members), len(data))
		}
		for i := range a.members {
			m := &a.members[i]
			if len(m.name) > maxName {
				t.Errorf("a name of %d bytes", len(m.name))
			}
			r, err := a.open(m)
			if err != nil {
				continue
			}
			var buf [4096]byte
			for err == nil {
				_, err = r.Read(buf[:])
			}
		}
		if left < 0 {
			t.Errorf("%d bytes more came out than may", -left)
		}
	})
}
