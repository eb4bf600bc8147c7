package keyfile

import (
	"bytes"
	"path"
	"strings"

	"fortyeight/keyformat"
)

// A sniffed is what the beginning of a file says it is: one of the kinds of
// notice, or one of these.
type sniffed int

const (
	sniffText sniffed = -1 - iota
	sniffArchive
	sniffPDF
)

// magics are beginnings of files that hold no text to look at.
var magics = []struct {
	magic string
	kind  Kind
}{
	{"\x89PNG\r\n", Picture}, {"\xFF\xD8\xFF", Picture}, {"GIF8", Picture}, {"BM", Picture},
	{"II*\x00", Picture}, {"MM\x00*", Picture}, {"\x00\x00\x01\x00\x01", Picture},
	{"LUKS\xBA\xBE", LUKSKey}, {"SKUL\xBA\xBE", LUKSKey},
	{"7z\xBC\xAF\x27\x1C", Unsupported}, {"Rar!\x1A\x07", Unsupported}, {"\x1F\x8B\x08", Unsupported},
	{"BZh9", Unsupported}, {"\xFD7zXZ\x00", Unsupported}, {"\x28\xB5\x2F\xFD", Unsupported},
}

// sniff tells what a file is from its name, beginning and size.
func sniff(name string, head []byte, size int64) sniffed {
	if _, ok := keyformat.StartupKey(head, size); ok {
		return sniffed(StartupKey)
	}
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) && (m.magic != "BM" || isBitmap(head, size)) {
			return sniffed(m.kind)
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return sniffArchive
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return sniffPDF
	case bytes.HasPrefix(head, []byte("RIFF")) && len(head) > 12 && string(head[8:12]) == "WEBP",
		len(head) > 12 && string(head[4:8]) == "ftyp" && isImageBrand(string(head[8:12])):
		return sniffed(Picture)
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		// Office wraps an encrypted workbook into the older kind of file and
		// names its parts in UTF-16.
		if bytes.Contains(head, wide("EncryptedPackage")) || bytes.Contains(head, wide("EncryptionInfo")) {
			return sniffed(EncryptedFile)
		}
		return sniffed(Unsupported)
	case strings.EqualFold(path.Ext(name), ".kpg"):
		return sniffed(KeyPackage)
	}
	return sniffText
}

func isBitmap(head []byte, size int64) bool {
	return len(head) > 14 && int64(uint32(head[2])|uint32(head[3])<<8|uint32(head[4])<<16|uint32(head[5])<<24) == size
}

func isImageBrand(brand string) bool {
	switch brand {
	case "heic", "heix", "mif1", "msf1", "avif", "heif":
		return true
	}
	return false
}

// wide returns ASCII text in UTF-16LE.
func wide(text string) []byte {
	b := make([]byte, 0, 2*len(text))
	for i := range len(text) {
		b = append(b, text[i], 0)
	}
	return b
}

// named notes a file that was recognised and is not read.
func (s *Scanner) named(what sniffed, src *source, head []byte) {
	n := Notice{Kind: Kind(what), Place: Place{File: src.name}}
	switch n.Kind {
	case StartupKey:
		n.ID, _ = keyformat.StartupKey(head, src.size)
	case KeyPackage:
		n.ID = idInName(src.name)
	}
	s.Set.notice(n)
}

// idInName returns the Key ID that stands in the name of a file.
func idInName(name string) keyformat.ID {
	id, start := nextGUID([]byte(path.Base(name)), 0)
	if start < 0 {
		return keyformat.ID{}
	}
	return id
}
