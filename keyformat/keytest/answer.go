package keytest

// An Answer is what the check program says of a text, in JSON: of the fields that
// wasm/check.d.ts describes, those that a Result has.
type Answer struct {
	State, Key   string
	Groups       []struct{ State string }
	IDs          []string
	After, Count int
	Damaged      []struct{}
}

// Result returns what the program says, to be compared.
func (a Answer) Result() Result {
	got := Result{State: a.State, Key: a.Key, After: a.After, Keys: a.Count, Damaged: len(a.Damaged)}
	if len(a.IDs) > 0 {
		got.IDs = a.IDs
	}
	for _, g := range a.Groups {
		got.Groups = append(got.Groups, g.State)
	}
	return got
}
