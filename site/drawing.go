package site

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"fortyeight/site/view"
)

// drawingScheme begins the address of an image that is a drawing of ours.
const drawingScheme = "drawing:"

// drawing puts a drawing of content/drawings into the text. It stands alone in
// its paragraph, and becomes part of the page so that it follows its colours.
func (s *sheet) drawing(n *ast.Image) error {
	name, ours := strings.CutPrefix(string(n.Destination), drawingScheme)
	if !ours {
		return fmt.Errorf("the image %s is no drawing of ours; put an SVG file into content/drawings and write ![what it shows](drawing:NAME)", n.Destination)
	}
	parent := n.Parent()
	if parent.Kind() != ast.KindParagraph || parent.ChildCount() != 1 {
		return fmt.Errorf("the drawing %q stands within a text; give it a paragraph of its own", name)
	}
	alt := s.plain(n)
	if alt == "" {
		return fmt.Errorf("the drawing %q says nothing to those who cannot see it; write ![what it shows](drawing:%s)", name, name)
	}
	d, err := readDrawing(s.pr.content, s.page.lang, name)
	if err != nil {
		return err
	}
	d.Label = alt
	s.replaceAlone(parent, &placed{before: view.DrawingFigure(d)})
	return nil
}

// replaceAlone puts a placed node where another stood and drops that one's
// children.
func (s *sheet) replaceAlone(node ast.Node, p *placed) {
	s.changes = append(s.changes, func() { node.Parent().ReplaceChild(node.Parent(), node, p) })
}

// readDrawing reads a drawing: the language's own, where its words differ, or
// the one for all.
func readDrawing(content fs.FS, lang, name string) (view.Drawing, error) {
	if !pageName.MatchString(name) || strings.Contains(name, "/") {
		return view.Drawing{}, fmt.Errorf("the drawing %q: a name has a to z, 0 to 9 and single hyphens", name)
	}
	file := lang + "/drawings/" + name + ".svg"
	data, err := fs.ReadFile(content, file)
	if errors.Is(err, fs.ErrNotExist) {
		file = "drawings/" + name + ".svg"
		data, err = fs.ReadFile(content, file)
	}
	if err != nil {
		return view.Drawing{}, fmt.Errorf("the drawing %q cannot be read: %w", name, err)
	}
	d, err := parseDrawing(data)
	if err != nil {
		return d, fmt.Errorf("content/%s:%w", file, err)
	}
	return d, nil
}

// What a drawing may be made of. Colours come from classes, which the style
// sheet fills for light, dark, forced colours and paper. There is no id, since
// several drawings share a page, and nothing that loads, runs or moves.
var (
	drawingElements   = []string{"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
	drawingAttributes = []string{
		"class", "transform", "d", "x", "y", "dx", "dy", "width", "height", "rx", "ry", "cx", "cy", "r",
		"x1", "y1", "x2", "y2", "points", "text-anchor", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray",
	}
	drawingRoot = []string{"viewBox", "xmlns"}
)

// parseDrawing checks an SVG file and returns its inside without comments and
// white space between elements. Errors begin with the line.
func parseDrawing(data []byte) (view.Drawing, error) {
	var d view.Drawing
	var inside bytes.Buffer
	decoder, depth, texts := xml.NewDecoder(bytes.NewReader(data)), 0, 0
	for {
		token, err := decoder.Token()
		line := lineAt(data, int(decoder.InputOffset()))
		if err == io.EOF && depth == 0 && d.Width > 0 {
			d.Inside = inside.String()
			return d, nil
		}
		if err != nil {
			return d, fmt.Errorf("%d: the drawing is not whole: %w", line, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			if err := checkElement(t, depth); err != nil {
				return d, fmt.Errorf("%d: %w", line, err)
			}
			if depth == 1 {
				if d.Width, d.Height, err = viewBox(t); err != nil {
					return d, fmt.Errorf("%d: %w", line, err)
				}
				continue
			}
			if isText(t.Name) {
				texts++
			}
			writeStart(&inside, t)
		case xml.EndElement:
			depth--
			if isText(t.Name) {
				texts--
			}
			if depth > 0 {
				inside.WriteString("</" + t.Name.Local + ">")
			}
		case xml.CharData:
			if texts > 0 {
				xml.EscapeText(&inside, t)
			} else if len(bytes.TrimSpace(t)) > 0 {
				return d, fmt.Errorf("%d: %q stands outside of a text element", line, bytes.TrimSpace(t))
			}
		}
	}
}

func isText(name xml.Name) bool { return name.Local == "text" || name.Local == "tspan" }

func checkElement(t xml.StartElement, depth int) error {
	if (depth == 1) != (t.Name.Local == "svg") || !slices.Contains(drawingElements, t.Name.Local) {
		return fmt.Errorf("<%s> cannot stand here in a drawing; there may be %s", t.Name.Local, strings.Join(drawingElements, ", "))
	}
	for _, a := range t.Attr {
		if depth == 1 && slices.Contains(drawingRoot, a.Name.Local) {
			continue
		}
		if !slices.Contains(drawingAttributes, a.Name.Local) || a.Name.Space != "" {
			return fmt.Errorf("<%s> has the attribute %s; a drawing takes its colours from classes, and has no ids, styles or scripts", t.Name.Local, a.Name.Local)
		}
	}
	return nil
}

// viewBox returns the size of a drawing in its own units, which are pixels at
// its natural size.
func viewBox(svg xml.StartElement) (width, height int, err error) {
	for _, a := range svg.Attr {
		if a.Name.Local != "viewBox" {
			continue
		}
		parts := strings.Fields(a.Value)
		if len(parts) == 4 && parts[0] == "0" && parts[1] == "0" {
			width, _ = strconv.Atoi(parts[2])
			height, _ = strconv.Atoi(parts[3])
		}
	}
	if width <= 0 || height <= 0 {
		return 0, 0, fmt.Errorf("the drawing needs a viewBox of \"0 0 WIDTH HEIGHT\" in whole pixels")
	}
	return width, height, nil
}

func writeStart(w *bytes.Buffer, t xml.StartElement) {
	w.WriteString("<" + t.Name.Local)
	for _, a := range t.Attr {
		w.WriteString(" " + a.Name.Local + `="`)
		xml.EscapeText(w, []byte(a.Value))
		w.WriteByte('"')
	}
	w.WriteByte('>')
}
