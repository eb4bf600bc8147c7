package files

import (
	"fortyeight/keyformat/keyfile"
	"fortyeight/wasm/bridge"
)

// told is what progress tells.
type told struct {
	files   int // taken
	lost    int // of them, those that have no place in a file system
	bytes   int64
	name    string       // of the file that is being read
	done    keyfile.Walk // of all jobs that are finished
	now     keyfile.Walk // of the job that is not
	stopped bool
}

// finished adds the job that has ended to those before.
func (t *told) finished() {
	t.done.Read += t.now.Read
	for i, n := range t.now.Skipped {
		t.done.Skipped[i] += n
	}
	t.now, t.name = keyfile.Walk{}, ""
}

// progress says how far reading has come: a Progress.
func (s *Session) progress(bridge.Fields) string {
	var a, skipped bridge.Answer
	a.Bool("running", s.work.reading || len(s.work.jobs) > 0)
	a.Bool("stopped", s.told.stopped)
	a.Int("files", s.told.files)
	a.Int("read", s.told.done.Read+s.told.now.Read)
	for _, why := range keyfile.Skips() {
		n := s.told.done.Skipped[why] + s.told.now.Skipped[why]
		if why == keyfile.SkipUnreadable {
			n += s.told.lost
		}
		if n > 0 {
			skipped.Int(why.String(), n)
		}
	}
	a.Object("skipped", &skipped)
	a.Int("bytes", int(s.told.bytes))
	a.Text("name", plain(s.told.name))
	a.Int("found", s.scan.Set.Len())
	a.Int("notices", len(s.scan.Set.Notices()))
	a.Int("searchable", s.index.Len())
	return a.End()
}
