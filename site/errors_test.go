package site

import (
	"strings"
	"testing"
)

// Each row breaks one file of the small site and says what the error must
// tell: where, and what to do.
func TestErrorsSayWhereAndWhatToDo(t *testing.T) {
	const page = "content/en/guide/small.md"
	for name, test := range map[string]struct{ file, text, want string }{
		"no settings":       {"content/site.json", "", "content/site.json cannot be read"},
		"settings key":      {"content/site.json", "{\n\"adress\": \"x\"}", `content/site.json:2: json: unknown field "adress"`},
		"address":           {"content/site.json", `{"address": "example.org/"}`, "give scheme and host without a slash at the end"},
		"no language":       {"content/en/frame.json", "", "content has no language"},
		"frame part":        {"content/en/frame.json", `{"dir": "ltr"}`, "content/en/frame.json: skip is missing"},
		"menu":              {"content/en/frame.json", strings.Replace(smallFiles()["content/en/frame.json"], `"guide", "label"`, `"gone", "label"`, 1), `the menu names the page "gone", but there is no content/en/gone.md`},
		"foot":              {"content/en/frame.json", strings.Replace(smallFiles()["content/en/frame.json"], `["guide/whole"]`, `["gone"]`, 1), `the foot names the page "gone", but there is no content/en/gone.md`},
		"missing words":     {"content/words/en.json", "{}", "content/words/en.json lacks the words that a view asks for: "},
		"words":             {"content/words/en.json", `{"a": 1}`, "content/words/en.json:1: json: cannot unmarshal number"},
		"no front matter":   {page, "Text\n", page + ":1: the page does not begin with front matter"},
		"open front matter": {page, "---\ntitle: A\n", "the front matter does not end"},
		"unknown key":       {page, strings.Replace(smallFront, "title:", "titel:", 1), page + `:2: unknown key "titel"; known are title, heading, description, reviewed, holds, next and sources`},
		"missing key":       {page, strings.Replace(smallFront, "reviewed: 2026-01-31\n", "", 1), page + ":7: the front matter has no reviewed"},
		"key twice":         {page, strings.Replace(smallFront, "---\n", "---\ntitle: B\n", 1), page + `:3: the key "title" stands here for the second time`},
		"no pair":           {page, strings.Replace(smallFront, "title:", "title", 1), page + `:2: "title A small page" is neither`},
		"long title":        {page, strings.Replace(smallFront, "small", strings.Repeat("long ", 12), 1), page + ":2: title has"},
		"empty title":       {page, strings.Replace(smallFront, "A small page", "", 1), page + ":2: title is empty"},
		"day":               {page, strings.Replace(smallFront, "2026-01-31", "31.1.2026", 1), page + ":4: reviewed is \"31.1.2026\"; write the day as YYYY-MM-DD"},
		"source":            {page, strings.Replace(smallFront, "https://", "", 1), page + ":7: the source"},
		"item elsewhere":    {page, strings.Replace(smallFront, "reviewed", "- item\nreviewed", 1), page + ":4: a list item stands where no list is"},
		"no sources":        {page, strings.Replace(smallFront, "- A source https://example.org/a\n", "", 1), page + ": sources is empty"},
		"HTML block":        {page, smallFront + "Text\n\n<div>x</div>\n", page + ":11: HTML is not allowed"},
		"HTML in a line":    {page, smallFront + "Text\nmore <b>bold</b>\n", page + ":10: HTML is not allowed"},
		"second title":      {page, smallFront + "\n# Title\n", page + ":10: a heading of level 1"},
		"skipped level":     {page, smallFront + "## Two\n\n#### Four\n", page + ":11: a heading of level 4 follows one of level 2"},
		"image elsewhere":   {page, smallFront + "![x](https://example.org/x.png)\n", page + ":9: the image https://example.org/x.png is no drawing of ours"},
		"no holds":          {page, strings.Replace(smallFront, "holds: Windows 11\n", "", 1), page + ":7: the front matter has no holds"},
		"next":              {page, strings.Replace(smallFront, "reviewed", "next: guide/whole, guide/gone\nreviewed", 1), page + `:4: next names the page "guide/gone", but there is no content/en/guide/gone.md`},
		"unnamed address":   {page, smallFront + "Text\n\n[a](https://example.org/)\n", page + ":11: the link to https://example.org/; put addresses of other sites into content/facts.json"},
		"address in angles": {page, smallFront + "<https://example.org/>\n", "the address https://example.org/ stands in the text"},
		"unknown address":   {page, smallFront + "[a](at:plaice)\n", page + `:9: there is no address "plaice" in content/facts.json; there are place`},
		"stale address":     {page, smallFront + "[example.org/old](at:place)\n", "the link shows example.org/old and leads to example.org/x; write [](at:place)"},
		"link nowhere":      {page, smallFront + "Text\nand [a](/guide/gone/)\n", page + ":10: the link to /guide/gone/ leads to no page"},
		"link to a file":    {page, smallFront + "[a](/guide/small)\n", page + ":9: the link to /guide/small leads to no page"},
		"link with title":   {page, smallFront + "[a](/ \"b\")\n", page + ":9: the link to / has a title"},
		"unknown command":   {page, smallFront + "```command gone\n```\n", page + `:9: there is no command "gone" in content/facts.json; there are status`},
		"untold command":    {"content/en/commands.json", "{}", `content/en/commands.json says nothing of the command "status"`},
		"told too much":     {"content/en/commands.json", `{"x": {"does": "a", "prints": "b", "changes": "c"}}`, `speaks of the command "x", which content/facts.json lacks`},
		"half told":         {"content/en/commands.json", `{"status": {"does": "a", "prints": "b"}}`, `the command "status" needs "does", "prints" and "changes"`},
		"text in command":   {page, smallFront + "```command status\nx\n```\n", page + `:9: the block of the command "status" holds text`},
		"code's language":   {page, smallFront + "```sh\nx\n```\n", page + ":9: a block of code has no language here"},
		"nameless column":   {page, smallFront + "Text\n\n| | B |\n|---|---|\n| 1 | 2 |\n", "a column of the table has no heading"},
		"unknown note":      {page, smallFront + "> **Nota:** x\n", page + ":9: a note begins with **Note:** or **Careful:**, not with **Nota:**"},
		"unknown drawing":   {page, smallFront + "![x](drawing:gone)\n", page + `:9: the drawing "gone" cannot be read`},
		"drawing upwards":   {page, smallFront + "![x](drawing:../x)\n", page + `:9: the drawing "../x": a name has`},
		"silent drawing":    {page, smallFront + "![](drawing:box)\n", `the drawing "box" says nothing to those who cannot see it`},
		"drawing in a line": {page, smallFront + "See ![x](drawing:box)\n", `:9: the drawing "box" stands within a text`},
		"bad drawing":       {"content/drawings/box.svg", "<svg viewBox=\"0 0 9 9\">\n<script/></svg>", "content/drawings/box.svg:2: <script> cannot stand here"},
		"no facts":          {"content/facts.json", "", "content/facts.json cannot be read"},
		"plain http":        {"content/facts.json", `{"addresses": {"place": {"address": "http://example.org/x"}}}`, `the address "place" is "http://example.org/x"; give a whole address with https://`},
		"unknown shell":     {"content/facts.json", `{"commands": {"status": {"run": "x", "shell": "sh"}}}`, `the command "status" needs "run" and a "shell" of cmd or powershell`},
		"page not in order": {"content/guide.json", `[{"section": "part", "pages": ["guide/small"]}]`, "content/en/guide/whole.md stands in no section; name it in content/guide.json"},
		"order of nothing":  {"content/guide.json", `[{"section": "part", "pages": ["guide/small", "guide/whole", "guide/gone"]}]`, `content/guide.json names the page "guide/gone", but there is no content/en/guide/gone.md`},
		"order twice":       {"content/guide.json", `[{"section": "part", "pages": ["guide/small", "guide/whole", "guide/small"]}]`, `content/guide.json names the page "guide/small" twice`},
		"untitled section":  {"content/en/guide.json", `{}`, `content/en/guide.json: the section "part" has no title`},
		"title of nothing":  {"content/en/guide.json", `{"part": "a", "x": "b"}`, "content/en/guide.json has more titles than"},
		"help not given":    {"content/en/frame.json", strings.Replace(smallFiles()["content/en/frame.json"], `"other": {"question": "Q", "answer": "A"}, `, "", 1), `help.topics.other needs a "question" and an "answer"`},
		"help unasked":      {"content/en/frame.json", strings.Replace(smallFiles()["content/en/frame.json"], `"other": {`, `"others": {"question": "Q", "answer": "A"}, "other": {`, 1), `nobody asks for help.topics.others; there are group, `},
		"guide's words":     {"content/en/frame.json", strings.Replace(smallFiles()["content/en/frame.json"], `"copy": "Copy", `, "", 1), "content/en/frame.json: guide.copy is missing"},
		"page name":         {"content/en/Big Page.md", smallFront, "content/en/Big Page.md: a page's name becomes its address"},
		"JS syntax":         {"wasm/loader.js", "export const = 1", `wasm/loader.js:1:14: Expected identifier but found "="`},
		"CSS warning":       {"site/assets/base/tokens.css", "a { heigth: 1px }", `site/assets/base/tokens.css:1:5: "heigth" is not a known CSS property`},
		"CSS url":           {"site/assets/base/tokens.css", "a { background: url(x.png) }", `"x.png" cannot be loaded from here`},
		"import of npm":     {"wasm/loader.js", `export {load} from "lodash"`, `"lodash" is nothing that can be imported here`},
		"import upwards":    {"wasm/loader.js", `export {load} from "../keyformat/x.js"`, `"../keyformat/x.js" is nothing that can be imported here`},
		"import of nothing": {"wasm/loader.js", `export {load} from "./gone.js"`, "wasm/gone.js cannot be read"},
		"import of a type":  {"wasm/loader.js", `export {load} from "./x.ts"`, "wasm/x.ts is neither .js, .css nor .json"},
		"words in worker":   {"wasm/worker.js", `import words from "fortyeight:words"; console.log(words)`, `"fortyeight:words" is nothing that can be imported here`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Build(inputOf(map[string]string{test.file: test.text}))
			if err == nil {
				t.Fatalf("Build succeeded; want an error with %q", test.want)
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is\n\t%v\nand lacks\n\t%s", err, test.want)
			}
		})
	}
}

func TestMissingProgramIsAnError(t *testing.T) {
	in := inputOf(nil)
	in.Programs = nil
	if _, err := Build(in); err == nil || !strings.Contains(err.Error(), "the one named check") {
		t.Errorf("Build without programs gives the error %v", err)
	}
}
