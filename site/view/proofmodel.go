package view

// BuildTable says what the site was built from, a row a thing.
type BuildTable struct{ Rows []BuildRow }

// BuildRow is one thing that a build is made of: its hash or that of a commit, in
// hexadecimal digits, or words where it has none.
type BuildRow struct {
	Label string
	Value string
	Words string // in place of a value
}
