package sheet

import (
	qrcode "github.com/skip2/go-qrcode"

	"fortyeight/keyformat"
)

const (
	// QuietZone is the free space around a QR, in modules: four, as its
	// standard asks for.
	QuietZone = 4
	// QRModules is the side of the QR of a key, in modules, without its quiet
	// zone: version 3.
	QRModules = 29
	// QRSize is the side with the quiet zone.
	QRSize = QRModules + 2*QuietZone

	qrVersion = 3
)

// A Code is the QR of a key: QRSize rows of QRSize modules, true where they
// are dark, the quiet zone included.
type Code [][]bool

// QR returns the QR of a key's 48 digits.
func QR(key keyformat.Key) Code {
	// The version is forced: the size on paper must not depend on the key.
	code, err := qrcode.NewWithForcedVersion(Digits(key), qrVersion, qrcode.Highest)
	if err != nil {
		panic("sheet: the digits of a key always fit into version 3") // a panic names no digit
	}
	return code.Bitmap()
}

// Path returns the dark modules as an SVG path in a square of QRSize units.
func (c Code) Path() string {
	var path []byte
	for y, row := range c {
		path = runPath(path, row, 0, y)
	}
	return string(path)
}
