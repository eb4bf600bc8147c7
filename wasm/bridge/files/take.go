package files

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/hack-pad/hackpadfs"

	"fortyeight/wasm/bridge"
	"fortyeight/wasm/browserfs"
)

// A job is what was handed over at one go: single files, a folder, or text.
type job struct {
	number int
	roots  int      // folders of the file system that it stands in
	paths  []string // of single files, in the file system
	folder bool
	pasted bool
	open   bool // more of it is to come
}

// A blob is a file as the browser holds it.
type blob struct {
	s      *Session
	number int32
	size   int64
}

func (b *blob) Size() int64 { return b.size }

func (b *blob) ReadAt(p []byte, at int64) (int, error) {
	n, err := b.s.browser.Read(int(b.number), p, at)
	for err == ErrLater && b.s.work.inStep {
		b.s.work.yield(More)
		n, err = b.s.browser.Read(int(b.number), p, at)
	}
	if b.s.work.inStep {
		b.s.told.bytes += int64(n)
	}
	if err == nil && n < len(p) {
		err = io.EOF
	}
	return n, err
}

// take takes files: {first, paths, sizes, folder, more} in, where first is the
// number of the first file for Read, paths and sizes have a line for each with
// a zero byte and a comma between them, and more says that the next call
// belongs to the same job.
func (s *Session) take(in bridge.Fields) string {
	first, ok := in.Int("first")
	paths, ok2 := in.Text("paths")
	sizes, ok3 := in.Text("sizes")
	folder, ok4 := in.Text("folder")
	more, ok5 := in.Text("more")
	if !ok || !ok2 || !ok3 || !ok4 || !ok5 {
		return bridge.Usage("take wants {first, paths, sizes, folder, more}: a number, two lists, and whether it is a folder and goes on")
	}
	j := s.job(folder == "true")
	number := first
	for name := range strings.SplitSeq(paths, "\x00") {
		var digits string
		digits, sizes, _ = strings.Cut(sizes, ",")
		size, ok := bridge.Number([]byte(digits))
		if name == "" && !ok {
			continue // an empty list
		}
		s.told.files++
		if !ok || s.add(j, name, &blob{s, int32(number), int64(size)}) != nil {
			s.told.lost++
		}
		number++
	}
	j.open = more == "true"
	return nothing()
}

// job returns the job that is still open, or a new one.
func (s *Session) job(folder bool) *job {
	if n := len(s.work.jobs); n > 0 && s.work.jobs[n-1].open {
		return s.work.jobs[n-1]
	}
	s.work.count++
	j := &job{number: s.work.count, folder: folder}
	s.work.jobs = append(s.work.jobs, j)
	return j
}

// add puts a file into the file system. Two of one name, which several folders
// chosen at once can have, stand in different folders there.
func (s *Session) add(j *job, name string, b browserfs.Blob) error {
	for n := 0; ; n++ {
		place := j.root(n) + "/" + name
		err := s.fsys.Add(place, browserfs.ReadOnly, b)
		if errors.Is(err, hackpadfs.ErrExist) || errors.Is(err, hackpadfs.ErrNotDir) {
			continue
		}
		if err == nil {
			j.roots = max(j.roots, n+1)
			if !j.folder {
				j.paths = append(j.paths, place)
			}
		}
		return err
	}
}

// root is the n-th folder of the file system for a job.
func (j *job) root(n int) string { return strconv.Itoa(j.number) + "." + strconv.Itoa(n) }

// shown is the path as the person knows it.
func shown(place string) string {
	_, name, _ := strings.Cut(place, "/")
	return name
}

// paste takes text: {text} in.
func (s *Session) paste(in bridge.Fields) string {
	text, ok := in.Text("text")
	if !ok {
		return bridge.Usage("paste wants {text}, a string")
	}
	s.work.count++
	j := &job{number: s.work.count, pasted: true}
	if s.add(j, "pasted", strings.NewReader(text)) == nil {
		s.work.jobs = append(s.work.jobs, j)
		s.told.files++
	}
	return nothing()
}
