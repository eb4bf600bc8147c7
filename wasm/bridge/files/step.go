package files

import (
	"context"
	"io"
	"iter"

	"fortyeight/keyformat/keyfile"
	"fortyeight/wasm/bridge"
)

// work is what is being done and what waits.
type work struct {
	jobs     []*job
	count    int // jobs so far
	next     func() (Standing, bool)
	yield    func(Standing) bool // returns with the next step
	inStep   bool
	reading  bool // else only the index is brought up to date
	stopping bool
}

// A Standing says where work stands after a step.
type Standing int

// Where work stands.
const (
	Done  Standing = iota // there is nothing to do
	More                  // there is more to do
	Ended                 // a job has just been read; the index is still to be brought up to date
)

// Step works until the browser says that it has lasted long enough. Between two
// steps every call can be made: the work rests where a file is asked for its
// next piece.
func (s *Session) Step() Standing {
	if s.work.next == nil {
		if !s.ready() {
			return Done
		}
		s.work.next, _ = iter.Pull(s.run)
	}
	s.work.inStep = true
	standing, more := s.work.next()
	s.work.inStep = false
	if more {
		return standing
	}
	s.work.next = nil
	if s.ready() {
		return More
	}
	return Done
}

// ready reports whether a job waits that is complete.
func (s *Session) ready() bool { return len(s.work.jobs) > 0 && !s.work.jobs[0].open }

// run does the jobs.
func (s *Session) run(yield func(Standing) bool) {
	s.work.yield = yield
	rest := func() bool {
		if s.browser.Due() {
			yield(More)
		}
		return true
	}
	for s.ready() {
		j := s.work.jobs[0]
		s.work.jobs = s.work.jobs[1:]
		s.work.reading = true
		s.told.stopped = false
		s.read(&pace{context.Background(), s, rest}, j)
		if s.work.stopping {
			s.work.stopping, s.told.stopped = false, true
		}
		s.work.reading = false
		s.told.finished()
		yield(Ended)
		s.index.Update(&s.scan, rest)
	}
}

// A pace is the context of reading: package keyfile asks it, between any two
// pieces of a file, whether it should go on, and there the work rests.
type pace struct {
	context.Context
	s    *Session
	rest func() bool
}

func (p *pace) Err() error {
	if !p.s.work.stopping {
		p.rest()
	}
	if p.s.work.stopping {
		return context.Canceled
	}
	return nil
}

// read does one job.
func (s *Session) read(ctx *pace, j *job) {
	switch {
	case j.pasted:
		s.readPasted(ctx, j)
	case j.folder:
		for n := range j.roots {
			s.readFolder(ctx, j.root(n))
		}
	default:
		for _, place := range j.paths {
			s.index.Update(&s.scan, ctx.rest)
			s.told.name = shown(place)
			if ctx.Err() != nil {
				return
			}
			if s.scan.File(ctx, s.fsys, place, shown(place)) == nil {
				s.told.now.Read++
			} else if !s.work.stopping {
				s.told.now.Skipped[keyfile.SkipUnreadable]++
			}
		}
	}
}

// readFolder reads what may hold keys in a folder. What was found so far can be
// searched before all is read.
func (s *Session) readFolder(ctx *pace, root string) {
	before := s.told.now
	_, _ = s.scan.Walk(ctx, s.fsys, root, shown, func(w *keyfile.Walk) {
		s.told.name = shown(w.Name)
		s.told.now.Read = before.Read + w.Read
		for i, n := range w.Skipped {
			s.told.now.Skipped[i] = before.Skipped[i] + n
		}
		s.index.Update(&s.scan, ctx.rest)
	})
}

// readPasted reads text that was pasted; its places have no file.
func (s *Session) readPasted(ctx *pace, j *job) {
	file, err := s.fsys.Open(j.paths[0])
	if err != nil {
		return
	}
	info, err := file.Stat()
	if at, ok := file.(io.ReaderAt); ok && err == nil {
		if s.scan.ReadAt(ctx, "", at, info.Size()) == nil {
			s.told.now.Read++
		}
	}
}

// stop ends what is being done and what waits; what was found stays.
func (s *Session) stop(bridge.Fields) string {
	s.work.stopping = s.work.reading
	if len(s.work.jobs) > 0 {
		s.told.stopped = true
	}
	s.work.jobs = nil
	return nothing()
}
