package main

import (
	"context"
	"io"
	"os"

	"fortyeight/tools/internal/ocr"
)

// defaultCorpus is the corpus that lies in the project.
const defaultCorpus = "keyformat/decode/testdata/ocr-dev.jsonl"

// measureOCR measures how well noisy texts are read, or learns the table anew.
func measureOCR(_ context.Context, args []string, out io.Writer) error {
	flags := options("ocr", `Reads every text of a corpus and prints how often the true key comes first,
among three and among ten, how often a reading is called certain and is wrong,
how Key IDs fare among 10,000 others, and the time for a text; then the same
for 20,000 generated keys with one human slip each.

A corpus has one JSON object a line: id, layout, key, guid and text. The table
of costs was learned from the project's own corpus, so only -cv is honest there.
`, out)
	corpus := flags.String("corpus", defaultCorpus, "the `file` to measure")
	folds := flags.Bool("cv", false, "cross-validate: read each fifth with a table learned from the others")
	each := flags.Bool("each", false, "print a line for every text that is not read as certain")
	learn := flags.Bool("learn", false, "print the table of costs that the corpus teaches, as Go source")
	if err := parse(flags, args); err != nil {
		return err
	}
	file, err := os.Open(*corpus)
	if err != nil {
		return err
	}
	defer file.Close()
	if *learn {
		return ocr.Learn(out, file)
	}
	o := ocr.Usual()
	o.Each = *each
	if *folds {
		o.Folds = 5
	}
	return ocr.Report(out, file, o)
}
