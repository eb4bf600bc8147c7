package decode

// A text of any length is read in time that grows with the length only
// slowly: keys are looked for where their skeletons are, and nowhere else.
const (
	// MaxText is the length of text that is looked at, in bytes: 1 MiB, more
	// than any page or photo holds. Longer files are the business of package
	// keyfile.
	MaxText = 1 << 20
	// MaxDigits bounds the characters of skeletons that go through the trellis:
	// some 70 damaged keys, of which the worst cost 10 ms each. Clean keys do
	// not count.
	MaxDigits = 4096
	// window is how far a damaged key reaches: lines of other text can stand
	// between its halves.
	window = 160
)
