package site

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"fortyeight/site/view"
)

// heading gives a heading its own address, and notes it for the contents.
func (s *sheet) heading(n *ast.Heading) error {
	if n.Level == 1 {
		return fmt.Errorf("a heading of level 1; the page's title is the only one, begin with ##")
	}
	if n.Level > s.level+1 {
		return fmt.Errorf("a heading of level %d follows one of level %d; do not skip a level", n.Level, s.level)
	}
	s.level = n.Level
	id, _ := n.AttributeString("id")
	heading := view.Heading{ID: string(id.([]byte)), Text: s.plain(n)}
	s.title = heading.Text
	if n.Level == 2 {
		s.headings = append(s.headings, heading)
	}
	if s.page.kind == findPlace {
		// It stands below the place's own heading, among those of other places.
		n.SetAttributeString("id", strings.TrimPrefix(s.page.name, placesFolder)+"-"+heading.ID)
		s.changes = append(s.changes, func() { n.Level += 2 })
		return nil
	}
	s.wrap(n, rawComponent(`<div class="fe-heading">`), view.HeadingLink(heading, s.pr.frame.Guide.Section))
	return nil
}

// table puts a table into a box that scrolls by itself on a narrow screen, for
// which it must be reached by keyboard and so have a name. Where it has more than
// two columns a narrow screen shows rows instead, with what the columns are called.
func (s *sheet) table(n *east.Table) {
	label, class := s.pr.frame.Guide.Table, "fe-table"
	if s.title != "" {
		label += ": " + s.title
	}
	if len(n.Alignments) > 2 {
		class += " fe-table--rows"
		s.headCells(n)
	}
	s.wrap(n, rawComponent(`<div class="`+class+`" role="group" tabindex="0" aria-label="`+html.EscapeString(label)+`">`), rawComponent(`</div>`))
}

// headCells gives each cell the heading of its column, as what comes before it.
func (s *sheet) headCells(n *east.Table) {
	var heads []string
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		head := s.plain(cell)
		if !strings.HasSuffix(head, "?") {
			head += ":"
		}
		heads = append(heads, head)
	}
	for row := n.FirstChild().NextSibling(); row != nil; row = row.NextSibling() {
		cell := row.FirstChild()
		for _, head := range heads {
			cell.SetAttributeString("data-head", []byte(head))
			cell = cell.NextSibling()
		}
	}
}

// note turns a quotation that begins with a label of frame.json into a note.
func (s *sheet) note(n *ast.Blockquote) error {
	first, isText := n.FirstChild().(*ast.Paragraph)
	if !isText {
		return nil
	}
	label, isStrong := first.FirstChild().(*ast.Emphasis)
	if !isStrong || label.Level != 2 {
		return nil
	}
	words := s.pr.frame.Guide
	class, known := map[string]string{words.Note: "fe-note", words.Careful: "fe-note fe-note--careful"}[s.plain(label)]
	if !known {
		return fmt.Errorf("a note begins with **%s** or **%s**, not with **%s**", words.Note, words.Careful, s.plain(label))
	}
	s.replace(n, &placed{before: rawComponent(`<div class="` + class + `" role="note">`), after: rawComponent(`</div>`)})
	return nil
}

// code turns a block of the kind "command NAME" into its figure.
func (s *sheet) code(n *ast.FencedCodeBlock) error {
	if n.Info == nil {
		return nil
	}
	kind, name, _ := strings.Cut(string(n.Info.Segment.Value(s.source)), " ")
	switch kind {
	case "command":
	case "switch":
		s.replace(n, &placed{before: rawComponent(`<div class="fe-switch js-offline-switch"></div>`)})
		return nil
	case "contract":
		table, err := s.pr.contractTable(name)
		if err == nil {
			s.replace(n, &placed{before: view.ContractFigure(table)})
		}
		return err
	case "build":
		table, err := s.pr.buildTable(string(n.Lines().Value(s.source)))
		if err == nil {
			s.replace(n, &placed{before: view.BuildFigure(table)})
		}
		return err
	case "download":
		if s.pr.file == nil {
			return fmt.Errorf("there is no file to download: write content/%s/%s.md", rootLang, fileName)
		}
		s.replace(n, &placed{before: view.DownloadFigure(*s.pr.file, s.pr.words.say())})
		return nil
	case "snippet":
		s.replace(n, &placed{before: view.Snippet(s.pr.snippet(string(n.Lines().Value(s.source))))})
		return nil
	default:
		return fmt.Errorf("a block of code has no language here; write ``` alone, ```command NAME for a command of content/facts.json, ```snippet for what is copied with the site's own address, ```build for commit and hashes, ```download for the page in one file, ```switch for what this browser keeps, or ```contract TABLE")
	}
	if n.Lines().Len() > 0 {
		return fmt.Errorf("the block of the command %q holds text; what it says stands in content/facts.json and content/%s/commands.json", name, s.page.lang)
	}
	figure, err := s.pr.command(name)
	if err != nil {
		return err
	}
	s.commands++
	s.replace(n, &placed{before: figure})
	return nil
}
