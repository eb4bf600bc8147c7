package keyfile

import "io"

// A tree is the objects that are open at a place of a JSON or XML text. Each
// is a unit; what a closed one leaves open goes to the one around it.
type tree struct {
	t     *text
	units []unit
	deep  int // further ones, which are not told apart
}

func (r *tree) open() *unit {
	if len(r.units) >= MaxDepth {
		r.deep++
		return r.top()
	}
	if len(r.units) < cap(r.units) {
		r.units = r.units[:len(r.units)+1]
		*r.top() = unit{}
	} else {
		r.units = append(r.units, unit{})
	}
	return r.top()
}

func (r *tree) top() *unit {
	if len(r.units) == 0 {
		r.units = append(r.units, unit{})
	}
	return &r.units[len(r.units)-1]
}

// around returns the unit around the top one, or nil.
func (r *tree) around() *unit {
	if len(r.units) < 2 {
		return nil
	}
	return &r.units[len(r.units)-2]
}

func (r *tree) close() {
	switch {
	case r.deep > 0:
		r.deep--
	case len(r.units) > 0:
		r.top().close(r.t, r.around())
		r.units = r.units[:len(r.units)-1]
	}
}

func (r *tree) end() {
	r.deep = 0
	for len(r.units) > 0 {
		r.close()
	}
}

// A feed gives the bytes of a text one by one and counts its lines.
type feed struct {
	t    *text
	r    io.Reader
	buf  []byte
	at   int
	line int
	err  error
}

func newFeed(t *text, r io.Reader) *feed {
	return &feed{t: t, r: r, buf: make([]byte, 0, windowSize/4), line: 1}
}

// next returns the next byte; ok is false at the end.
func (f *feed) next() (c byte, ok bool) {
	if f.at == len(f.buf) && !f.fill() {
		return 0, false
	}
	c = f.buf[f.at]
	f.at++
	if c == '\n' {
		f.line++
	}
	return c, true
}

func (f *feed) fill() bool {
	for f.err == nil {
		if f.err = f.t.ctx.Err(); f.err != nil {
			return false
		}
		n, err := f.r.Read(f.buf[:cap(f.buf)])
		f.buf, f.at, f.err = f.buf[:n], 0, err
		if n > 0 {
			return true
		}
	}
	return false
}

// failed returns what ended the text, if it was not its end.
func (f *feed) failed() error {
	if f.err == io.EOF {
		return nil
	}
	return f.err
}
