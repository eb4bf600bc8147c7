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
	// MaxKeys is how many clean keys are read: each is compared with each. A text
	// with more is an export, which package keyfile reads.
	MaxKeys = 1024
	// window is how far a damaged key reaches: lines of other text can stand
	// between its halves.
	window = 160
	// piece is how much of a long region is read at a time. A piece and the next
	// have a window in common.
	piece = 5 * window
)
