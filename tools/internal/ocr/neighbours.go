package ocr

import (
	"fmt"
	"io"
	"strings"

	"fortyeight/keyformat/decode"
)

// beside are texts in which a key stands beside ordinary numbers. KEY is the
// place of the key.
var beside = []string{
	"LAPTOP-7F3K2\tKEY", "10:33,KEY", "PC-12345 KEY", "KEY,2024-05-01,PC-1", "Tel. 030 123456, KEY",
	"20240501 KEY", "KEY 3", "KEY\t123456", "12345 KEY", "1234567 KEY", "C: KEY", "A KEY", "1) KEY", "1. KEY",
	"12345,KEY", "123456,KEY", "123456\tKEY", "KEY;12345;123456", "PC-12345 - KEY",
	"24B0AA32-4E7C-4DD3-9E3B-0A5B7B9A1E77 KEY", "24B0AA32-4E7C-4DD3-9E3B-0A5B7B9A1E77,KEY",
	"123456: KEY", "\"123456\",\"KEY\"", "asset 12345 KEY", "KEY (2 of 4)", "Room 204\nKEY\n204",
}

// besideKey is a key of cryptsetup's test images.
const besideKey = "042647-302313-590458-071500-554323-116567-412181-516978"

// harms are what can have happened to the key, and among how many the true one
// has to be.
var harms = []struct {
	name  string
	harm  func(key string) string
	among int
}{
	{"unharmed", func(key string) string { return key }, 1},
	{"unharmed, with spaces", func(key string) string { return strings.ReplaceAll(key, "-", " ") }, 1},
	{"a look-alike", func(key string) string { return strings.Replace(key, "0715", "O715", 1) }, 1},
	{"a wrong digit", func(key string) string { return strings.Replace(key, "590458", "590468", 1) }, 6},
	{"a lost digit", func(key string) string { return strings.Replace(key, "554323", "55432", 1) }, 12},
	{"neighbours swapped", func(key string) string { return strings.Replace(key, "302313", "303213", 1) }, 6},
}

// neighbours reads keys beside ordinary numbers, which are no part of them, and
// returns how many were misread: not among the first so many, or certain and
// wrong.
func neighbours(w io.Writer, each bool) (misread, certainWrong int) {
	n := 0
	for _, h := range harms {
		for _, template := range beside {
			n++
			r := decode.Read(strings.Replace(template, "KEY", h.harm(besideKey), 1))
			place := len(r.Candidates)
			for i, c := range r.Candidates {
				if c.Key.String() == besideKey {
					place = i
					break
				}
			}
			if place >= min(h.among, len(r.Candidates)) {
				misread++
				if each {
					fmt.Fprintf(w, "%q, %s: %s, the true key is not among %d\n", template, h.name, r.State, h.among)
				}
			}
			if r.State == decode.Certain && place > 0 {
				certainWrong++
			}
		}
	}
	fmt.Fprintf(w, "%d keys beside ordinary numbers\n", n)
	share(w, "misread", misread, n)
	share(w, "certain but wrong", certainWrong, n)
	return misread, certainWrong
}
