package decode

import "fortyeight/keyformat"

// A Decoder reads noisy texts by a table of costs. It is made once and may be
// used by several goroutines at a time.
type Decoder struct {
	recognised       *channel
	typed, regrouped *channel
	anyID            *channel // recognised, for the mean of all IDs
	sets             [symbols]digitSet
}

// New returns the decoder for the costs that follow from counts.
func New(counts *Counts) *Decoder {
	ocr := recognised(counts, 1)
	return &Decoder{
		recognised: ocr,
		sets:       standsFor(ocr),
		typed:      typed(false),
		regrouped:  typed(true),
		anyID:      recognised(counts, 1.0/16),
	}
}

// standard is the decoder for the table of costs in costs_table.go.
var standard = New(&learned)

// Standard returns the decoder that the functions of this package use.
func Standard() *Decoder { return standard }

// Read finds the keys and Key IDs in text, however it came to be: typed,
// pasted, or recognised in a picture. It weighs both channels, and the text
// decides. Two calls with the same text give the same reading.
func Read(text string) Reading { return standard.Read(text) }

// NearestID is [Decoder.NearestID] by the table of costs in the program.
func NearestID(text string, list []keyformat.ID) (index int, probability float64, ok bool) {
	return standard.NearestID(text, list)
}

// Diagnose names what stands in text instead of a recovery key. It is the
// Diagnosis of [Read], for callers that want nothing else.
func Diagnose(text string) Diagnosis { return Read(text).Diagnosis }
