package pdf

import (
	"unicode/utf16"
)

// A font says which characters the codes in a string are, and how wide.
type font struct {
	wide    bool           // two bytes a code
	unicode map[int]string // by code; nil where codes are characters
	widths  map[int]float64
	missing float64 // the width of a code without one, in thousandths
}

// font reads a font of the resources.
func (d *document) font(v value) *font {
	m := d.dict(v)
	f := &font{widths: map[int]float64{}, missing: 500}
	if b := d.stream(m["ToUnicode"]); b != nil {
		f.unicode = map[int]string{}
		f.readMap(b)
	}
	if m["Subtype"] == name("Type0") {
		f.wide = true
		if list, ok := d.get(m["DescendantFonts"]).(array); ok && len(list) > 0 {
			below := d.dict(list[0])
			f.missing = 1000
			if n, ok := d.number(below["DW"]); ok {
				f.missing = float64(n)
			}
			f.cidWidths(d, below["W"])
		}
		return f
	}
	first, _ := d.number(m["FirstChar"])
	if list, ok := d.get(m["Widths"]).(array); ok {
		scale := 1.0
		if matrix, ok := d.get(m["FontMatrix"]).(array); ok && len(matrix) == 6 { // a font of drawings has units of its own
			if a, ok := d.get(matrix[0]).(float64); ok {
				scale = 1000 * a
			}
		}
		for i, w := range list {
			if w, ok := d.get(w).(float64); ok {
				f.widths[first+i] = w * scale
			}
		}
	}
	return f
}

// cidWidths reads the two forms: first [w w …] and first last w.
func (f *font) cidWidths(d *document, v value) {
	list, _ := d.get(v).(array)
	for i := 0; i+1 < len(list); {
		first, ok := d.number(list[i])
		if !ok {
			return
		}
		if some, ok := d.get(list[i+1]).(array); ok {
			for j, w := range some {
				if w, ok := d.get(w).(float64); ok {
					f.widths[first+j] = w
				}
			}
			i += 2
			continue
		}
		last, ok1 := d.number(list[i+1])
		if i+2 >= len(list) || !ok1 || last-first > 1<<16 {
			return
		}
		if w, ok := d.get(list[i+2]).(float64); ok {
			for c := first; c <= last; c++ {
				f.widths[c] = w
			}
		}
		i += 3
	}
}

// readMap reads a ToUnicode map: bfchar and bfrange, and the length of a code.
func (f *font) readMap(b []byte) {
	l := &lexer{b: b}
	var args array
	for {
		v, ok := l.next()
		if !ok {
			return
		}
		w, isOperator := v.(word)
		if !isOperator {
			args = append(args, v)
			continue
		}
		switch w {
		case "endcodespacerange":
			if len(args) > 0 {
				if t, ok := args[0].(text); ok && len(t) > 1 {
					f.wide = true
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				f.set(codeOf(args[i]), args[i+1], 0)
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				from, to := codeOf(args[i]), codeOf(args[i+1])
				list, isList := args[i+2].(array)
				for c := from; c <= to && c-from < 1<<16; c++ {
					switch {
					case !isList:
						f.set(c, args[i+2], c-from)
					case c-from < len(list):
						f.set(c, list[c-from], 0)
					}
				}
			}
		}
		args = args[:0]
	}
}

// set maps a code to text in UTF-16, its last unit raised by add.
func (f *font) set(code int, to value, add int) {
	t, ok := to.(text)
	if !ok || len(f.unicode) > 1<<17 {
		return
	}
	units := make([]uint16, 0, 4)
	for i := 0; i+1 < len(t); i += 2 {
		units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
	}
	if len(units) > 0 {
		units[len(units)-1] += uint16(add)
	}
	f.unicode[code] = spelt(utf16.Decode(units))
}

// ligatures are letters that some programs show as one, also in labels, from
// U+FB00.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl"}

func spelt(runes []rune) string {
	if len(runes) == 1 && runes[0] >= 0xFB00 && int(runes[0]-0xFB00) < len(ligatures) {
		return ligatures[runes[0]-0xFB00]
	}
	return string(runes)
}

func codeOf(v value) (code int) {
	t, _ := v.(text)
	for _, c := range t[:min(len(t), 4)] {
		code = code<<8 | int(c)
	}
	return code
}

// read returns the text of a string and its width in thousandths of the size.
func (f *font) read(s text) (out string, width float64, codes int) {
	if f == nil {
		return latin(s), 500 * float64(len(s)), len(s)
	}
	step := 1
	if f.wide {
		step = 2
	}
	for i := 0; i+step <= len(s); i += step {
		code := codeOf(s[i : i+step])
		codes++
		w, ok := f.widths[code]
		if !ok {
			w = f.missing
		}
		width += w
		switch u, ok := f.unicode[code]; {
		case ok:
			out += u
		case !f.wide:
			out += latin(s[i : i+1])
		}
	}
	return out, width, codes
}

// latin reads bytes as Latin-1, which is ASCII where keys and IDs are.
func latin(s []byte) string {
	r := make([]rune, len(s))
	for i, c := range s {
		r[i] = rune(c)
	}
	return string(r)
}
