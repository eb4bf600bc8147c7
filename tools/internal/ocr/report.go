package ocr

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"time"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// Options says how to measure.
type Options struct {
	// Folds cross-validates in so many parts if it is above 1: each part is
	// read with a table learned from the others. Only that is honest on the
	// corpus from which the table of the program was learned.
	Folds int
	// Decoys is how many generated IDs stand beside the true one when the
	// nearest is looked for.
	Decoys int
	// Human is how many keys with one human error each are measured; 0 leaves
	// them out.
	Human int
	// Ordinary is how many documents without a key are read, after keys beside
	// ordinary numbers; 0 leaves both out.
	Ordinary int
	// Each prints a line for every text whose key is not read as certain.
	Each bool
}

// Usual are the options of the figures in the package comment of decode.
func Usual() Options { return Options{Decoys: 10_000, Human: 20_000, Ordinary: 260} }

// Report measures a corpus and prints the figures.
func Report(w io.Writer, corpus io.Reader, o Options) error {
	samples, err := read(corpus)
	if err != nil {
		return err
	}
	var t tally
	folds := max(1, o.Folds)
	for fold := range folds {
		d := decode.Standard()
		part := samples
		if folds > 1 {
			var others []sample
			part = nil
			for i, s := range samples {
				if i%folds == fold {
					part = append(part, s)
				} else {
					others = append(others, s)
				}
			}
			d = decode.New(learn(others))
		}
		for _, s := range part {
			t.measure(w, d, s, o)
		}
	}
	t.print(w, folds)
	if o.Human > 0 {
		human(w, o.Human)
	}
	if o.Ordinary > 0 {
		neighbours(w, o.Each)
		ordinary(w, o.Ordinary, o.Each)
	}
	return nil
}

// A tally counts what was measured.
type tally struct {
	texts, first, three, ten, certain, certainWrong, likely, likelyWrong int
	idRight, idWrong, idRefused, strangers, strangersTaken               int
	claimed                                                              int
	times                                                                []time.Duration
}

func (t *tally) measure(w io.Writer, d *decode.Decoder, s sample, o Options) {
	t.texts++
	begin := time.Now()
	r := d.Read(s.text)
	t.times = append(t.times, time.Since(begin))
	at := slices.IndexFunc(r.Candidates, func(c decode.Candidate) bool { return c.Key == s.key })
	within := func(n int) int {
		if at >= 0 && at < n {
			return 1
		}
		return 0
	}
	t.first += within(1)
	t.three += within(3)
	t.ten += within(10)
	switch r.State {
	case decode.Certain:
		t.certain++
		t.certainWrong += 1 - within(1)
	case decode.Likely:
		t.likely++
		t.likelyWrong += 1 - within(1)
	}
	if o.Each && (r.State != decode.Certain || at != 0) {
		top := 0.0
		if len(r.Candidates) > 0 {
			top = r.Candidates[0].Probability
		}
		fmt.Fprintf(w, "%s %s, %d candidates, the likeliest at %.4f, the true one at %d\n", s.name, r.State, len(r.Candidates), top, at+1)
	}
	if c := d.Read(cut(s.text, s.key)); c.State != decode.None {
		t.claimed++
		if o.Each {
			fmt.Fprintf(w, "%s a key is claimed in the text without it\n", s.name)
		}
	}
	t.nearest(w, d, s, o)
}

// nearest looks the ID of the text up among decoys, with the true one in the
// list and without it.
func (t *tally) nearest(w io.Writer, d *decode.Decoder, s sample, o Options) {
	known := decoys(o.Decoys)
	known = append(known, s.id)
	switch i, p, ok := d.NearestID(s.text, known); {
	case !ok:
		t.idRefused++
		if o.Each {
			fmt.Fprintf(w, "%s its ID is refused at %.4f\n", s.name, p)
		}
	case i == len(known)-1:
		t.idRight++
	default:
		t.idWrong++
	}
	t.strangers++
	if _, _, ok := d.NearestID(s.text, known[:len(known)-1]); ok {
		t.strangersTaken++
	}
}

// decoys returns so many GUIDs of version 4, always the same.
func decoys(n int) []keyformat.ID {
	source := rand.New(rand.NewPCG(48, 1))
	list := make([]keyformat.ID, 0, n+1)
	for range n {
		var b [16]byte
		for i := range b {
			b[i] = byte(source.Uint32())
		}
		b[6], b[8] = b[6]&0x0F|0x40, b[8]&0x3F|0x80
		list = append(list, keyformat.IDFromBytes(b))
	}
	return list
}

func (t *tally) print(w io.Writer, folds int) {
	how := "by the table in the program"
	if folds > 1 {
		how = fmt.Sprintf("cross-validated in %d parts", folds)
	}
	fmt.Fprintf(w, "%d texts, %s\n", t.texts, how)
	share(w, "true key first", t.first, t.texts)
	share(w, "among three", t.three, t.texts)
	share(w, "among ten", t.ten, t.texts)
	share(w, "certain", t.certain, t.texts)
	share(w, "certain but wrong", t.certainWrong, t.texts)
	share(w, "likely", t.likely, t.texts)
	share(w, "likely but wrong", t.likelyWrong, t.texts)
	share(w, "key cut out, a key claimed", t.claimed, t.texts)
	share(w, "ID found among the known", t.idRight, t.texts)
	share(w, "ID refused", t.idRefused, t.texts)
	share(w, "ID wrong", t.idWrong, t.texts)
	share(w, "ID not in the list, one accepted", t.strangersTaken, t.strangers)
	slices.Sort(t.times)
	fmt.Fprintf(w, "%-34s %6.2f  (the longest %.2f)\n", "milliseconds a text, median", ms(t.times[len(t.times)/2]), ms(t.times[len(t.times)-1]))
}

// share prints a line of the report.
func share(w io.Writer, name string, n, of int) {
	fmt.Fprintf(w, "%-34s %6d  %5.2f %%\n", name, n, 100*float64(n)/float64(max(1, of)))
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
