package site

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"fortyeight/content"
)

const smallFindJSON = `{"questions": [{"id": "owner", "answers": [{"id": "me", "drawing": "box"}, {"id": "work"}]}, {"id": "copies", "several": true, "unless": ["owner=work"], "answers": [{"id": "paper"}, {"id": "none", "alone": true}]}],
"places": [{"id": "account", "weight": 2, "answers": {"owner=me": 1}}, {"id": "desk", "weight": -1, "answers": {"owner=work": 3}}, {"id": "nowhere", "weight": 0}], "last": "nowhere"}`

const placeText = smallFront + "1. Do it.\n\n## Looks\n\nSo.\n\n## Match\n\nThe [same](#account).\n\n## Missing\n\nGo on to [](at:place).\n"

// smallFind is the least page that asks where a key may be. Its words are made
// of their names.
func smallFind(lang string) map[string]string {
	words := map[string]any{"questions": map[string]any{
		"owner":  map[string]any{"question": "Whose?", "answers": map[string]any{"me": map[string]string{"label": "Mine"}, "work": map[string]string{"label": "Theirs", "note": "Not mine."}}},
		"copies": map[string]any{"question": "Copies?", "hint": "Any.", "answers": map[string]any{"paper": map[string]string{"label": "Paper"}, "none": map[string]string{"label": "None"}}},
	}}
	for _, key := range strings.Fields("without private next back progress unknown several fits everywhere all ask result count given change list print again keep looks match missing check checkText") {
		words[key] = strings.ToUpper(key[:1]) + key[1:]
	}
	data, err := json.Marshal(words)
	if err != nil {
		panic(err)
	}
	folder := "content/" + lang + "/"
	return map[string]string{
		folder + "find.md":           smallFront,
		folder + "find.json":         string(data),
		folder + "places/account.md": placeText,
		folder + "places/desk.md":    strings.Replace(placeText, "https://example.org/a", "https://example.org/b", 1),
		folder + "places/nowhere.md": strings.Replace(smallFront, "2026-01-31", "2025-12-31", 1) + "1. Wait.\n",
		"content/find.json":          smallFindJSON,
		"site/assets/find/page.js":   `import finder from "fortyeight:finder"; document.title = finder.last`,
	}
}

