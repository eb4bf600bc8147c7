package site

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"fortyeight/site/view"
)

// markdown is CommonMark with tables, and with what content/README.md adds. A
// heading's id follows from its words, or is given as {#id} where other pages
// point to it. Cells are not aligned, since that would take style attributes.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
	goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(nodes{}, 100))),
)

// A sheet is the text of one page while it is being set.
type sheet struct {
	pr     *press
	page   *page
	source []byte
	level  int    // of the last heading
	title  string // and its words

	headings []view.Heading // of level 2, for the table of contents
	commands int            // how many there are to copy
	steps    bool           // whether there is a numbered list
	changes  []func()       // of the tree, to be made after the walk
}

// set turns the text of a page into HTML.
func (pr *press) set(p *page) (*sheet, string, error) {
	s := &sheet{pr: pr, page: p, source: []byte(p.text), level: 1} // 1 is the page's title
	document := markdown.Parser().Parse(text.NewReader(s.source))
	err := ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if err := s.visit(node); err != nil {
			line := p.line - 1 + lineAt(s.source, nodeOffset(node))
			return ast.WalkStop, &lineError{p.file, line, err.Error()}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return nil, "", err
	}
	for _, change := range s.changes {
		change()
	}
	var rendered bytes.Buffer
	if err := markdown.Renderer().Render(&rendered, s.source, document); err != nil {
		return nil, "", fmt.Errorf("content/%s: %w", p.file, err)
	}
	return s, rendered.String(), nil
}

// visit says what is wrong with a node, or what is to become of it.
func (s *sheet) visit(node ast.Node) error {
	switch n := node.(type) {
	case *ast.RawHTML, *ast.HTMLBlock:
		return fmt.Errorf("HTML is not allowed in a page; say it in markdown, or build a view")
	case *ast.Heading:
		return s.heading(n)
	case *ast.Link:
		return s.link(n)
	case *ast.AutoLink:
		return fmt.Errorf("the address %s stands in the text; put it into content/facts.json and write [](at:NAME)", n.URL(s.source))
	case *ast.Image:
		return s.drawing(n)
	case *ast.FencedCodeBlock:
		return s.code(n)
	case *ast.Blockquote:
		return s.note(n)
	case *ast.List:
		s.steps = s.steps || n.IsOrdered()
	case *east.Table:
		s.table(n)
	case *east.TableCell:
		if _, isHead := n.Parent().(*east.TableHeader); isHead && !n.HasChildren() {
			return fmt.Errorf("a column of the table has no heading; say what stands in it")
		}
	}
	return nil
}

// plain returns the text inside a node without its marks.
func (s *sheet) plain(node ast.Node) string {
	var text strings.Builder
	_ = ast.Walk(node, func(inner ast.Node, entering bool) (ast.WalkStatus, error) {
		switch t := inner.(type) {
		case *ast.Text:
			if entering {
				text.Write(t.Segment.Value(s.source))
				if t.SoftLineBreak() {
					text.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				text.Write(t.Value)
			}
		}
		return ast.WalkContinue, nil
	})
	return string(util.UnescapePunctuations([]byte(text.String())))
}

// nodeOffset returns where a node begins in the text, as near as the parser
// tells: where its own text begins, or that of the block it stands in.
func nodeOffset(node ast.Node) int {
	if code, ok := node.(*ast.FencedCodeBlock); ok && code.Info != nil {
		return code.Info.Segment.Start
	}
	if inner, ok := node.FirstChild().(*ast.Text); ok && node.Type() == ast.TypeInline {
		return inner.Segment.Start
	}
	for ; node != nil; node = node.Parent() {
		if raw, ok := node.(*ast.RawHTML); ok && raw.Segments.Len() > 0 {
			return raw.Segments.At(0).Start
		}
		if node.Type() == ast.TypeBlock && node.Lines() != nil && node.Lines().Len() > 0 {
			return node.Lines().At(0).Start
		}
	}
	return 0
}
