package pdf

import (
	"bytes"
	"compress/flate"
	"io"
)

// stream returns what the stream of a reference unpacks to.
func (d *document) stream(v value) []byte {
	r, ok := v.(ref)
	if !ok {
		return nil
	}
	return d.unpack(d.objects[int(r)])
}

// unpack returns a stream as it was before it was packed; nil where it is
// packed in a way that text never is.
func (d *document) unpack(o object) []byte {
	v, _ := o.value.(dict)
	filters, ok := d.get(v["Filter"]).(array)
	if !ok && v["Filter"] != nil {
		filters = array{v["Filter"]}
	}
	b := o.stream
	for _, f := range filters {
		switch d.get(f) {
		case name("FlateDecode"), name("Fl"):
			if len(b) < 2 {
				return nil
			}
			var out bytes.Buffer
			n, _ := io.Copy(&out, io.LimitReader(flate.NewReader(bytes.NewReader(b[2:])), d.left)) // what is damaged gives its beginning
			d.left -= n
			b = out.Bytes()
		case name("ASCIIHexDecode"), name("AHx"):
			b = (&lexer{b: append([]byte{'<'}, b...)}).hex()
		default:
			return nil
		}
	}
	if p, _ := d.number(d.dict(v["DecodeParms"])["Predictor"]); p >= 10 {
		columns, ok := d.number(d.dict(v["DecodeParms"])["Columns"])
		if !ok || columns < 1 {
			columns = 1
		}
		b = unpredict(b, columns)
	}
	return b
}

// unpredict undoes the PNG predictor Up, the one that lists of objects use.
func unpredict(b []byte, columns int) []byte {
	var out []byte
	before := make([]byte, columns)
	for len(b) > columns {
		row := b[1 : columns+1]
		for i := range row {
			if b[0] == 2 {
				row[i] += before[i]
			}
		}
		out, before, b = append(out, row...), row, b[columns+1:]
	}
	return out
}
