package keyfile

import (
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"io"
	"path"
	"strings"
)

// Errors of what is plugged in, and of archives. Each becomes a notice.
var (
	ErrEncrypted = errors.New("keyfile: the file wants a password")
	ErrNoText    = errors.New("keyfile: the file holds no text")
	ErrBroken    = errors.New("keyfile: the file is damaged")
	ErrTooLarge  = errors.New("keyfile: the file is larger than a limit allows")
	ErrBomb      = errors.New("keyfile: the file unpacks to far more than it should")
	errMethod    = errors.New("keyfile: the file is packed in a way that is not read")
	errNames     = errors.New("keyfile: there are too many names")
)

// kindOf returns the notice that an error becomes.
func kindOf(err error) Kind {
	switch {
	case errors.Is(err, ErrEncrypted):
		return EncryptedFile
	case errors.Is(err, ErrNoText):
		return NoText
	case errors.Is(err, ErrTooLarge):
		return TooLarge
	case errors.Is(err, ErrBomb):
		return Bomb
	case errors.Is(err, errMethod):
		return Unsupported
	case errors.Is(err, errNames):
		return TooManyNames
	}
	return Broken
}

// Members are the files in an archive, by name.
type Members interface {
	// Open returns the file of that name. What it unpacks to is limited:
	// reading fails with ErrBomb or ErrTooLarge.
	Open(name string) (io.ReadCloser, error)
}

// An archive is a ZIP file while it is read.
type archive struct {
	r       io.ReaderAt
	size    int64
	members []member
	left    *int64 // how many bytes may still come out, of it and what is in it
}

// readArchive reads every file in a ZIP archive, or a workbook, which is one.
func (s *Scanner) readArchive(ctx context.Context, src *source, head []byte) error {
	if src.depth >= MaxNesting {
		s.notice(src.name, TooDeep)
		return nil
	}
	at, size, err := src.whole(head)
	if err != nil {
		s.notice(src.name, kindOf(err))
		return ctx.Err()
	}
	a := &archive{r: at, size: size, left: src.left}
	if a.left == nil {
		a.left = new(int64)
		*a.left = MaxUnpacked
	}
	if err := a.list(); err != nil {
		s.notice(src.name, kindOf(err))
	}
	if a.find("xl/workbook.xml") != nil {
		return s.readWorkbook(ctx, src, a)
	}
	for i := range a.members {
		if err := s.readMember(ctx, src, a, &a.members[i]); err != nil {
			return err
		}
		if *a.left <= 0 {
			s.notice(src.name, TooLarge)
			break
		}
	}
	return nil
}

// readMember reads one file of an archive. What is wrong with it is noticed,
// and the others are read; an error means that ctx ended.
func (s *Scanner) readMember(ctx context.Context, src *source, a *archive, m *member) error {
	if strings.HasSuffix(m.name, "/") || m.packed == 0 && m.unpacked == 0 {
		return ctx.Err()
	}
	name := src.name + "/" + s.nameOf(m)
	r, err := a.open(m)
	if err != nil {
		s.notice(name, kindOf(err))
		return ctx.Err()
	}
	inner := &source{name: name, size: int64(m.unpacked), r: r, depth: src.depth + 1, left: a.left}
	walking := s.walking
	s.walking = !likelyName(path.Base(m.name))
	err = s.read(ctx, inner)
	s.walking = walking
	if err != nil && ctx.Err() == nil {
		s.notice(name, kindOf(err))
	}
	return ctx.Err()
}

// nameOf returns the name of a member as text.
func (s *Scanner) nameOf(m *member) string {
	t := text{s: s, legacy: true}
	return t.string([]byte(strings.ReplaceAll(m.name, "\\", "/")))
}

// whole returns the source as something to read from the middle of: itself,
// or, of a stream, its bytes.
func (src *source) whole(head []byte) (io.ReaderAt, int64, error) {
	if src.at != nil && src.size >= 0 {
		return src.at, src.size, nil
	}
	data, err := io.ReadAll(io.LimitReader(src.r, maxInner+1-int64(len(head))))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, 0, err
	}
	data = append(bytes.Clone(head), data...)
	if len(data) > maxInner {
		return nil, 0, ErrTooLarge
	}
	return bytes.NewReader(data), int64(len(data)), nil
}

// find returns the member of that name, or nil.
func (a *archive) find(name string) *member {
	for i := range a.members {
		if a.members[i].name == name {
			return &a.members[i]
		}
	}
	return nil
}

// Open implements [Members].
func (a *archive) Open(name string) (io.ReadCloser, error) {
	m := a.find(name)
	if m == nil {
		return nil, ErrBroken
	}
	r, err := a.open(m)
	if err != nil {
		return nil, err
	}
	return io.NopCloser(r), nil
}

// open returns what a member unpacks to, within the limits.
func (a *archive) open(m *member) (io.Reader, error) {
	if m.encrypted {
		return nil, ErrEncrypted
	}
	start, err := a.contentOf(m)
	if err != nil {
		return nil, err
	}
	packed := io.NewSectionReader(a.r, start, int64(min(m.packed, uint64(max(0, a.size-start)))))
	out := &unpacked{left: a.left, packed: int64(m.packed)}
	switch m.method {
	case methodStored:
		out.r = packed
	case methodDeflated:
		out.r = flate.NewReader(packed)
	default:
		return nil, errMethod
	}
	return out, nil
}

// unpacked counts what comes out of a member and stops a bomb.
type unpacked struct {
	r           io.Reader
	left        *int64
	packed, out int64
}

func (u *unpacked) Read(p []byte) (int, error) {
	if *u.left <= 0 {
		return 0, ErrTooLarge
	}
	n, err := u.r.Read(p[:min(int64(len(p)), *u.left)])
	*u.left -= int64(n)
	u.out += int64(n)
	if u.out > ratioFree && u.out > u.packed*MaxRatio {
		return n, ErrBomb
	}
	if err != nil && err != io.EOF {
		err = ErrBroken
	}
	return n, err
}
