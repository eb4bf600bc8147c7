package site

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/a-h/templ"
	"github.com/evanw/esbuild/pkg/api"

	"fortyeight/site/view"
)

const (
	// fileName is the page that is one file, with everything inside.
	fileName = "fortyeight"
	// wholeProgram is the program that it has inside: all programs in one.
	wholeProgram = "whole"
)

// A oneFile is what the page in one file has inside, in every language.
type oneFile struct {
	style   string
	modules modules // with the program's source in the place of addresses
	program string  // as text
}

// newOneFile makes it, or returns nil where no language has that page.
func newOneFile(in Input, b *book, m modules, css, worker []byte) (*oneFile, error) {
	if b.root().page(fileName) == nil {
		return nil, nil
	}
	program, ok := in.Programs[wholeProgram]
	if !ok {
		return nil, fmt.Errorf("the page %s has its program inside, and there is no program named %s", fileName, wholeProgram)
	}
	packed, err := pack(program)
	if err != nil {
		return nil, err
	}
	script, err := json.Marshal(string(worker))
	if err != nil {
		return nil, err
	}
	source := fmt.Sprintf(`
		import { inside } from "wasm/inside.js";
		import { learn } from "site/assets/check/say.js";
		import words from "fortyeight:words/onefile";
		if (!globalThis.DecompressionStream) learn({ "program.unsupported": words["onefile.old"] });
		const whole = inside(() => document.querySelector(".js-whole").textContent, %d, %s);
		export default { check: whole, kit: whole, files: whole, camera: whole };
	`, len(packed), script)
	// It is kept by whoever downloads it.
	m = m.with("programs", module{source, api.LoaderJS}).with("keeping", module{"export const keep = async () => {};", api.LoaderJS})
	return &oneFile{style: string(css), modules: m, program: printable(packed)}, nil
}

// addFile writes the page of one language that is one file.
func (o *Output) addFile(one *oneFile, pr *press, p *page) error {
	m, err := one.modules.withWords(pr.words)
	if err != nil {
		return err
	}
	script, err := m.bundle(scriptEntry, api.FormatESModule)
	if err != nil {
		return err
	}
	inside := view.Inside{Style: one.style, Script: strings.TrimSpace(string(script)), Program: one.program}
	html, err := pr.renderFile(p, inside)
	if err != nil {
		return err
	}
	o.add(p.output, html)
	pr.file = &view.Download{Href: p.address, Name: p.output, Bytes: len(html), SHA256: hash(html)}
	return nil
}

// renderFile returns the page: the checker as the front page has it, and below
// it what the page says of itself before what that one says. All links lead to the
// site, since nothing else is in the file.
func (pr *press) renderFile(p *page, inside view.Inside) ([]byte, error) {
	_, about, err := pr.set(p)
	if err != nil {
		return nil, err
	}
	front := pr.lookup(pr.language, "check")
	_, below, err := pr.set(front)
	if err != nil {
		return nil, err
	}
	check, err := pr.checkPage(front, templ.Raw(about+below))
	if err != nil {
		return nil, err
	}
	l := &check.Layout
	l.Title, l.Description, l.Canonical, l.Alternates, l.Languages, l.NoIndex = p.front.Title, p.front.Description, "", nil, nil, true
	for i := range l.Nav {
		l.Nav[i].Current = false // it leads to the site
	}
	l.Policy, l.Assets, l.Inside, l.Keeps = filePolicy(inside), view.Assets{}, inside, false
	var html strings.Builder
	if err := view.Check(check).Render(context.Background(), &html); err != nil {
		return nil, fmt.Errorf("the view of content/%s: %w", p.file, err)
	}
	return []byte(strings.ReplaceAll(html.String(), ` href="/`, ` href="`+pr.settings.Address+`/`)), pr.words.err()
}

// filePolicy is the policy that stands inside the one file, the only page with
// script and style inside: by their hashes, so that nothing else runs. It speaks to
// nobody, and its worker starts from a copy of a text in the script.
func filePolicy(inside view.Inside) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + hashOf(inside.Script) + " 'wasm-unsafe-eval'",
		"worker-src data:",
		"style-src " + hashOf(inside.Style),
		"connect-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types fortyeight",
	}, "; ")
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// printable writes bytes as text: 13 bits, the first ones lowest, as two of 91
// characters. wasm/inside.js reads it. None of them ends an element or begins
// one, and all are the same in every encoding, so that no host and no editor can
// spoil them.
func printable(data []byte) string {
	const most = 13
	character := func(value uint) byte {
		if value >= '<'-'#' {
			value++
		}
		return byte('#' + value)
	}
	text := make([]byte, 0, len(data)*16/most+2)
	held, bits := uint(0), 0
	put := func() {
		low := held & (1<<most - 1)
		text = append(text, character(low%91), character(low/91))
		held, bits = held>>most, bits-most
	}
	for _, b := range data {
		held |= uint(b) << bits
		if bits += 8; bits >= most {
			put()
		}
	}
	if bits > 0 {
		put()
	}
	return string(text)
}
