package bridge

// An Answer writes the JSON object that a call answers, field by field. Its zero
// value is ready; an Answer without fields is an empty object. Methods that are
// called from everywhere are not inlined: the copies would double what the package
// weighs.
type Answer struct{ b []byte }

// End closes the object and returns it. Nothing can be written afterwards.
//
//go:noinline
func (a *Answer) End() string {
	if len(a.b) == 0 {
		return nothing
	}
	return string(a.b) + "}"
}

// raw writes a field whose value is JSON already.
//
//go:noinline
func (a *Answer) raw(name, value string) {
	before := ","
	if len(a.b) == 0 {
		before = "{"
	}
	a.b = append(a.b, before+`"`+name+`":`+value...)
}

// Text writes a field that is a string.
//
//go:noinline
func (a *Answer) Text(name, value string) { a.raw(name, quote(value)) }

// Int writes a field that is a number, which is not negative.
//
//go:noinline
func (a *Answer) Int(name string, value int) { a.raw(name, number(value)) }

// Bool writes a field that is true or false.
//
//go:noinline
func (a *Answer) Bool(name string, value bool) {
	word := "false"
	if value {
		word = "true"
	}
	a.raw(name, word)
}

// Null writes a field that has no value.
func (a *Answer) Null(name string) { a.raw(name, "null") }

// Texts writes a field that is a list of strings.
func (a *Answer) Texts(name string, values []string) {
	a.list(name, len(values), func(i int) string { return quote(values[i]) })
}

// Ints writes a field that is a list of numbers.
func (a *Answer) Ints(name string, values []int) {
	a.list(name, len(values), func(i int) string { return number(values[i]) })
}

// Object writes a field that is an object.
func (a *Answer) Object(name string, value *Answer) { a.raw(name, value.End()) }

// Objects writes a field that is a list of objects.
func (a *Answer) Objects(name string, values []*Answer) {
	a.list(name, len(values), func(i int) string { return values[i].End() })
}

// list writes n values, each the JSON that item returns.
//
//go:noinline
func (a *Answer) list(name string, n int, item func(i int) string) {
	all := []byte{'['}
	for i := range n {
		if i > 0 {
			all = append(all, ',')
		}
		all = append(all, item(i)...)
	}
	a.raw(name, string(append(all, ']')))
}

// nothing is an object without fields: the answer of a call that has none.
const nothing = "{}"

// Usage is the answer to a call that is used wrongly: it says what the call
// wants, and nothing of what it got.
func Usage(wants string) string {
	var a Answer
	a.Text("usage", wants)
	return a.End()
}
