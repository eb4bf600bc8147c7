package pdf

import "math"

// A matrix is a transformation: x' = ax+cy+e, y' = bx+dy+f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns the transformation by m and then by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// A fragment is text that was shown in one go.
type fragment struct {
	x, y, end, size float64 // along the line and across; end is where it ends
	turn            [2]int8 // which way the line goes, in hundredths
	text            string
	alone           bool // of a cell: on its line
}

// A state is what q keeps and Q brings back.
type state struct {
	page              matrix
	font              *font
	size              float64
	charSpace, spaces float64
	scale             float64
	leading           float64
}

// A painter goes through the content of a page and keeps what is text.
type painter struct {
	d         *document
	fonts     map[any]*font
	fragments []fragment
	state
	kept       []state
	text, line matrix
	depth      int
	forms      int
}

// maxForms is how many forms a page may show: forms that show each other twice
// would never come to an end.
const maxForms = 4096

// maxFragments bounds one page; a page of a book has some thousands. Joining those
// of one line takes time with the square of their number.
const maxFragments = 50_000

func (p *painter) paint(content []byte, resources dict) {
	// A form can be shown again and again, and counts each time.
	if p.d.left -= int64(len(content)); p.d.left <= 0 {
		return
	}
	l := &lexer{b: content}
	var args array
	for {
		v, ok := l.next()
		if !ok {
			return
		}
		if len(p.fragments) == maxFragments {
			p.d.cut = true
			return
		}
		w, isOperator := v.(word)
		if !isOperator {
			if args = append(args, v); len(args) > 512 {
				args = args[:0]
			}
			continue
		}
		if w == "BI" {
			l.skipImage()
		}
		p.do(string(w), args, resources)
		args = args[:0]
	}
}

// skipImage passes over a picture in the content.
func (l *lexer) skipImage() {
	for l.at+3 < len(l.b) && !(isSpace(l.b[l.at]) && l.b[l.at+1] == 'E' && l.b[l.at+2] == 'I' && isSpace(l.b[l.at+3])) {
		l.at++
	}
	l.at = min(len(l.b), l.at+3)
}

func (p *painter) do(operator string, args array, resources dict) {
	n := func(i int) float64 {
		if i >= len(args) {
			return 0
		}
		f, _ := args[i].(float64)
		return f
	}
	six := func() matrix { return matrix{n(0), n(1), n(2), n(3), n(4), n(5)} }
	switch operator {
	case "q":
		if len(p.kept) < 1024 {
			p.kept = append(p.kept, p.state)
		}
	case "Q":
		if k := len(p.kept); k > 0 {
			p.state, p.kept = p.kept[k-1], p.kept[:k-1]
		}
	case "cm":
		p.page = six().times(p.page)
	case "BT":
		p.text, p.line = identity, identity
	case "Tf":
		if len(args) == 2 {
			p.font, p.size = p.fontOf(args[0], resources), n(1)
		}
	case "Tc":
		p.charSpace = n(0)
	case "Tw":
		p.spaces = n(0)
	case "Tz":
		p.scale = n(0) / 100
	case "TL":
		p.leading = n(0)
	case "Td":
		p.move(n(0), n(1))
	case "TD":
		p.leading = -n(1)
		p.move(n(0), n(1))
	case "Tm":
		p.text = six()
		p.line = p.text
	case "T*":
		p.move(0, -p.leading)
	case "'", "\"":
		p.move(0, -p.leading)
		if len(args) > 0 {
			p.show(args[len(args)-1])
		}
	case "Tj":
		if len(args) > 0 {
			p.show(args[0])
		}
	case "TJ":
		if len(args) > 0 {
			list, _ := args[0].(array)
			for _, v := range list {
				if back, ok := v.(float64); ok {
					p.text = matrix{1, 0, 0, 1, -back / 1000 * p.size * p.scale, 0}.times(p.text)
				} else {
					p.show(v)
				}
			}
		}
	case "Do":
		if len(args) > 0 {
			p.form(args[0], resources)
		}
	}
}

func (p *painter) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

func (p *painter) fontOf(v value, resources dict) *font {
	key, _ := v.(name)
	at := p.d.dict(resources["Font"])[key]
	var known any = key
	if r, ok := at.(ref); ok {
		known = r
	}
	if f, ok := p.fonts[known]; ok {
		return f
	}
	f := p.d.font(at)
	p.fonts[known] = f
	return f
}

// show adds the text of a string, and goes on behind it.
func (p *painter) show(v value) {
	s, ok := v.(text)
	if !ok {
		return
	}
	out, width, codes := p.font.read(s)
	advance := (width/1000*p.size + p.charSpace*float64(codes)) * p.scale
	for _, c := range s {
		if c == ' ' && (p.font == nil || !p.font.wide) {
			advance += p.spaces * p.scale
		}
	}
	from := p.text.times(p.page)
	p.text = matrix{1, 0, 0, 1, advance, 0}.times(p.text)
	to := p.text.times(p.page)
	if out == "" {
		return
	}
	// A page can be turned: its lines are read along themselves.
	cos, sin := 1.0, 0.0
	if long := math.Hypot(from[0], from[1]); long > 0 {
		cos, sin = from[0]/long, from[1]/long
	}
	p.fragments = append(p.fragments, fragment{
		x: from[4]*cos + from[5]*sin, y: from[5]*cos - from[4]*sin, end: to[4]*cos + to[5]*sin,
		size: math.Abs(p.size) * math.Hypot(from[2], from[3]), turn: [2]int8{int8(100 * cos), int8(100 * sin)}, text: out,
	})
}
