package keyformat

// An ID is a Key ID: the GUID of a recovery key's protector, or its beginning
// where a screen or a list shows no more of it. IDs are comparable. The zero
// ID is no ID at all; [ParseID] never returns it without an error.
//
// An ID is no secret: it names a key and opens nothing.
type ID struct {
	bytes  [16]byte // as written, from the left; a last odd digit is a high nibble
	digits uint8    // hex digits known: 0, or MinIDDigits to IDDigits
}

const (
	// IDDigits is the number of hex digits in a whole Key ID.
	IDDigits = 32
	// MinIDDigits is the fewest hex digits that name a key. The account page
	// and most lists show 8; Windows 7 showed 16 characters, which hold 14
	// digits (domain.md §2.2, §2.6).
	MinIDDigits = 8
)

// IDFromBytes returns the whole ID whose 16 bytes, in the order in which they
// are written, are b. A GUID stored by Windows is mixed-endian: use
// [IDFromGUID] for that.
func IDFromBytes(b [16]byte) ID { return ID{bytes: b, digits: IDDigits} }

// IDFromGUID returns the whole ID for the 16 bytes of a GUID as Windows stores
// it in files and directories, with its first three fields little-endian
// (domain.md §1.5, §2.7).
func IDFromGUID(b [16]byte) ID {
	return IDFromBytes([16]byte{
		b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6],
		b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15],
	})
}

// IsZero reports whether id is the zero ID, which names no key.
func (id ID) IsZero() bool { return id.digits == 0 }

// Whole reports whether all 32 digits of id are known.
func (id ID) Whole() bool { return id.digits == IDDigits }

// Digits returns how many hex digits of id are known: 8 to 32, or 0 for the
// zero ID.
func (id ID) Digits() int { return int(id.digits) }

// Bytes returns the digits of id as bytes in the order in which they are
// written; what is not known is zero.
func (id ID) Bytes() [16]byte { return id.bytes }

// Beginning returns the ID of the first digits of id, at least [MinIDDigits];
// it returns id itself when id has no more than that.
func (id ID) Beginning(digits int) ID {
	digits = max(digits, MinIDDigits)
	if digits >= id.Digits() {
		return id
	}
	var short ID
	for i := range digits {
		short.push(id.digit(i))
	}
	return short
}

// String returns id as Windows shows it: upper case, hyphens after the 8th,
// 12th, 16th and 20th digit, no braces. A beginning ends where it ends. The
// zero ID gives the empty string.
func (id ID) String() string {
	b := make([]byte, 0, IDDigits+4)
	for i := range id.Digits() {
		if hyphenBefore(i) {
			b = append(b, '-')
		}
		b = append(b, "0123456789ABCDEF"[id.digit(i)])
	}
	return string(b)
}

// Compare orders IDs by their digits, and a beginning before what it begins.
func (id ID) Compare(other ID) int {
	for i := range min(id.Digits(), other.Digits()) {
		if c := int(id.digit(i)) - int(other.digit(i)); c != 0 {
			return c
		}
	}
	return id.Digits() - other.Digits()
}

// begins reports whether other has all digits of id at its beginning.
func (id ID) begins(other ID) bool {
	if id.digits > other.digits {
		return false
	}
	for i := range id.Digits() {
		if id.digit(i) != other.digit(i) {
			return false
		}
	}
	return true
}

// digit returns digit i, from 0, as a number from 0 to 15.
func (id ID) digit(i int) byte {
	b := id.bytes[i/2]
	if i%2 == 0 {
		return b >> 4
	}
	return b & 0xF
}

// push adds a digit at the end. Until MinIDDigits have been pushed the value
// is not an ID yet.
func (id *ID) push(digit byte) {
	if id.digits%2 == 0 {
		digit <<= 4
	}
	id.bytes[id.digits/2] |= digit
	id.digits++
}

// hyphenBefore reports whether a GUID has a hyphen before hex digit i.
func hyphenBefore(i int) bool { return i == 8 || i == 12 || i == 16 || i == 20 }
