package site

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// markdown is CommonMark with tables. A heading's id follows from its words,
// or is given as {#id} where other pages point to it. Cells are not aligned,
// since that would take style attributes.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
	goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()),
)

// renderMarkdown turns the text of a page into HTML. firstLine is the line of
// the file on which the text begins, for errors.
func renderMarkdown(file, source string, firstLine int) (string, error) {
	data := []byte(source)
	document := markdown.Parser().Parse(text.NewReader(data))
	level := 1 // the page's title
	err := ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if problem := inspect(node, &level); problem != "" {
			line := firstLine - 1 + lineAt(data, nodeOffset(node))
			return ast.WalkStop, &lineError{file, line, problem}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return "", err
	}
	var html bytes.Buffer
	if err := markdown.Renderer().Render(&html, data, document); err != nil {
		return "", fmt.Errorf("content/%s: %w", file, err)
	}
	return html.String(), nil
}

// inspect says what is wrong with a node, and marks links that leave the site.
// level is that of the last heading.
func inspect(node ast.Node, level *int) (problem string) {
	switch n := node.(type) {
	case *ast.RawHTML, *ast.HTMLBlock:
		return "HTML is not allowed in a page; say it in markdown, or build a view"
	case *ast.Heading:
		if n.Level == 1 {
			return "a heading of level 1; the page's title is the only one, begin with ##"
		}
		if n.Level > *level+1 {
			return fmt.Sprintf("a heading of level %d follows one of level %d; do not skip a level", n.Level, *level)
		}
		*level = n.Level
	case *ast.Link:
		if isExternal(string(n.Destination)) {
			n.SetAttributeString("rel", "noreferrer")
		}
	case *ast.AutoLink:
		n.SetAttributeString("rel", "noreferrer")
	case *ast.Image:
		if isExternal(string(n.Destination)) {
			return "an image from another site; the page's policy blocks it, put the file into the site"
		}
	}
	return ""
}

func isExternal(address string) bool {
	return strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "//")
}

// nodeOffset returns where the block that a node stands in begins.
func nodeOffset(node ast.Node) int {
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
