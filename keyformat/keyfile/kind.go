package keyfile

import "fortyeight/keyformat"

// A Kind names what is recognised and is no recovery key, or why something was
// not read. Its name, from String, is fixed.
type Kind uint8

// The kinds of notice.
const (
	StartupKey    Kind = iota // a .BEK file, or its name in a list of protectors
	RedactedKey               // a key whose digits were covered
	TruncatedKey              // a key that a table cut off with dots
	DamagedKey                // digits like a key's that break the rule, and no one repair is likeliest
	NoKeys                    // a list of Key IDs without keys, as Graph gives it without $select=key
	MissingKey                // a row or object that has an ID or a device, and no key
	FileVaultKey              // the recovery key of a Mac
	LUKSKey                   // a LUKS header or its backup
	KeyPackage                // a BitLocker key package, for repairing damaged drives
	EncryptedFile             // an office file, archive or PDF that wants a password
	Picture                   // a picture: its text has to be read first
	NoText                    // a PDF that is only pictures
	Unsupported               // a container that is not read: 7z, RAR, gzip, old office files
	Bomb                      // an archive that unpacks to far more than it should
	TooManyNames              // an archive with more names than are read
	TooDeep                   // an archive in an archive in an archive
	TooLarge                  // more than a limit allows; what fits was read
	Broken                    // a container that is damaged; what could be read was
	Unreadable                // the file could not be opened, or changed while it was read
	kindCount
)

var kindNames = [kindCount]string{
	StartupKey:    "startup-key",
	RedactedKey:   "redacted-key",
	TruncatedKey:  "truncated-key",
	DamagedKey:    "damaged-key",
	NoKeys:        "list-without-keys",
	MissingKey:    "missing-key",
	FileVaultKey:  "filevault-key",
	LUKSKey:       "luks",
	KeyPackage:    "key-package",
	EncryptedFile: "encrypted-file",
	Picture:       "picture",
	NoText:        "no-text",
	Unsupported:   "unsupported",
	Bomb:          "archive-bomb",
	TooManyNames:  "too-many-names",
	TooDeep:       "nested-too-deep",
	TooLarge:      "too-large",
	Broken:        "broken",
	Unreadable:    "unreadable",
}

// String returns the fixed name of the kind, such as "startup-key".
func (k Kind) String() string { return kindNames[k] }

// Kinds returns every kind, for tests that each has its words.
func Kinds() []Kind { return below(kindCount) }

// below returns the values below count, in order.
func below[T ~uint8](count T) []T {
	all := make([]T, count)
	for i := range all {
		all[i] = T(i)
	}
	return all
}

// A Notice tells of something that is no recovery key, or of a part that was
// not read.
type Notice struct {
	Kind   Kind
	ID     keyformat.ID // of a startup key, a redacted or a missing key, if known
	Fields Fields       // of what is missing, if known
	Place  Place
	// Candidates are the keys that a damaged one can have come from, likeliest
	// first, where no one of them is likeliest by far.
	Candidates []keyformat.Key
}
