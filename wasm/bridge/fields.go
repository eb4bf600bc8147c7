package bridge

// Fields are the fields of an object that came in, as JavaScript wrote them:
// name and value in turn, each four bytes of length, the lowest first, and
// then so many bytes. Texts are UTF-8 and numbers are written in decimal.
type Fields []byte

// Encode writes fields as wasm/worker.js does: for tests, and as the document
// of the form.
func Encode(namesAndValues ...string) []byte {
	var b []byte
	for _, part := range namesAndValues {
		n := len(part)
		b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
		b = append(b, part...)
	}
	return b
}

// next takes the first part off f. What is cut short is empty.
func (f *Fields) next() []byte {
	b := *f
	if len(b) < 4 {
		*f = nil
		return nil
	}
	n := int(b[0]) | int(b[1])<<8 | int(b[2])<<16 | int(b[3])<<24
	b = b[4:]
	if n < 0 || n > len(b) {
		*f = nil
		return nil
	}
	*f = b[n:]
	return b[:n]
}

// Bytes returns the value of a field, or nil and false where it is missing.
// The bytes are good until the call ends.
func (f Fields) Bytes(name string) ([]byte, bool) {
	for len(f) > 0 {
		is := string(f.next()) == name
		value := f.next()
		if is {
			return value, value != nil
		}
	}
	return nil, false
}

// Text returns the value of a field as a string.
func (f Fields) Text(name string) (string, bool) {
	b, ok := f.Bytes(name)
	return string(b), ok
}

// Int returns the value of a field as a number, as [Number] reads it.
func (f Fields) Int(name string) (int, bool) {
	digits, _ := f.Bytes(name)
	return Number(digits)
}

// Number reads a number in decimal, not negative and below 10^15; false for
// what is none. strconv.Atoi would bring the printing of its errors along, 5 kB.
func Number(digits []byte) (int, bool) {
	if len(digits) == 0 || len(digits) > 15 {
		return 0, false
	}
	n := 0
	for _, d := range digits {
		if d < '0' || d > '9' {
			return 0, false
		}
		n = n*10 + int(d-'0')
	}
	return n, true
}
