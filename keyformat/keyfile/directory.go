package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// A directory names the entry of a key with the date, its offset, and the Key
// ID in braces, below the entry of the computer (domain.md §2.7):
//
//	CN=2023-10-10T10:00:00-08:00{063EA4E1-…},CN=PC-17,OU=Sales,DC=example

// cnDate returns the date before the GUID at byte guid, or "".
func cnDate(value []byte, guid int) string {
	if guid < 1 || value[guid-1] != '{' {
		return ""
	}
	start := guid - 1
	for start > 0 && value[start-1] != '=' && value[start-1] != ' ' && value[start-1] != ',' && guid-start < 40 {
		start--
	}
	date := string(bytes.ReplaceAll(value[start:guid-1], []byte{'\\'}, nil)) // a plus is escaped
	if len(date) < len("2006-01-02T15:04:05") || normalDate(date) == "" {
		return ""
	}
	return date
}

// cnParent returns the name of the entry above, which is the computer, from
// the GUID on.
func cnParent(value []byte) []byte {
	rest, found := bytes.CutPrefix(value[min(guidChars, len(value)):], []byte("},"))
	if !found {
		return nil
	}
	rest, found = bytes.CutPrefix(bytes.TrimLeft(rest, " "), []byte("CN="))
	if !found {
		return nil
	}
	name, _, _ := bytes.Cut(rest, []byte{','})
	return name
}

// base64GUID reads 16 bytes in base64, in the order in which Windows stores a
// GUID.
func base64GUID(value []byte) (keyformat.ID, bool) {
	if len(value) != 24 || value[22] != '=' || value[23] != '=' {
		return keyformat.ID{}, false
	}
	b, ok := unbase64(value)
	if !ok || len(b) != 16 {
		return keyformat.ID{}, false
	}
	return keyformat.IDFromGUID([16]byte(b)), true
}

// unbase64 decodes base64; ok is false when a character is none of it.
func unbase64(value []byte) (b []byte, ok bool) {
	var bits uint32
	n := 0
	for _, c := range bytes.TrimRight(value, "=") {
		var v uint32
		switch {
		case c >= 'A' && c <= 'Z':
			v = uint32(c - 'A')
		case c >= 'a' && c <= 'z':
			v = uint32(c-'a') + 26
		case isDigit(c):
			v = uint32(c-'0') + 52
		case c == '+':
			v = 62
		case c == '/':
			v = 63
		default:
			return nil, false
		}
		bits = bits<<6 | v
		if n += 6; n >= 8 {
			n -= 8
			b = append(b, byte(bits>>n))
		}
	}
	return b, true
}
