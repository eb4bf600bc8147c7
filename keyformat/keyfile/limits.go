package keyfile

// The limits of reading. They bound memory and time whatever a file holds.
const (
	// windowSize is how many bytes of a file are read at a time.
	windowSize = 256 << 10
	// maxLine is the longest line that is looked at as one. A longer one is
	// read in pieces of this length, each of which begins with the last
	// lineOverlap bytes of the one before, so that no key is cut.
	maxLine     = 64 << 10
	lineOverlap = 1 << 10
	// sampleSize is how much of a text is looked at to tell its shape.
	sampleSize = 32 << 10
	// MaxDepth is how deep objects in objects are told apart. What stands
	// deeper counts as standing at this depth.
	MaxDepth = 128
	// maxPending is how many keys of an object wait for what stands after them
	// in it; further ones are taken as they are.
	maxPending = 256
	// maxValue is how many bytes of what people read are kept: names are far
	// shorter. A value in which keys are looked for may be as long as a line,
	// and a longer one is read in pieces like a line.
	maxValue = 4 << 10
	// MaxRepairs is how many damaged keys of one scan are read by package
	// decode, which takes some milliseconds for each.
	MaxRepairs = 200
	// MaxNotices is how many notices of one kind are kept with their place;
	// further ones are counted.
	MaxNotices = 1000

	// MaxNames is how many names of one archive are read.
	MaxNames = 100_000
	// MaxUnpacked is how many bytes come out of one archive at most: room for
	// the largest export, and a bound for a bomb.
	MaxUnpacked = 1 << 30
	// MaxRatio is how many times larger than packed a member may get. Exports
	// of one key shape pack about six times smaller, and a bomb a thousand.
	MaxRatio = 200
	// ratioFree is how many bytes come out of a member before its ratio is
	// looked at: small files of spaces are no bombs.
	ratioFree = 8 << 20
	// MaxNesting is how many archives deep members are read: an archive in an
	// archive, and no further (issue "any file that holds keys").
	MaxNesting = 2
	// maxInner is how large an archive inside another may be: it is held in
	// memory, since its directory stands at its end.
	maxInner = 64 << 20
)
