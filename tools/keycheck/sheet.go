package main

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"time"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
	"fortyeight/keyformat/sheet"
	"fortyeight/site"
	"fortyeight/site/view"
)

// An order is what sheet is asked for.
type order struct {
	paper        string
	letter, list bool
	blank, svg   bool
	id, output   string
	fields       sheet.Fields
	sheets       []sheet.Sheet
}

// sheet prints backup sheets of the keys in files.
func (e *env) sheet(args []string) int {
	o := order{fields: sheet.Fields{Date: time.Now().Format(time.DateOnly)}}
	flags := flag.NewFlagSet("keycheck", flag.ContinueOnError)
	flags.StringVar(&o.paper, "paper", string(view.A4), "")
	flags.BoolVar(&o.list, "list", false, "")
	flags.BoolVar(&o.blank, "blank", false, "")
	flags.BoolVar(&o.svg, "svg", false, "")
	flags.StringVar(&o.id, "id", "", "")
	flags.StringVar(&o.output, "o", "", "")
	flags.StringVar(&o.fields.Device, "device", "", "")
	flags.StringVar(&o.fields.Drive, "drive", "", "")
	flags.StringVar(&o.fields.Owner, "owner", "", "")
	flags.StringVar(&o.fields.Date, "date", o.fields.Date, "")
	flags.StringVar(&o.fields.Note, "note", "", "")
	files, ok := e.parseFlags(flags, args)
	if !ok {
		return misused
	}
	if why := o.misused(files); why != "" {
		return e.misuse(why)
	}
	for _, name := range files {
		in, err := e.read(name)
		if err != nil {
			e.unreadable(in.name, err)
			return misused
		}
		if status := e.order(&o, in); status != found {
			return status
		}
	}
	var out []byte
	switch {
	case o.svg && len(o.sheets) > 1:
		return e.misuse("-svg draws one QR, and there are several keys; name one with -id")
	case o.svg:
		out = []byte(sheet.QR(o.sheets[0].Key).SVG())
	default:
		page, err := o.html()
		if err != nil {
			fmt.Fprintf(e.stderr, "keycheck: the sheet cannot be made: %v\n", err)
			return misused
		}
		out = page
	}
	return e.deliver(o.output, out)
}

// misused says what is wrong with an order, or nothing.
func (o *order) misused(files []string) string {
	switch view.SheetFormat(o.paper) {
	case view.A4, view.Card, view.Label:
	case view.Letter:
		o.letter = true
	default:
		return "-paper is a4, letter, card or label"
	}
	o.id = strings.TrimSpace(o.id)
	switch screen := keyformat.CheckID(o.id); {
	case o.id != "" && screen.ID.IsZero():
		return "-id wants the Key ID. " + say("problem."+screen.Problem.String(), nil)
	case o.blank && (len(files) > 0 || o.svg || o.list):
		return "-blank prints a sheet to be filled in by hand; it takes no files, no -svg and no -list"
	case !o.blank && len(files) == 0:
		return "sheet wants the files with the keys, or - for standard input"
	}
	return ""
}

// order adds the keys of a text to the order.
func (e *env) order(o *order, in input) int {
	report := keyformat.CheckFile(in.name, in.text())
	wanted := keyformat.CheckID(o.id).ID
	keys := report.Found
	if len(keys) == 1 && keys[0].ID.IsZero() {
		keys[0].ID = wanted // who orders the sheet knows it
	}
	beside := fieldsBeside(in)
	added := 0
	for _, key := range keys {
		if !wanted.IsZero() && wanted.Match(key.ID) == keyformat.NoMatch {
			continue
		}
		fields := o.fields
		fields.Device = cmp.Or(fields.Device, beside[key.Key].Device)
		fields.Drive = cmp.Or(fields.Drive, beside[key.Key].Volume)
		o.sheets = append(o.sheets, sheet.New(key.Key, key.ID, fields))
		added++
	}
	if added > 0 {
		return found
	}
	name := in.name
	if name == "" {
		name = "standard input"
	}
	answer := say("answer.key-wrong.title", nil)
	if report.State == keyformat.None {
		answer = say("answer.file-no-key.title", nil)
	} else if len(keys) > 0 {
		answer = say("answer.file-other.title", nil)
	}
	fmt.Fprintf(e.stderr, "keycheck: no sheet is made of %s: %s. Say keycheck check for more.\n", plain(name), answer)
	return notFound
}

// fieldsBeside returns what the text says of each key beside its ID: which PC
// and which drive it is for. Sheets of many keys are of no use without.
func fieldsBeside(in input) map[keyformat.Key]keyfile.Fields {
	s := newScanner()
	if err := s.Read(context.Background(), in.name, bytes.NewReader(in.bytes)); err != nil {
		return nil
	}
	all := map[keyformat.Key]keyfile.Fields{}
	for i := range s.Set.Len() {
		if f, err := s.Fields(i); err == nil {
			all[s.Set.Record(i).Key] = f
		}
	}
	return all
}

// html returns the document that prints what was ordered.
func (o *order) html() ([]byte, error) {
	style, err := sheetStyle()
	if err != nil {
		return nil, err
	}
	words := func(key string) string { return say(key, nil) }
	doc := view.SheetDocument{Lang: "en", Dir: "ltr", Words: words, Style: style, Format: view.SheetFormat(o.paper), Letter: o.letter}
	doc.PageNumber = func(n, count int) string { return numbered("sheet.page", n, count) }
	switch {
	case o.blank:
		doc.Format = view.Blank
		doc.Sheets = []view.Sheet{{Words: words, Device: o.fields.Device, Drive: o.fields.Drive, Owner: o.fields.Owner, Note: o.fields.Note}}
	case o.list:
		doc.Format = view.List
	}
	for i, s := range o.sheets {
		number := ""
		if len(o.sheets) > 1 {
			number = numbered("sheet.number", i+1, len(o.sheets))
		}
		doc.Sheets = append(doc.Sheets, view.SheetOf(words, s, number))
	}
	var page bytes.Buffer
	err = view.SheetFile(doc).Render(context.Background(), &page)
	return page.Bytes(), err
}

// numbered says "Sheet 3 of 250".
func numbered(key string, n, count int) string {
	return say(key, map[string]string{"n": strconv.Itoa(n), "count": strconv.Itoa(count)})
}

// sheetStyle returns the style sheets of the paper.
func sheetStyle() (string, error) {
	var style strings.Builder
	for _, name := range []string{"sheet/paper.css", "sheet/sheet.css", "sheet/small.css", "sheet/blank.css"} {
		css, err := fs.ReadFile(site.Assets(), name)
		if err != nil {
			return "", err
		}
		style.Write(css)
	}
	return style.String(), nil
}

// deliver writes to a file that only its owner can read, or to standard output.
func (e *env) deliver(name string, data []byte) int {
	if name == "" || name == "-" {
		e.stdout.Write(data)
		return found
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		fmt.Fprintf(e.stderr, "keycheck: the sheet cannot be written: %v\n", err)
		return misused
	}
	return found
}
