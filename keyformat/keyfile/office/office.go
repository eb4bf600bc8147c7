// Package office reads the cells of XLSX workbooks, as Excel, LibreOffice and
// libraries write them: a ZIP archive of XML files, of which it needs the few
// tags below. Plug [Workbook] into a keyfile.Scanner.
//
//	xl/workbook.xml             <sheet name r:id>, <workbookPr date1904>
//	xl/_rels/workbook.xml.rels  <Relationship Id Target>
//	xl/sharedStrings.xml        <si>…<t>text</t>…</si>, by number
//	xl/styles.xml               <numFmt>, <cellXfs><xf numFmtId>: which numbers are dates
//	xl/worksheets/*.xml         <row r><c r t s><v>value</v></c></row>
//
// Names are those of ECMA-376 part 1, §18. A row becomes a line with tabs
// between its cells. Memory is bounded by MaxStrings; of a workbook with more
// text than that, the text is read without its rows, so that no key is lost.
package office

import (
	"context"
	"io"
	"path"
	"strings"

	"fortyeight/keyformat/keyfile"
)

// MaxStrings is how many bytes of shared strings are kept: room for a million
// keys with their devices.
const MaxStrings = 128 << 20

// maxSheets is how many sheets of a workbook are read.
const maxSheets = 256

// A book is what its sheets need to know of a workbook.
type book struct {
	ctx    context.Context
	files  keyfile.Members
	shared strings16
	cut    bool   // it has more sheets than are read
	taken  int    // bytes of them that cells have taken
	dates  []bool // by style: its numbers are dates
	from04 bool   // dates count from 1904
}

// Workbook reads the sheets of a workbook, in their order. It fails with
// errors of package keyfile; what was read before has been emitted.
func Workbook(ctx context.Context, files keyfile.Members, sheet func(name string) keyfile.Emit) error {
	b := &book{ctx: ctx, files: files}
	targets, err := b.relations()
	if err != nil {
		return err
	}
	sheets, err := b.sheets()
	if err != nil {
		return err
	}
	b.styles()
	failed := b.strings(sheet)
	if b.cut {
		failed = keyfile.ErrTooLarge
	}
	for _, s := range sheets {
		target, ok := targets[s.id]
		if !ok {
			failed = keyfile.ErrBroken
			continue
		}
		name := ""
		if len(sheets) > 1 {
			name = s.name
		}
		if err := b.sheet(target, sheet(name)); err != nil {
			failed = err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return failed
}

// A sheet is a sheet as the workbook lists it.
type sheet struct{ name, id string }

func (b *book) sheets() (list []sheet, err error) {
	err = b.each("xl/workbook.xml", func(t *tags) {
		switch t.name {
		case "workbookPr":
			v := t.attr("date1904")
			b.from04 = v == "1" || v == "true"
		case "sheet":
			if len(list) < maxSheets {
				list = append(list, sheet{t.attr("name"), t.attr("id")})
			} else {
				b.cut = true
			}
		}
	})
	return list, err
}

// relations returns the files by their identifiers.
func (b *book) relations() (map[string]string, error) {
	targets := map[string]string{}
	err := b.each("xl/_rels/workbook.xml.rels", func(t *tags) {
		if t.name != "Relationship" || len(targets) > 2*maxSheets {
			return
		}
		target := t.attr("Target")
		if rest, absolute := strings.CutPrefix(target, "/"); absolute {
			target = rest
		} else {
			target = path.Join("xl", target)
		}
		targets[t.attr("Id")] = target
	})
	return targets, err
}

// each calls do for every tag that opens in a file.
func (b *book) each(name string, do func(*tags)) error {
	r, err := b.files.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	t := newTags(r)
	for t.next() {
		if t.kind == opens {
			do(t)
		}
	}
	if t.err != io.EOF {
		return t.err
	}
	return nil
}
