package audit

import "regexp"

// A remark is what the Nu HTML checker says of a place in a file.
type remark struct{ Type, SubType, URL, Message, Extract string }

// In the page that is one file the checker reads the style and the policy too,
// and it knows neither as browsers do; the page for wrong addresses has a policy
// as well, since a host may send it without headers.
var (
	oneFile = regexp.MustCompile(`/fortyeight(\.[a-z-]+)?\.html$`)
	lost    = regexp.MustCompile(`/404\.html$`)
)

// gaps are remarks that show what the checker does not know, each with the
// reason. All that is named must fit: file, words and place.
var gaps = []struct {
	file, message, extract *regexp.Regexp
	reason                 string
}{
	{oneFile, regexp.MustCompile(`^CSS: “container-type”: Property “container-type” doesn't exist\.$`), anything,
		"CSS Containment 3, which all engines have had since February 2023"},
	{oneFile, regexp.MustCompile(`^CSS: Unrecognized at-rule “@container”$`), anything, "the same"},
	{oneFile, regexp.MustCompile(`^CSS: “width”: Unknown dimension\.$`), regexp.MustCompile(`\(width: 1cqw\)`),
		"the same: cqw is its unit, and @supports asks whether it is known"},
	{oneFile, regexp.MustCompile(`^CSS: “--mm”: Parse Error\.$`), regexp.MustCompile(`/ var\(--width\)`),
		"the same unit, in what that @supports guards"},
	{oneFile, regexp.MustCompile(`^CSS: “field-sizing”: Property “field-sizing” doesn't exist\.$`), anything,
		"CSS Basic User Interface 4; a browser without it keeps the field's own height"},
	{oneFile, regexp.MustCompile(`^Inline style violates Content Security Policy \(meta tag\)`), regexp.MustCompile(`<style>`),
		"the policy names the style by its hash, which the checker does not compute; browsers do, and would not use another"},
	{oneFile, regexp.MustCompile(`^Inline script violates Content Security Policy \(meta tag\)`), regexp.MustCompile(`<script type="text/plain"`),
		"this is the packed program as text, which no browser runs"},
	{lost, regexp.MustCompile(`^Resource violates Content Security Policy \(meta tag\): external stylesheet “/assets/`), anything,
		"the checker reads a file, and 'self' matches nothing there; the site has an origin"},
}

var anything = regexp.MustCompile(``)

// gap returns why a remark is about the checker and not about the file, or "".
func gap(r remark) string {
	for _, g := range gaps {
		if g.file.MatchString(r.URL) && g.message.MatchString(r.Message) && g.extract.MatchString(r.Extract) {
			return g.reason
		}
	}
	return ""
}
