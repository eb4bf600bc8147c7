package browsertest

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"

	"fortyeight/content"
	"fortyeight/tools/internal/browser"
)

// A language is what a translation says, and what it must not: the sentences
// of the English edition that it has words of its own for.
type language struct {
	words   map[string]string
	english *regexp.Regexp
}

// readLanguage reads the words, the frame and the questions of a language.
func readLanguage(t *testing.T, code string) *language {
	t.Helper()
	own, other := map[string]bool{}, map[string]bool{}
	for _, name := range []string{"words/LANG.json", "LANG/frame.json", "LANG/find.json", "LANG/guide.json"} {
		sentences(t, strings.Replace(name, "LANG", code, 1), own)
		sentences(t, strings.Replace(name, "LANG", "en", 1), other)
	}
	delete(other, "English") // the switch names each language in itself
	var whole []string
	for sentence := range other {
		if !own[sentence] {
			whole = append(whole, place.ReplaceAllString(regexp.QuoteMeta(sentence), ".+"))
		}
	}
	if len(whole) < 100 {
		t.Fatalf("%d sentences of English have a translation; the words alone have more", len(whole))
	}
	slices.Sort(whole)
	words, err := content.Words(code)
	if err != nil {
		t.Fatal(err)
	}
	return &language{words: words, english: regexp.MustCompile(`^(?:` + strings.Join(whole, "|") + `)$`)}
}

// place is where a sentence takes a value, as QuoteMeta writes it.
var place = regexp.MustCompile(`\\\{[a-z]+\\\}`)

// sentences adds every text of a JSON file of the content to a set.
func sentences(t *testing.T, name string, all map[string]bool) {
	t.Helper()
	data, err := fs.ReadFile(content.FS, path.Clean(name))
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	var walk func(any)
	walk = func(value any) {
		switch v := value.(type) {
		case string:
			all[v] = true
		case []any:
			for _, one := range v {
				walk(one)
			}
		case map[string]any:
			for key, one := range v {
				if key != "page" && key != "foot" && key != "dir" { // names, no words
					walk(one)
				}
			}
		}
	}
	walk(value)
}

func (l *language) say(key string) string {
	sentence, ok := l.words[key]
	if !ok {
		panic("no words for " + key)
	}
	return sentence
}

// unnamed are the roles that a screen reader can say nothing of without a name.
var unnamed = []string{"button", "link", "textbox", "radio", "checkbox", "combobox", "heading", "RootWebArea", "navigation", "image"}

// treeOf returns what a screen reader gets of the page: role and name, a line
// each, and for a status its text.
func treeOf(t *testing.T, tab *browser.Tab) []string {
	t.Helper()
	tree, err := chromedp.Call(tab.Ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, node := range tree.Nodes {
		byID[node.NodeID] = node
	}
	var lines []string
	for _, node := range tree.Nodes {
		if role := said(node.Role); !node.Ignored && role != "InlineTextBox" && role != "none" && role != "generic" {
			name := said(node.Name)
			if role == "status" && name == "" {
				name = textOf(node, byID)
			}
			lines = append(lines, strings.TrimSpace(role+" "+strings.Join(strings.Fields(name), " ")))
		}
	}
	return lines
}

// textOf joins the text below a node.
func textOf(node *accessibility.Node, byID map[accessibility.NodeID]*accessibility.Node) string {
	if said(node.Role) == "StaticText" {
		return said(node.Name)
	}
	var all []string
	for _, id := range node.ChildIDs {
		if child := byID[id]; child != nil {
			all = append(all, textOf(child, byID))
		}
	}
	return strings.Join(all, " ")
}

// said is the text of a value of the tree, "" if there is none.
func said(value *accessibility.Value) string {
	var text string
	if value != nil {
		_ = json.Unmarshal(value.Value, &text) // what is no text says nothing
	}
	return text
}

// reads fails where a screen reader would meet something without a name, a
// sentence of the English edition, or not these lines of role and name.
func (l *language) reads(t *testing.T, tab *browser.Tab, want ...string) {
	t.Helper()
	lines := treeOf(t, tab)
	for _, line := range lines {
		role, name, _ := strings.Cut(line, " ")
		if name == "" && slices.Contains(unnamed, role) {
			t.Errorf("a %s has no name", role)
		}
		if l.english.MatchString(name) {
			t.Errorf("a screen reader says in English: %s", line)
		}
	}
	for _, one := range want {
		if !slices.Contains(lines, one) {
			t.Errorf("a screen reader does not say %q but\n%s", one, strings.Join(lines, "\n"))
		}
	}
}
