package keyfile

import (
	"context"
	"errors"
	"io"
	"io/fs"
)

// A Scanner reads files into a Set. The zero Scanner reads all that needs
// nothing plugged in. It reads one file at a time.
type Scanner struct {
	Set Set
	// Decode turns a piece of text in a legacy encoding into UTF-8. Without
	// it, what is not ASCII is lost; keys and IDs never are, since digits and
	// GUIDs are ASCII in every encoding that Windows used.
	Decode func(piece []byte) string
	// Workbook and PDF read files that need more than this package has. Each
	// gives the lines of the text, cells separated by tabs, to emit; a workbook
	// gets one for each sheet by its name, which is empty where there is only
	// one. Their errors, such as ErrEncrypted, become notices. Without them
	// such files are noticed as Unsupported.
	Workbook func(ctx context.Context, files Members, sheet func(name string) Emit) error
	PDF      func(ctx context.Context, file io.ReaderAt, size int64, emit Emit) error
	// EveryRow asks for a notice of the kind MissingKey for each row and each
	// object that names a key or a device and has no key.
	EveryRow bool
	// Found, if it is set, is called after each file and each window that
	// gave records.
	Found func()

	window  []byte
	repairs int
	walking bool // the file is one of many in a folder, without a likely name
	passed  bool // it was passed over
}

// Emit takes a line of text with its number.
type Emit func(line []byte, number int) error

// readerAt is what rows are read again from.
type readerAt interface {
	io.ReaderAt
	io.Closer
}

// A source is a file to read.
type source struct {
	name   string // as places show it
	size   int64  // -1 where nobody knows
	r      io.Reader
	at     io.ReaderAt // nil for a stream
	depth  int         // archives around it
	left   *int64      // how many bytes may still be unpacked, inside an archive
	reopen func() (readerAt, error)
}

// Read reads a stream that cannot be read twice, such as standard input or
// pasted text. Name is what places call it. It returns an error only when ctx
// ends or r fails; what was found before is in the Set.
func (s *Scanner) Read(ctx context.Context, name string, r io.Reader) error {
	return s.read(ctx, &source{name: name, size: -1, r: r})
}

// ReadAt reads a file of a known size, such as one that a browser hands out in
// parts. The file must stay readable as long as [Scanner.Fields] is asked for
// rows of it.
func (s *Scanner) ReadAt(ctx context.Context, name string, file io.ReaderAt, size int64) error {
	return s.read(ctx, &source{
		name: name, size: size, r: io.NewSectionReader(file, 0, size), at: file,
		reopen: func() (readerAt, error) { return stays{file}, nil },
	})
}

// stays is a file that nobody needs to close.
type stays struct{ io.ReaderAt }

func (stays) Close() error { return nil }

// File reads the file at path in fsys. Name is what places call it, or "" for
// the path. A file that cannot be opened is noticed as Unreadable.
func (s *Scanner) File(ctx context.Context, fsys fs.FS, path, name string) error {
	if name == "" {
		name = path
	}
	file, err := fsys.Open(path)
	if err != nil {
		s.notice(name, Unreadable)
		return err
	}
	defer file.Close()
	src := &source{name: name, size: -1, r: file}
	if info, err := file.Stat(); err == nil {
		src.size = info.Size()
	}
	if at, ok := file.(io.ReaderAt); ok && src.size >= 0 {
		src.at = at
		src.reopen = func() (readerAt, error) { return reopen(fsys, path) }
	}
	return s.read(ctx, src)
}

var errNotSeekable = errors.New("keyfile: the file cannot be read from the middle")

func reopen(fsys fs.FS, path string) (readerAt, error) {
	file, err := fsys.Open(path)
	if err != nil {
		return nil, err
	}
	if at, ok := file.(readerAt); ok {
		return at, nil
	}
	file.Close()
	return nil, errNotSeekable
}

func (s *Scanner) notice(name string, kind Kind) {
	s.Set.notice(Notice{Kind: kind, Place: Place{File: name}})
}

// read looks at the beginning of a source and reads it as what it is.
func (s *Scanner) read(ctx context.Context, src *source) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	head := make([]byte, sampleSize)
	n, err := io.ReadFull(src.r, head)
	head = head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		s.notice(src.name, Unreadable)
		return err
	}
	if s.walking && isBinary(head[:min(n, 4096)]) && sniff(src.name, head, src.size) == sniffText {
		if enc, _ := encodingOf(head); enc == utf8Text || enc == legacy {
			s.passed = true
			return nil
		}
	}
	whole := err != nil
	if whole && src.size < 0 {
		src.size = int64(n)
	}
	switch kind := sniff(src.name, head, src.size); kind {
	case sniffText:
		err = s.readText(ctx, src, head)
	case sniffArchive:
		err = s.readArchive(ctx, src, head)
	case sniffPDF:
		err = s.readPDF(ctx, src, head)
	default:
		s.named(kind, src, head)
		return nil
	}
	if s.Found != nil {
		s.Found()
	}
	return err
}
