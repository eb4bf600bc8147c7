package dislocker

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
)

// batch is how many texts go through memory at a time.
const batch = 100_000

// Run makes so many texts, asks dislocker and adds what comes of it.
func (r *Result) Run(ctx context.Context, o *Oracle, seed uint64, count int) error {
	for done := 0; done < count; done += batch {
		texts := Texts(seed+uint64(done), min(batch, count-done))
		theirs, err := o.ask(ctx, texts)
		if err != nil {
			return err
		}
		r.Compare(texts, theirs)
		if err := r.Printed(ctx, o, texts, theirs); err != nil {
			return err
		}
	}
	return nil
}

func (o *Oracle) ask(ctx context.Context, texts []Text) ([]Verdict, error) {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = t.Text
	}
	return o.Ask(ctx, list)
}

// Record writes texts with dislocker's answers: how each was made, the text as Go
// quotes it, and the bytes of the key if it is one, with tabs between them.
func Record(ctx context.Context, o *Oracle, seed uint64, count int, out io.Writer) error {
	texts := Texts(seed, count)
	theirs, err := o.ask(ctx, texts)
	if err != nil {
		return err
	}
	for i, t := range texts {
		key := ""
		if theirs[i].Key {
			key = hex.EncodeToString(theirs[i].Bytes[:])
		}
		if _, err := fmt.Fprintf(out, "%s\t%s\t%s\n", t.Made, strconv.QuoteToASCII(t.Text), key); err != nil {
			return err
		}
	}
	return nil
}
