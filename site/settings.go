package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"

	"fortyeight/site/view"
)

// settings is content/site.json.
type settings struct {
	// Address is the site's public address, the only place that knows it.
	Address string `json:"address"`
	// Embedders are who may put the frame of /embed/ into their pages, as sources
	// of a policy's frame-ancestors: addresses with scheme and host, "'self'", or
	// "*" for anybody.
	Embedders []string `json:"embedders"`
}

// frame is content/<lang>/frame.json: what stands around every page.
type frame struct {
	view.Frame
	Guide view.GuideWords `json:"guide"`
	Help  struct {
		More   string `json:"more"` // link to the page that says more of a question
		Topics map[string]struct {
			Question string `json:"question"`
			Answer   string `json:"answer"`
		} `json:"topics"`
	} `json:"help"`
	Foot []string `json:"foot"` // pages that the footer leads to, by name
	Menu []struct {
		Page  string `json:"page"`  // a page's name: "trust" for trust.md
		Label string `json:"label"` // what the navigation calls it
	} `json:"menu"`
}

func readSettings(content fs.FS) (settings, error) {
	var s settings
	if err := readJSON(content, "site.json", &s); err != nil {
		return s, err
	}
	u, err := url.Parse(s.Address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.HasSuffix(s.Address, "/") {
		return s, fmt.Errorf("content/site.json: address is %q; give scheme and host without a slash at the end, as in \"https://example.org\"", s.Address)
	}
	if len(s.Embedders) == 0 {
		s.Embedders = []string{"*"}
	}
	for _, who := range s.Embedders {
		if !embedder.MatchString(who) {
			return s, fmt.Errorf("content/site.json: %q in embedders is nobody; give scheme and host as in \"https://helpdesk.example.org\" or \"https://*.example.org\", \"'self'\", \"'none'\" alone, or \"*\" for anybody", who)
		}
	}
	return s, nil
}

// embedder is what may stand in frame-ancestors.
var embedder = regexp.MustCompile(`^(\*|'self'|'none'|https?://(\*\.)?[A-Za-z0-9.-]+(:([0-9]+|\*))?)$`)

func readFrame(content fs.FS, lang string) (frame, error) {
	var f frame
	name := lang + "/frame.json"
	if err := readJSON(content, name, &f); err != nil {
		return f, err
	}
	for _, part := range []struct{ key, value string }{
		{"dir", f.Dir}, {"skip", f.Skip}, {"nav", f.Nav}, {"footer", f.Footer}, {"footNav", f.FootNav}, {"reviewed", f.Reviewed}, {"sources", f.Sources},
		{"language", f.Language}, {"switch", f.Switch}, {"lacking", f.Lacking}, {"preview", f.Preview},
		{"help.more", f.Help.More},
		{"guide.contents", f.Guide.Contents}, {"guide.section", f.Guide.Section}, {"guide.table", f.Guide.Table}, {"guide.note", f.Guide.Note}, {"guide.careful", f.Guide.Careful},
		{"guide.previous", f.Guide.Previous}, {"guide.next", f.Guide.Next}, {"guide.around", f.Guide.Around}, {"guide.now", f.Guide.Now},
		{"guide.check", f.Guide.Check}, {"guide.checkText", f.Guide.CheckText}, {"guide.holds", f.Guide.Holds},
		{"guide.admin", f.Guide.Admin}, {"guide.prints", f.Guide.Prints}, {"guide.changes", f.Guide.Changes},
		{"guide.copy", f.Guide.Copy}, {"guide.copied", f.Guide.Copied}, {"guide.copyFailed", f.Guide.CopyFailed},
		{"guide.shells.cmd", f.Guide.Shells["cmd"]}, {"guide.shells.powershell", f.Guide.Shells["powershell"]},
	} {
		if part.value == "" {
			return f, fmt.Errorf("content/%s: %s is missing; every page needs it", name, part.key)
		}
	}
	return f, nil
}

// readJSON reads one JSON value whose keys must all be known.
func readJSON(content fs.FS, name string, value any) error {
	data, err := fs.ReadFile(content, name)
	if err != nil {
		return fmt.Errorf("content/%s cannot be read: %w", name, err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(value); err != nil {
		return fmt.Errorf("content/%s:%d: %w", name, lineAt(data, errorOffset(err, d)), err)
	}
	return nil
}

// errorOffset returns where in the text a decoder's error lies, as near as the
// decoder tells.
func errorOffset(err error, d *json.Decoder) int {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return int(e.Offset)
	}
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return int(e.Offset)
	}
	return int(d.InputOffset())
}

// lineAt returns the line, counted from 1, on which an offset lies.
func lineAt(data []byte, offset int) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), len(data))], []byte("\n"))
}
