// Package sheet says what a backup sheet of a recovery key holds. How it looks
// is the business of package site/view.
//
// # What stands on a sheet
//
// A [Sheet] is made from one [keyformat.Key], and everything on it follows from
// that value: the 48 digits, the QR, the bar code and the text file. So they
// cannot differ, and a key that is not well-formed has no sheet: there is no
// Key of it.
//
//	s := sheet.New(key, id, sheet.Fields{Device: "LAPTOP-7"})
//	s.Groups()               // what is printed, in eight groups
//	sheet.QR(key).Path()     // what a phone or a scanner reads, as an SVG path
//	sheet.Bars(key, 1)       // what scanners without a camera read
//	s.Text(words)            // what other programs read
//
// # What a scanner types
//
// QR and bar code hold the 48 digits and nothing else: [Digits]. A scanner
// types what it reads as a keyboard would, and where a keyboard of another
// layout is set, a hyphen becomes another character; digits do not. The
// recovery screen needs no hyphens (domain.md §4.1).
//
// # Marks
//
// The QR is version 3 at the highest level of error correction, H: 29 modules
// a side, of which almost a third may be lost. Numeric mode puts 48 digits into
// 174 of its 208 bits; bytes would need a larger one. The bar code is Code 128,
// subset C, two digits a symbol. Both come with the quiet zone that their
// standards ask for, as paths in units of a module, since a path prints sharp at
// any size.
package sheet