func TestFindPageIsWhole(t *testing.T) {
	files := smallFind("en")
	files["content/en/guide.md"] = smallFront + "[Where is it?](/find/#desk)\n" // and a way to it
	out := mustBuild(t, inputOf(files))
	page := mustFind(t, out, "find/index.html")
	for _, want := range []string{
		`id="ask-owner"`, `type="radio" id="owner-me" name="owner" value="me"`, `type="checkbox" id="copies-none" value="none" data-alone`,
		`id="owner-unknown"`, `id="copies-unknown" value="unknown" data-alone`,
		// what answers lead to, one place each; where none is spoken for, all
		`<a href="#account">A small page</a>`, `<a href="#desk">`, `<a href="#places">Everywhere</a>`,
		// the text of a place stands below its heading, with names of its own
		`<h3 class="fe-spot__title" id="account" tabindex="-1">`, `<h4 id="account-looks">Looks</h4>`, `<h4 id="desk-looks">Looks</h4>`,
		// what places are made from stands below all of them, once, with the eldest review
		`https://example.org/a`, `https://example.org/b`, `2025-12-31`, `.js" blocking="render"></script>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Count(page, "https://example.org/a") != 1 {
		t.Error("a source stands there twice")
	}
	if strings.Count(page, `class="fe-spot__check"`) != 2 {
		t.Error("the last place leads to the checker, or another one does not")
	}
	if _, isPage := out.Find("places/account/index.html"); isPage {
		t.Error("a place is a page by itself")
	}
	for _, problem := range walkSite(out) {
		t.Error(problem)
	}
}

func TestFindErrors(t *testing.T) {
	for name, test := range map[string]struct{ file, old, new, want string }{
		"no questions":       {"content/find.json", smallFindJSON, "", "content/find.json cannot be read, and there is a page find.md"},
		"wrong questions":    {"content/find.json", `"last": "nowhere"`, `"last": "gone"`, `content/find.json: the last place is "gone"`},
		"no drawing":         {"content/find.json", "box", "gone", `the answer owner=me: the drawing "gone" cannot be read`},
		"no words":           {"content/xx/find.json", `"keep":"Keep"`, `"keep":""`, "content/xx/find.json: keep is missing"},
		"unknown words":      {"content/xx/find.json", `"keep"`, `"kept"`, `content/xx/find.json:1: json: unknown field "kept"`},
		"no question":        {"content/xx/find.json", "Whose?", "", `content/xx/find.json: the question "owner" has no words`},
		"no label":           {"content/xx/find.json", "Mine", "", `content/xx/find.json: the answer "me" to "owner" has no label`},
		"answer too many":    {"content/xx/find.json", `"me":`, `"you":{"label":"You"},"me":`, `content/xx/find.json: the question "owner" has more answers here`},
		"question too many":  {"content/xx/find.json", `"owner":`, `"more":{},"owner":`, "content/xx/find.json: there are more questions here"},
		"lacks a place":      {"content/xx/places/desk.md", "", "", "content/xx/places/desk.md cannot be read"},
		"place too many":     {"content/xx/places/more.md", "", placeText, "content/xx/places/ has more files than content/find.json has places"},
		"no steps":           {"content/xx/places/desk.md", "1. Do it.", "Do it.", "content/xx/places/desk.md has no numbered steps"},
		"another heading":    {"content/xx/places/desk.md", "## Match", "## Mach", `content/xx/places/desk.md has the headings ["Looks" "Mach" "Missing"], and a place has ["Looks" "Match" "Missing"], as content/xx/find.json`},
		"place, no sources":  {"content/xx/places/desk.md", "- A source https://example.org/b\n", "", "content/xx/places/desk.md: sources is empty"},
		"place leads astray": {"content/xx/places/desk.md", "#account", "/gone/", "content/xx/places/desk.md:17: the link to /gone/ leads to no page"},
	} {
		t.Run(name, func(t *testing.T) {
			files := smallFiles()
			maps.Copy(files, smallFind("en"))
			maps.Copy(files, smallFind("xx"))
			for _, same := range []string{"frame.json", "guide.json"} {
				files["content/xx/"+same] = files["content/en/"+same]
			}
			files["content/words/xx.json"], files["content/xx/commands.json"], files["content/xx/check.md"] = files["content/words/en.json"], `{}`, smallFront
			if _, err := Build(inputOf(files)); err != nil {
				t.Fatalf("even the sound site fails: %v", err)
			}
			switch before := files[test.file]; {
			case test.old == "":
				files[test.file] = test.new
			case !strings.Contains(before, test.old):
				t.Fatalf("%s does not hold %q", test.file, test.old)
			default:
				files[test.file] = strings.Replace(before, test.old, test.new, 1)
			}
			if _, err := Build(inputOf(files)); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v, want %q", err, test.want)
			}
		})
	}
}

// The list of places is binding: it is what people were told that there is.
func TestRealPlacesAreThere(t *testing.T) {
	book, err := readBook(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range book.languages {
		if l.finding == nil {
			continue
		}
		for _, id := range strings.Fields("microsoft-account set-up-by work-account helpdesk entra company-portal active-directory configuration-manager saved-file stick printout photo another-windows nowhere") {
			p := l.finding.places[id]
			if p == nil {
				t.Errorf("%s has no place %q", l.code, id)
				continue
			}
			if id != "nowhere" && !strings.Contains(p.text, "Key ID") && l.code == rootLang {
				t.Errorf("content/%s does not say how the Key ID is matched", p.file)
			}
		}
	}
	if book.root().finding == nil {
		t.Fatal("the root language has no page find")
	}
}
