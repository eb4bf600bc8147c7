// Package keyfile reads recovery keys out of any file that holds them, from a
// single saved key file to an export of 100,000 rows, and finds the one whose
// Key ID stands on the recovery screen.
//
// # How a file is read
//
//	bytes ──sniff──▶ startup key, picture, …       named, never passed over
//	      ──charset─▶ text, in windows             never a whole large file
//	      ──shape──▶ rows │ objects │ blocks       structure decides, labels only help
//	      ──unit───▶ key + Key ID + what tells it apart ──▶ Set
//
// Labels differ by language and by the author of a script, and most are known
// in a few languages only (domain.md §2.3). So a key is found by its digits and
// the rule, a Key ID by its shape, and the two belong together when they stand
// in one row, one object, or one block, or else when they are nearest. A label
// that is known decides between two IDs of one row, and names the device, the
// volume and the date.
//
// # How to use it
//
// A [Scanner] reads files and folders into a [Set]. [Set.Find] answers which of
// its keys belongs to a Key ID; an [Index] finds them by device, volume, date or
// file as somebody types who has no ID. Of a large export a Set keeps keys, IDs and
// places; the other fields are parsed from the file when [Set.Fields] asks.
//
// # Limits
//
// Everything that a file could make large has a named limit in limits.go:
// windows, lines, names in archives, bytes that come out of them. What a limit
// cuts off is said in a [Notice], never dropped in silence.
//
// # What it never does
//
// It opens nothing but what it is given, keeps no clock, writes no log, and no
// error or notice of it holds a digit of a key. The package is compiled into a
// program for the browser, so it imports nothing large: not fmt, encoding/json,
// encoding/xml, encoding/csv or regexp. What only some files need stands in
// packages of its own, which the caller plugs in: office (workbooks), pdf, and
// charset (legacy encodings, which browsers have built in; package legacy tells
// them apart for both).
package keyfile
