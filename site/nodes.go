package site

import (
	"context"

	"github.com/a-h/templ"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// placed is a node of the text that views write: what stands before its
// children, and what after them.
type placed struct {
	ast.BaseBlock
	before, after templ.Component // nil for nothing
}

var kindPlaced = ast.NewNodeKind("Placed")

// Kind tells goldmark which renderer writes the node.
func (*placed) Kind() ast.NodeKind { return kindPlaced }

// Dump prints the node, for goldmark's own debugging.
func (p *placed) Dump(source []byte, level int) { ast.DumpHelper(p, source, level, nil, nil) }

func rawComponent(html string) templ.Component { return templ.Raw(html) }

// wrap puts views around a node once the walk is over.
func (s *sheet) wrap(node ast.Node, before, after templ.Component) {
	s.changes = append(s.changes, func() {
		around := &placed{before: before, after: after}
		node.Parent().ReplaceChild(node.Parent(), node, around)
		around.AppendChild(around, node)
	})
}

// replace puts a placed node where another stood, with that one's children.
func (s *sheet) replace(node ast.Node, p *placed) {
	s.changes = append(s.changes, func() {
		node.Parent().ReplaceChild(node.Parent(), node, p)
		for child := node.FirstChild(); child != nil; child = node.FirstChild() {
			p.AppendChild(p, child)
		}
	})
}

// nodes writes what goldmark does not: placed nodes, links with all their
// attributes, and code that breaks where it may.
type nodes struct{}

// RegisterFuncs tells goldmark what nodes writes.
func (nodes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindPlaced, writePlaced)
	r.Register(ast.KindLink, writeLink)
	r.Register(ast.KindCodeSpan, writeCode)
}

func writePlaced(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p := node.(*placed)
	component := p.before
	if !entering {
		component = p.after
	}
	if component == nil {
		return ast.WalkContinue, nil
	}
	return ast.WalkContinue, component.Render(context.Background(), w)
}

func writeLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if !entering {
		w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	w.WriteString(`<a href="`)
	w.Write(util.EscapeHTML(util.URLEscape(n.Destination, true)))
	w.WriteByte('"')
	html.RenderAttributes(w, n, nil)
	w.WriteByte('>')
	return ast.WalkContinue, nil
}
