package decode

import "fortyeight/keyformat"

// A FoundID is a Key ID that stands in a text, or its beginning.
type FoundID struct {
	ID    keyformat.ID
	Whole bool // all 32 digits are there
	// Probability is that an ID stands there and that each of its digits is
	// read right. No arithmetic protects an ID, so it is often low; compare
	// the text with known IDs by [NearestID] where there are any.
	Probability float64
	Start, End  int // byte offsets in the text
}

// findIDs finds the Key IDs at the beginning of a page from which the keys
// have been blanked out.
func (d *Decoder) findIDs(p *page, text string) (list []FoundID) {
	const piece, reach = 256, 80 // an ID takes 36 characters, and more with stray spaces
	n := min(len(p.symbols), maxIDText)
	for from := 0; ; {
		to := min(from+piece, n)
		list = d.findID(p, text, region{from, to}, list)
		if to == n {
			return list
		}
		for from = to - reach; len(list) > 0 && int(p.at[from]) < list[len(list)-1].End; from++ {
		}
	}
}

// blank overwrites the keys in a page with line ends: a key is a run of hex
// digits as well, and no ID.
func blank(symbols []symbol, keys []sighting) {
	for i := range keys {
		for j := keys[i].span.from; j < keys[i].span.to; j++ {
			symbols[j] = '\n'
		}
	}
}

// idFloor is the probability from which an ID is reported.
const idFloor = 0.5

// findID adds the likeliest ID of a region, and those on either side of it.
func (d *Decoder) findID(p *page, text string, r region, list []FoundID) []FoundID {
	if r.to-r.from < keyformat.MinIDDigits {
		return list
	}
	v := d.hex.likeliest(p.symbols, r)
	if v.weight < idFloor*(1+v.weight) {
		return list
	}
	var b [16]byte
	for i, digit := range v.digits {
		b[i/2] |= digit << (4 * (1 - i%2))
	}
	id := keyformat.IDFromBytes(b).Beginning(len(v.digits))
	list = d.findID(p, text, region{r.from, v.span.from}, list)
	list = append(list, FoundID{
		ID: id, Whole: id.Whole(),
		Probability: v.sure * v.weight / (1 + v.weight),
		Start:       int(p.at[v.span.from]), End: p.end(v.span.to-1, text),
	})
	return d.findID(p, text, region{v.span.to, r.to}, list)
}

// A likelyID is the likeliest way to read an ID in a region.
type likelyID struct {
	weight float64 // over no ID
	sure   float64 // that all digits are read right, if it is one
	digits []byte  // from 0 to 15
	span   region
}

func (ch *hexChannel) likeliest(symbols []symbol, r region) (v likelyID) {
	n := r.to - r.from
	best := make([]float64, (n+1)*idDepths)
	back := make([]uint8, (n+1)*idDepths) // 0 start, 1 missed, 2 extra, 3 read
	end := -1
	for i := range n + 1 {
		at := best[i*idDepths:][:idDepths]
		if w := idStart(symbols, r, i); w > at[0] {
			at[0] = w
		}
		ending := 1.0
		if isInside(symbols, r.from+i) {
			ending = insideWord
		}
		for depth := range idDepths {
			w := at[depth]
			if w == 0 {
				continue
			}
			if e := w * idEnd(depth) * ending; e > v.weight {
				v.weight, end = e, i*idDepths+depth
			}
			if depth == keyformat.IDDigits {
				break
			}
			offer := func(to int, w float64, move uint8) {
				if w > best[to] {
					best[to], back[to] = w, move
				}
			}
			offer(i*idDepths+depth+1, w*ch.missAny, 1)
			if i < n {
				s := symbols[r.from+i]
				offer((i+1)*idDepths+depth, w*ch.extra(s, depth), 2)
				_, top, _ := ch.digit(s, depth)
				offer((i+1)*idDepths+depth+1, w*top/16, 3)
			}
		}
	}
	if end < 0 {
		return v
	}
	v.sure = 1
	v.span.to = r.from + end/idDepths
	v.digits = make([]byte, end%idDepths)
	for at := end; ; {
		switch back[at] {
		case 0:
			v.span.from = r.from + at/idDepths
			return v
		case 1:
			at--
			v.digits[at%idDepths] = 0 // nobody knows
			v.sure /= 16
		case 2:
			at -= idDepths
		case 3:
			at -= idDepths + 1
			d, top, sum := ch.digit(symbols[r.from+at/idDepths], at%idDepths)
			v.digits[at%idDepths] = byte(d)
			v.sure *= top / sum
		}
	}
}

// digit returns the likeliest digit for s at a place of an ID, its weight and
// that of all. Windows makes GUIDs of version 4: the 13th digit is a 4 and the
// 17th an 8, 9, A or B, which is a hint and no rule (domain.md §3).
func (ch *hexChannel) digit(s symbol, place int) (digit int, top, sum float64) {
	const against = 0.05
	for d, w := range ch.read[s] {
		if place == 12 && d != 4 || place == 16 && (d < 8 || d > 11) {
			w *= against
		}
		sum += w
		if w > top {
			digit, top = d, w
		}
	}
	return digit, top, sum
}

// idStart is the weight of an ID that begins at node i of the region. After the
// letters ID, in most languages part of the label, one is expected.
func idStart(symbols []symbol, r region, i int) float64 {
	at := r.from + i
	even := 1 / float64(r.to-r.from+1)
	if isInside(symbols, at) {
		return even * insideWord
	}
	j := at - 1
	for ; j >= 0 && at-j < 6 && !isWord(symbols[j]); j-- {
	}
	if j > 0 && (symbols[j] == 'D' || symbols[j] == 'd') && isOneLike(symbols[j-1]) {
		return 0.5
	}
	return even
}

func isOneLike(s symbol) bool { return s == 'I' || s == 'i' || s == '1' || s == 'l' || s == '|' }

// isInside reports whether node i stands within a word, or before a hyphen in
// it.
func isInside(symbols []symbol, i int) bool {
	if i == 0 || i >= len(symbols) || !isWord(symbols[i-1]) {
		return false
	}
	return isWord(symbols[i]) || symbols[i] == '-' && i+1 < len(symbols) && isHex(symbols[i+1])
}
