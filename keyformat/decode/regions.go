package decode

// A text of any length is read in time that grows with the length only
// slowly: keys are looked for where digits stand close together, and nowhere
// else.
const (
	// MaxText is the length of text that is looked at, in bytes: 1 MiB, more
	// than any page or photo holds. Longer files are the business of package
	// keyfile.
	MaxText = 1 << 20
	// MaxDigits bounds the characters of key-like text that go through the
	// trellis: some 70 damaged keys, of which the worst cost 10 ms each. Clean
	// keys do not count.
	MaxDigits = 4096
	// window and windowDigits say what is key-like: so many digits among so
	// many characters. A key with a third of its digits gone is beyond help,
	// and lines of other text can stand between its halves.
	window       = 160
	windowDigits = 28
	// windowMasks is the most signs for unreadable digits in a window: three
	// groups of them. Lines to be filled in have more, and so many keys would
	// fit that nothing could be told.
	windowMasks = 18
)

// regions returns the parts of symbols[from:to] in which digits stand close
// enough for a key, in order and apart.
func regions(symbols []symbol, from, to int) (list []region) {
	digits, masks := 0, 0
	count := func(s symbol, n int) {
		if countsAsDigit(s) {
			digits += n
			if kindOf(s) != kindDigit {
				masks += n
			}
		}
	}
	for i := from; i < to; i++ {
		count(symbols[i], 1)
		if i-window >= from {
			count(symbols[i-window], -1)
		}
		if digits < windowDigits || masks > windowMasks {
			continue
		}
		r := region{max(from, i-window+1), i + 1}
		if n := len(list); n > 0 && list[n-1].to >= r.from {
			list[n-1].to = r.to
		} else {
			list = append(list, r)
		}
	}
	for i := range list { // up to the next region, so that the last window is whole
		next := to
		if i+1 < len(list) {
			next = list[i+1].from
		}
		list[i].to = min(list[i].to+window, next)
	}
	return list
}

// countsAsDigit reports whether s is a digit or stands for one.
func countsAsDigit(s symbol) bool {
	return kindOf(s) == kindDigit || s == '?' || s == '*' || s == symBullet || s == '_'
}
