package site

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// checkOneFile holds what must be true of a page that is one file: it loads
// nothing, what it runs is what its policy names, and its links are whole, since
// it stands nowhere.
func (c *crawl) checkOneFile(d *document) {
	policy := ""
	for _, node := range d.nodes {
		if kind, _ := attr(node, "http-equiv"); kind == "Content-Security-Policy" {
			policy, _ = attr(node, "content")
		}
	}
	for _, want := range []string{"default-src 'none'; ", "connect-src 'none'; ", "form-action 'none'; ", "trusted-types fortyeight"} {
		if !strings.Contains(policy, want) {
			c.found(d.address, "its policy lacks %q", want)
		}
	}
	hashed := 0
	for _, node := range d.nodes {
		kind, _ := attr(node, "type")
		if node.Data == "script" && strings.Contains(innerOf(node), "/"+assetsPlace) {
			c.found(d.address, "has a script that names files beside it")
		}
		switch {
		case node.Data == "style" && strings.Contains(policy, "style-src "+hashOf(innerOf(node))+";"),
			node.Data == "script" && kind == "module" && strings.Contains(policy, "script-src "+hashOf(innerOf(node))+" 'wasm-unsafe-eval';"):
			hashed++
		case node.Data == "style", node.Data == "script" && kind != "text/plain":
			c.found(d.address, "has a <%s> that its policy does not name", node.Data)
		case node.Data == "link":
			c.found(d.address, "has a <link>, and nothing stands beside it")
		}
		for _, a := range node.Attr {
			if a.Key == "style" || a.Key == "src" || strings.HasPrefix(a.Key, "on") {
				c.found(d.address, "<%s> has %s=%q", node.Data, a.Key, a.Val)
			}
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, c.address()) {
				c.found(d.address, "links to %q, which from a file leads nowhere", a.Val)
			}
		}
	}
	if hashed != 2 {
		c.found(d.address, "has %d parts that its policy names, want a style and a script", hashed)
	}
}

// address is the site's public one, as the root's page names itself.
func (c *crawl) address() string {
	for _, node := range c.pages["/"].nodes {
		if rel, _ := attr(node, "rel"); rel == "canonical" {
			href, _ := attr(node, "href")
			return href
		}
	}
	return "the site's address"
}

func innerOf(node *html.Node) string {
	var text strings.Builder
	for inner := range node.ChildNodes() {
		text.WriteString(inner.Data)
	}
	return text.String()
}

// Trust tells the hash and the size of the file that lies beside it.
func TestTrustTellsTheFilesHash(t *testing.T) {
	out := buildReal(t)
	for page, name := range map[string]string{"trust/": "fortyeight.html", "de/trust/": "fortyeight.de.html", "es/trust/": "fortyeight.es.html"} {
		file := mustFind(t, out, name)
		sum := sha256.Sum256([]byte(file))
		text := mustFind(t, out, page+"index.html")
		for _, want := range []string{">" + hex.EncodeToString(sum[:]) + "<", ` href="/` + name + `" download="` + name + `"`, name + " SHA256"} {
			if !strings.Contains(strings.ReplaceAll(text, "\n", " "), want) {
				t.Errorf("%s does not tell %s", page, want)
			}
		}
	}
}

func TestPrintableIsReadBack(t *testing.T) {
	all := make([]byte, 70_000)
	rand.Read(all) // of random bytes every pair of characters comes up
	for _, data := range [][]byte{nil, {0}, {255}, bytes.Repeat([]byte{255}, 13), bytes.Repeat([]byte{0}, 14), all} {
		text := printable(data)
		if i := strings.IndexFunc(text, func(r rune) bool { return r < '#' || r > '~' || r == '<' }); i >= 0 {
			t.Errorf("%d bytes: character %d is %q", len(data), i, text[i])
		}
		if most := len(data)*16/13 + 2; len(text) > most {
			t.Errorf("%d bytes become %d characters, more than %d", len(data), len(text), most)
		}
		if got := unprintable(text, len(data)); !slices.Equal(got, data) {
			t.Errorf("%d bytes are not read back", len(data))
		}
	}
}

// unprintable reads as wasm/inside.js does.
func unprintable(text string, count int) []byte {
	data := make([]byte, 0, count)
	value := func(c byte) uint {
		if c > '<' {
			c--
		}
		return uint(c - '#')
	}
	held, bits := uint(0), 0
	for i := 0; len(data) < count; i += 2 {
		held |= (value(text[i]) + 91*value(text[i+1])) << bits
		for bits += 13; bits >= 8 && len(data) < count; bits -= 8 {
			data, held = append(data, byte(held)), held>>8
		}
	}
	return data
}
