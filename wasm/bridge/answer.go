package bridge

// An Answer writes the JSON object that a call answers, for programs whose
// calls stand in a package of their own because they weigh more. Its zero value
// is ready; an Answer without fields is an empty object.
type Answer struct{ o object }

// Text writes a field that is a string.
func (a *Answer) Text(name, value string) { a.o.text(name, value) }

// Int writes a field that is a number, which is not negative.
func (a *Answer) Int(name string, value int) { a.o.int(name, value) }

// Bool writes a field that is true or false.
func (a *Answer) Bool(name string, value bool) { a.o.bool(name, value) }

// Null writes a field that has no value.
func (a *Answer) Null(name string) { a.o.raw(name, "null") }

// Texts writes a field that is a list of strings.
func (a *Answer) Texts(name string, values []string) {
	a.o.list(name, len(values), func(i int) string { return quote(values[i]) })
}

// Ints writes a field that is a list of numbers.
func (a *Answer) Ints(name string, values []int) {
	a.o.list(name, len(values), func(i int) string { return number(values[i]) })
}

// Object writes a field that is an object.
func (a *Answer) Object(name string, value *Answer) { a.o.raw(name, value.End()) }

// Objects writes a field that is a list of objects.
func (a *Answer) Objects(name string, values []*Answer) {
	a.o.list(name, len(values), func(i int) string { return values[i].End() })
}

// End closes the object and returns it. Nothing can be written afterwards.
func (a *Answer) End() string { return a.o.end() }

// Usage is the answer to a call that is used wrongly: it says what the call
// wants, and nothing of what it got.
func Usage(wants string) string { return usage(wants) }
