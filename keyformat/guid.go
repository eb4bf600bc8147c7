package keyformat

import "unicode/utf8"

// idParts are the lengths of a GUID's parts in hex digits.
var idParts = [...]int{8, 4, 4, 4, 12}

// findID reads a Key ID at the beginning of text, which must be the beginning
// of a word, and returns it with its length in bytes, or a length of 0. It
// takes a whole GUID, 32 hex digits, or a beginning that ends with its word.
func findID(text string) (ID, int) {
	run, size := hexRun(text)
	if goesOn(text[size:]) || run != idParts[0] && run != IDDigits {
		return ID{}, 0
	}
	var id ID
	id.pushAll(text[:size])
	if id.Whole() {
		if !plausible(id) { // 32 of a recovery key's digits, typed in one go
			return ID{}, 0
		}
		return id, size
	}
	for _, want := range idParts[1:] {
		r, hyphen := utf8.DecodeRuneInString(text[size:])
		if !isHyphen(r) {
			break
		}
		part := text[size+hyphen:]
		run, length := hexRun(part)
		if run == 0 {
			break
		}
		if goesOn(part[length:]) {
			return ID{}, 0
		}
		if run > want {
			if run == GroupDigits && decimalOnly(part[:length]) {
				break // a recovery key stands after the beginning of an ID
			}
			return ID{}, 0
		}
		id.pushAll(part[:length])
		size += hyphen + length
		if run < want {
			break
		}
	}
	if !id.Whole() && !plausible(id) {
		return ID{}, 0
	}
	return id, size
}

// plausible reports whether hex digits without a GUID's hyphens are likelier
// an ID than a date, an asset number or a word: it has letters and decimal
// digits.
func plausible(id ID) bool {
	letters := 0
	for i := range id.Digits() {
		if id.digit(i) > 9 {
			letters++
		}
	}
	return letters > 0 && letters < id.Digits()
}

// hexRun counts the hex digits at the beginning of text, and their bytes.
func hexRun(text string) (digits, size int) {
	for size < len(text) {
		r, n := utf8.DecodeRuneInString(text[size:])
		if hexValue(r) < 0 {
			break
		}
		digits++
		size += n
	}
	return digits, size
}

// pushAll adds the hex digits of text.
func (id *ID) pushAll(text string) {
	for _, r := range text {
		id.push(byte(hexValue(r)))
	}
}

func decimalOnly(hex string) bool {
	for _, r := range hex {
		if hexValue(r) > 9 {
			return false
		}
	}
	return true
}

// goesOn reports whether text begins with a letter or a digit.
func goesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return inWord(r)
}
