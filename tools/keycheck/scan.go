package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
	"fortyeight/keyformat/keyfile/charset"
	"fortyeight/keyformat/keyfile/office"
	"fortyeight/keyformat/keyfile/pdf"
)

// A scanned is what scan says with -json of a key, or of what is none.
type scanned struct {
	Kind     string  `json:"kind,omitempty"`
	Key      string  `json:"key,omitempty"`
	ID       string  `json:"id"`
	Device   string  `json:"device"`
	Volume   string  `json:"volume"`
	Created  string  `json:"created"`
	Format   string  `json:"format,omitempty"`
	Places   []stood `json:"places"`
	Pairing  *string `json:"pairing,omitempty"`
	Repaired *bool   `json:"repaired,omitempty"`
}

// A stood is where something stood.
type stood struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// scan lists the keys in files and folders, or the one for a Key ID.
func (e *env) scan(args []string) int {
	paths, ok := e.parse(args, true)
	switch {
	case !ok:
		return misused
	case len(paths) == 0:
		return e.misuse("scan wants the files and folders to look into")
	}
	if e.id != "" {
		if r := keyformat.CheckID(e.id); r.ID.IsZero() {
			return e.misuse("-id wants the Key ID from the blue screen. " + say("problem."+r.Problem.String(), nil))
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s := newScanner()
	skipped, failed := e.readAll(ctx, s, paths)
	if e.id != "" {
		return e.scanFor(s, failed)
	}
	for i := range s.Set.Len() {
		e.sayRecord(s, i)
	}
	e.sayNotices(s)
	e.summary(s, skipped)
	switch {
	case s.Set.Len() > 0:
		return found
	case failed:
		return misused
	}
	return notFound
}

// scanFor answers which key belongs to the Key ID on the screen.
func (e *env) scanFor(s *keyfile.Scanner, failed bool) int {
	answer := s.FindText(e.id)
	for _, i := range answer.Records {
		e.sayRecord(s, i)
	}
	places := map[string]string{"id": keyformat.CheckID(e.id).ID.String(), "count": strconv.Itoa(len(answer.Records))}
	sentence := "scan." + answer.Outcome.String()
	if answer.Outcome == keyfile.NoneFound && answer.Nearest >= 0 {
		places["near"] = s.Set.ID(answer.Nearest).String()
		sentence += ".near"
	}
	if answer.Noisy {
		places["near"] = s.Set.ID(answer.Records[0]).String()
		sentence = "scan.noisy"
	}
	fmt.Fprintln(e.stderr, say(sentence, places))
	switch {
	case len(answer.Records) > 0:
		return found
	case failed:
		return misused
	}
	return notFound
}

// readAll reads all paths; failed reports that one could not be read.
func (e *env) readAll(ctx context.Context, s *keyfile.Scanner, paths []string) (skipped map[keyfile.Skip]int, failed bool) {
	skipped = map[keyfile.Skip]int{}
	for _, name := range paths {
		err := e.readPath(ctx, s, name, skipped)
		if err != nil {
			e.unreadable(name, pathError(err))
			failed = true
		}
	}
	return skipped, failed
}

func (e *env) readPath(ctx context.Context, s *keyfile.Scanner, name string, skipped map[keyfile.Skip]int) error {
	if name == "-" {
		return s.Read(ctx, "", e.stdin)
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	disk, inside, err := onDisk(name)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return s.File(ctx, disk, inside, name)
	}
	walk, err := s.Walk(ctx, disk, inside, func(p string) string {
		relative := strings.TrimPrefix(strings.TrimPrefix(p, inside), "/")
		if inside == "." {
			relative = p
		}
		return path.Join(filepath.ToSlash(name), relative)
	}, nil)
	for why, n := range walk.Skipped {
		skipped[keyfile.Skip(why)] += n
	}
	return err
}

// pathError leaves out the name, which is said before it.
func pathError(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}

func (e *env) sayRecord(s *keyfile.Scanner, i int) {
	r := s.Set.Record(i)
	fields, _ := s.Fields(i)
	if e.json {
		pairing := r.Pairing.String()
		line := scanned{
			Key: r.Key.String(), ID: r.ID.String(), Device: fields.Device, Volume: fields.Volume, Created: fields.Created,
			Format: r.Format.String(), Pairing: &pairing, Repaired: &r.Repaired,
		}
		for _, p := range r.Places {
			line.Places = append(line.Places, stood{p.File, p.Line})
		}
		e.writeJSON(line)
		return
	}
	fmt.Fprintf(e.stdout, "%s  %-36s", r.Key, r.ID)
	for _, f := range []string{fields.Device, fields.Volume, fields.Created} {
		if f != "" {
			fmt.Fprintf(e.stdout, "  %s", plain(f))
		}
	}
	if r.Repaired {
		fmt.Fprintf(e.stdout, "  (%s)", say("scan.repaired", nil))
	}
	fmt.Fprintln(e.stdout)
	for _, p := range r.Places {
		fmt.Fprintf(e.stdout, "  %s\n", where(p))
	}
}

// where names a place as compilers do, so that editors can go there.
func where(p keyfile.Place) string {
	file := plain(p.File)
	if file == "" {
		file = "-"
	}
	if p.Line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(p.Line)
}

func (e *env) sayNotices(s *keyfile.Scanner) {
	for _, n := range s.Set.Notices() {
		if e.json {
			e.writeJSON(scanned{
				Kind: n.Kind.String(), ID: n.ID.String(), Device: n.Fields.Device, Volume: n.Fields.Volume, Created: n.Fields.Created,
				Places: []stood{{n.Place.File, n.Place.Line}},
			})
			continue
		}
		fmt.Fprintf(e.stdout, "%s: %s\n", where(n.Place), say("kind."+n.Kind.String(), nil))
	}
}

// summary says on standard error how much was found and passed over.
func (e *env) summary(s *keyfile.Scanner, skipped map[keyfile.Skip]int) {
	fmt.Fprintln(e.stderr, say("scan.summary", map[string]string{
		"keys": strconv.Itoa(s.Set.Len()), "others": strconv.Itoa(len(s.Set.Notices())),
	}))
	for _, why := range keyfile.Skips() {
		if n := skipped[why]; n > 0 {
			fmt.Fprintln(e.stderr, say("skipped."+why.String(), map[string]string{"count": strconv.Itoa(n)}))
		}
	}
}

// newScanner returns a scanner with all that this command has.
func newScanner() *keyfile.Scanner {
	return &keyfile.Scanner{Decode: charset.Decode, Workbook: office.Workbook, PDF: pdf.Text}
}
