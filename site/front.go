package site

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"fortyeight/site/view"
)

// FrontMatter is what a page says about itself before its text: lines of
// "key: value" between two lines of "---", and lists of "- item" lines. There
// is no quoting and nothing else of YAML, so a line means what it says.
type FrontMatter struct {
	Title       string        // title of the document, at most 60 characters
	Heading     string        // heading of the page, where it is not the title
	Description string        // for search engines, at most 160 characters
	Reviewed    string        // day on which facts and text were last checked, YYYY-MM-DD
	Sources     []view.Source // where the facts come from: "- Title https://address"
	Holds       string        // Windows releases that a page of the guide holds for
	Next        []string      // names of the pages to go on to by situation: "guide/typing, check"

	lines map[string]int // where each key stands, for errors that are found later
}

const (
	maxTitle       = 60  // longer ones are cut off in tabs and search results
	maxDescription = 160 // likewise
	fence          = "---"
)

// A lineError is something wrong on one line of a source file.
type lineError struct {
	file string
	line int
	text string
}

func (e *lineError) Error() string { return fmt.Sprintf("content/%s:%d: %s", e.file, e.line, e.text) }

// parseFront splits a page into its front matter and its text. The text begins
// on line textLine of the file.
func parseFront(file, source string) (front FrontMatter, text string, textLine int, err error) {
	fail := func(line int, format string, values ...any) (FrontMatter, string, int, error) {
		return FrontMatter{}, "", 0, &lineError{file, line, fmt.Sprintf(format, values...)}
	}
	lines := strings.SplitAfter(source, "\n")
	if strings.TrimSpace(lines[0]) != fence {
		return fail(1, "the page does not begin with front matter; begin with a line of ---, then title, description and reviewed, then --- again")
	}
	front.lines = map[string]int{}
	key := ""
	for i, raw := range lines[1:] {
		number, line := i+2, strings.TrimSpace(raw)
		if line == fence {
			if err := front.check(); err != nil {
				return fail(number, "%s", err)
			}
			return front, strings.Join(lines[number:], ""), number + 1, nil
		}
		if line == "" {
			continue
		}
		if item, isItem := strings.CutPrefix(line, "- "); isItem {
			if err := front.addItem(key, strings.TrimSpace(item)); err != nil {
				return fail(number, "%s", err)
			}
			continue
		}
		name, value, found := strings.Cut(line, ":")
		if !found {
			return fail(number, "%q is neither \"key: value\" nor \"- item\"", line)
		}
		key, value = name, strings.TrimSpace(value)
		if front.lines[key] != 0 {
			return fail(number, "the key %q stands here for the second time; keep one", key)
		}
		front.lines[key] = number
		if err := front.set(key, value); err != nil {
			return fail(number, "%s", err)
		}
	}
	return fail(len(lines), "the front matter does not end; put a line of --- after it")
}

func (f *FrontMatter) set(key, value string) error {
	switch key {
	case "title":
		f.Title = value
		return atMost(key, value, maxTitle)
	case "heading":
		f.Heading = value
		return atMost(key, value, maxTitle)
	case "description":
		f.Description = value
		return atMost(key, value, maxDescription)
	case "reviewed":
		f.Reviewed = value
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return fmt.Errorf("reviewed is %q; write the day as YYYY-MM-DD", value)
		}
		return nil
	case "sources":
		if value != "" {
			return fmt.Errorf("sources is a list; put each source on a line of its own, as \"- Title https://address\"")
		}
		return nil
	case "holds":
		f.Holds = value
		return atMost(key, value, maxDescription)
	case "next":
		for name := range strings.SplitSeq(value, ",") {
			f.Next = append(f.Next, strings.TrimSpace(name))
		}
		return nil
	}
	return fmt.Errorf("unknown key %q; known are title, heading, description, reviewed, holds, next and sources", key)
}

func atMost(key, value string, limit int) error {
	if value == "" {
		return fmt.Errorf("%s is empty; say something or leave the line out", key)
	}
	if n := utf8.RuneCountInString(value); n > limit {
		return fmt.Errorf("%s has %d characters and may have %d; shorten it", key, n, limit)
	}
	return nil
}

func (f *FrontMatter) addItem(key, item string) error {
	if key != "sources" {
		return fmt.Errorf("a list item stands where no list is; only sources is a list")
	}
	title, address := "", ""
	if i := strings.LastIndexByte(item, ' '); i > 0 {
		title, address = strings.TrimSpace(item[:i]), item[i+1:]
	}
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("the source %q has no title or no address; write \"- Title https://address\"", item)
	}
	f.Sources = append(f.Sources, view.Source{Title: title, URL: address})
	return nil
}

// check completes the front matter once all of it has been read.
func (f *FrontMatter) check() error {
	for _, key := range []string{"title", "description", "reviewed", "sources"} {
		if f.lines[key] == 0 {
			return fmt.Errorf("the front matter has no %s; add a line \"%s:\"", key, key)
		}
	}
	if f.Heading == "" {
		f.Heading = f.Title
	}
	return nil
}
