package bridge

import "unicode/utf8"

// An object writes one JSON object, field by field. Its zero value is ready.
// Its methods are not inlined: they are called from everywhere, and the copies
// would double what the package weighs.
type object struct{ b []byte }

// end closes the object and returns it.
//
//go:noinline
func (o *object) end() string {
	if len(o.b) == 0 {
		return "{}"
	}
	return string(o.b) + "}"
}

// raw writes a field whose value is JSON already.
//
//go:noinline
func (o *object) raw(name, value string) {
	before := ","
	if len(o.b) == 0 {
		before = "{"
	}
	o.b = append(o.b, before+`"`+name+`":`+value...)
}

//go:noinline
func (o *object) text(name, value string) { o.raw(name, quote(value)) }

//go:noinline
func (o *object) int(name string, value int) { o.raw(name, number(value)) }

//go:noinline
func (o *object) bool(name string, value bool) {
	word := "false"
	if value {
		word = "true"
	}
	o.raw(name, word)
}

// number returns a number that is not negative, in decimal.
//
//go:noinline
func number(value int) string {
	var digits [20]byte
	i := len(digits)
	for more := true; more; more = value > 0 {
		i--
		digits[i] = byte('0' + value%10)
		value /= 10
	}
	return string(digits[i:])
}

// list writes n values, each the JSON that item returns.
//
//go:noinline
func (o *object) list(name string, n int, item func(i int) string) {
	all := []byte{'['}
	for i := range n {
		if i > 0 {
			all = append(all, ',')
		}
		all = append(all, item(i)...)
	}
	o.raw(name, string(append(all, ']')))
}

// quote returns text as a JSON string. Bytes that are no UTF-8 become U+FFFD.
//
//go:noinline
func quote(text string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ':
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(append(b, '"'))
}
