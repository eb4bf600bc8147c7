// Package decode reads recovery keys and Key IDs in noisy text: typed with a
// slip, pasted out of a page, or recognised in a photo.
//
//	noisy text → symbols → regions → trellis → likeliest keys, with probabilities
//
// # How it reads
//
// Eight groups of six digits, each a multiple of 11 below 720,896, are a strong
// code: of a million groups 65,536 are right, and a wrong digit or a swap of
// neighbours always shows (domain.md §1.1, §5.2). So reading is decoding over a
// noisy channel, done exactly and not by rules: a trellis over the characters
// whose state is (group, digits read, residue mod 11, still on the bound), and
// whose moves are: read a character as a digit, skip a character, miss a digit.
// A key begins and ends anywhere in the text, at the edge of a run.
//
//   - symbol.go: characters; code.go: which strings of digits are keys and IDs.
//   - costs.go and costs_table.go: what digits are misread as, learned from the
//     corpus; channel.go: from that the weights of the moves, for recognised and
//     for typed text. Both channels are weighed, and the text decides.
//   - lattice.go: the sums over all keys; search.go: the likeliest keys, exactly
//     and in order; align.go and change.go: what was changed in them.
//   - clean.go: keys that need none of this. slips.go: slips over several digits.
//   - join.go: two damaged readings of one key. ids.go, nearest.go: Key IDs.
//   - survey.go, diagnose.go: what people bring instead of a key.
//
// # What the words mean
//
// A probability is that of a key given the text, over all keys and no key at
// all. [Certain], "read clearly", means at least 0.99; everything below is a
// choice for the person. No reading is more than well-formed, and only the
// locked PC proves a key. What arithmetic cannot see: groups exchanged or
// repeated, two digits exchanged over a third (abc → cba), twins (aa → bb),
// another drive's key.
//
// Separators (spaces, dashes, line ends, specks) are passed over silently,
// digits never: every other difference is a [Change]. The signs ? _ * • and a
// single X at a digit's place mean "unreadable here"; whole groups of X mean a
// redacted key.
//
// # What it does not do
//
// No input or output, no clock, no randomness, no goroutines, no log. Changes
// and candidates hold digits of keys; nothing else does. Texts beyond [MaxText],
// [MaxDigits] and [MaxKeys] are read in part, and the reading says so.
//
// # Figures
//
// Measured on 2026-11-24 with testdata/ocr-dev.jsonl (400 texts of Tesseract
// 5.3), cross-validated in five parts, by go run ./tools/dev ocr -cv:
//
//	true key first, among three, among ten      91.2 %, 92.5 %, 93.0 %
//	certain; certain but wrong                  83.8 %; none
//	key cut out of the text, a key claimed      none
//	nearest of 10,001 known IDs; wrong ones     95.8 %; none
//	an OCR text, median                         0.4 ms
//
// and with 20,000 generated keys with one human error each (domain.md §5.4):
//
//	noticed                                     98.9 %
//	of the noticed among six, among twelve      97.3 %, 100 %
//	a key with a slip, median                   0.5 ms
//
// Of the 1.1 % that nobody notices the digits typed are a well-formed key too:
// abc for cba and aa for bb do not change what is left over by 11, and no text
// that holds only them can tell.
//
//	156 keys beside ordinary numbers, misread   none
//	260 documents full of numbers, without a key: one listed in none
//
// The sums and the order of the keys are checked against all 65,536 values of
// a group in brute_test.go.
package decode
