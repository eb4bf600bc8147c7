package keyfile

import (
	"bytes"
	"io"
)

// isQuotedPrintable reports whether a message says that it is written so.
func isQuotedPrintable(sample []byte) bool {
	return bytes.Contains(bytes.ToLower(sample), []byte("content-transfer-encoding: quoted-printable"))
}

// softBreaks undoes quoted-printable, in which mail is sent and browsers save a
// page as one file (RFC 2045, 6.7): =3D stands for a character, and an = at the end of a
// line says that the line goes on. The lines keep their numbers: a break that
// is undone comes after the next one that is not.
type softBreaks struct {
	r    io.Reader
	in   []byte
	buf  [4096]byte
	owed int // line ends that were left out
	err  error
}

func (q *softBreaks) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		if len(q.in) < 3 && q.err == nil {
			kept := copy(q.buf[:], q.in)
			var more int
			more, q.err = q.r.Read(q.buf[kept:])
			q.in = q.buf[:kept+more]
			if more > 0 {
				continue
			}
		}
		if len(q.in) == 0 {
			break
		}
		c := q.in[0]
		switch {
		case c == '=' && len(q.in) >= 3 && q.in[1] == '\r' && q.in[2] == '\n':
			q.in, q.owed = q.in[3:], q.owed+1
			continue
		case c == '=' && len(q.in) >= 2 && q.in[1] == '\n':
			q.in, q.owed = q.in[2:], q.owed+1
			continue
		case c == '=' && len(q.in) >= 3 && hexOf[q.in[1]]|hexOf[q.in[2]] < 16:
			p[n], q.in = hexOf[q.in[1]]<<4|hexOf[q.in[2]], q.in[3:]
		case c == '\n' && q.owed > 0:
			q.owed-- // one of those left out; this one stays for the next turn
			p[n] = c
		default:
			p[n], q.in = c, q.in[1:]
		}
		n++
	}
	if n == 0 {
		return 0, q.err
	}
	return n, nil
}
