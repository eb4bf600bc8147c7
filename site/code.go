package site

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// longWord is how many signs of code do not fit beside anything on a phone.
const longWord = 24

// hump is where one word of a name ends and the next begins: RecoveryPassword.
var hump = regexp.MustCompile(`(\p{Ll}{3})(\p{Lu})`)

// writeCode writes code in a sentence. A browser would break a line after the
// hyphen of -protectors, as if a lone hyphen were to be typed, and a long name
// anywhere; so short words stay whole, and long names break at their humps. A
// key's hyphens are where it may break.
func writeCode(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	var text strings.Builder
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		text.Write(child.(*ast.Text).Segment.Value(source))
	}
	w.WriteString("<code>")
	for i, word := range strings.Fields(text.String()) {
		if i > 0 {
			w.WriteByte(' ')
		}
		escaped := string(util.EscapeHTML([]byte(word)))
		switch short := len(word) <= longWord; {
		case short && strings.Contains(word, "-"):
			w.WriteString(`<span class="fe-word">` + escaped + `</span>`)
		case short:
			w.WriteString(escaped)
		default:
			w.WriteString(hump.ReplaceAllString(escaped, "$1<wbr>$2"))
		}
	}
	w.WriteString("</code>")
	return ast.WalkSkipChildren, nil
}
