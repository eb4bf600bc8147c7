package site

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// hashChars is the length of the hash in a file's name. Ten characters of
// base32 are 50 bits: enough that no two versions of one file ever share it.
const hashChars = 10

// assetsPlace is where files with a hash in their names stand.
const assetsPlace = "assets/"

// assetPath returns where a file of that content stands: its name, the hash of
// its content, its extension, so that a name never means two contents.
func assetPath(name, extension string, data []byte) string {
	sum := sha256.Sum256(data)
	hash := strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:hashChars]
	return assetsPlace + name + "." + hash + extension
}

// hash is the SHA-256 of a file's content in hexadecimal digits.
func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
