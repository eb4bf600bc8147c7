package decode

import (
	"cmp"
	"slices"

	"fortyeight/keyformat"
)

// Read finds the keys and Key IDs in text, however it came to be: typed,
// pasted, or recognised in a picture.
func (d *Decoder) Read(text string) Reading {
	r := Reading{Read: min(len(text), MaxText)}
	r.Truncated = r.Read < len(text)
	p := readPage(text, 0, r.Read)
	list, readTo := d.sightings(&p)
	if readTo < len(p.symbols) {
		r.Read, r.Truncated = int(p.at[readTo]), true
	}
	all := solid(join(list))
	keys := make(map[keyformat.Key]bool)
	for i := range all {
		keys[keyOf(&all[i].keys[0].digits)] = true
	}
	for i := range all {
		all[i].report(&p, text, 1/float64(len(keys)), &r)
	}
	slices.SortStableFunc(r.Candidates, func(a, b Candidate) int {
		return cmp.Compare(b.Probability, a.Probability)
	})
	r.settle(len(keys))
	var s survey
	if r.State == None {
		s = surveyOf(p.symbols)
	}
	blank(p.symbols, list)
	r.IDs = d.findIDs(&p, text)
	if r.State == None {
		r.Diagnosis = s.diagnose(r.IDs)
	}
	return r
}

// solid leaves out sightings that are doubtful beside better ones: a page of
// figures must not cast a doubt on the key that stands beside them.
func solid(list []joined) []joined {
	const doubt, worth = 1e-3, 0.01
	kept := slices.DeleteFunc(slices.Clone(list), func(j joined) bool {
		return j.keys[0].weight < worth*j.whole || !j.one.clean && j.other == nil && noKey > doubt*j.whole
	})
	if len(kept) == 0 {
		return list
	}
	return kept
}

// sightings returns the places of keys in the page, in order, and the symbol
// up to which the page was read.
func (d *Decoder) sightings(p *page) (list []sighting, readTo int) {
	clean := cleanKeys(p.symbols)
	budget, from := MaxDigits, 0
	for i := range len(clean) + 1 {
		to := len(p.symbols)
		if i < len(clean) {
			to = clean[i].span.from
		}
		for _, r := range regions(p.symbols, from, to) {
			if r.to-r.from > budget {
				return d.sightPieces(p.symbols, region{r.from, r.from + budget}, list), r.from + budget
			}
			budget -= r.to - r.from
			list = d.sightPieces(p.symbols, r, list)
		}
		if i < len(clean) {
			list = append(list, clean[i])
			from = clean[i].span.to
		}
	}
	return list, len(p.symbols)
}

// sightPieces reads a long region in pieces, so that the time grows with its
// length and not with the square. Pieces overlap by a window, less what has
// been read as a key in it.
func (d *Decoder) sightPieces(symbols []symbol, r region, list []sighting) []sighting {
	const piece = 5 * window
	for from := r.from; ; {
		to := min(from+piece, r.to)
		before := len(list)
		list = d.sight(symbols, region{from, to}, list)
		if to == r.to {
			return list
		}
		from = to - window
		if len(list) > before {
			from = max(from, list[len(list)-1].span.to)
		}
	}
}

// report adds the candidates of j to r, each with its share of the whole.
func (j *joined) report(p *page, text string, share float64, r *Reading) {
	if j.keys[0].weight < listBound*j.whole {
		if r.Fits == 0 {
			l, moves := j.one.best(&j.keys[0].digits)
			r.Fits, r.Unreadable = l.fits(&j.keys[0].digits, moves)
		}
		return
	}
	for i := range j.keys {
		k := &j.keys[i]
		c := Candidate{Key: keyOf(&k.digits), Probability: k.weight / j.whole * share}
		if slices.ContainsFunc(r.Candidates, func(o Candidate) bool { return o.Key == c.Key }) {
			continue
		}
		span := j.one.span
		if !j.one.clean {
			var from, to int
			c.Changes, from, to = j.changes(&k.digits)
			span = region{j.one.base + from, j.one.base + to}
		}
		c.Start, c.End = int(p.at[span.from]), p.end(span.to-1, text)
		r.Candidates = append(r.Candidates, c)
	}
}

// changes returns the changes of the one reading, or, of two, for each group
// those of the better one.
func (j *joined) changes(digits *[keyDigits]uint8) (list []Change, from, to int) {
	l, moves := j.one.best(digits)
	first, from, to := l.changes(digits, moves)
	if j.other == nil {
		return first, from, to
	}
	l, moves = j.other.best(digits)
	second, _, _ := l.changes(digits, moves)
	for g := 1; g <= keyformat.Groups; g++ {
		a, b := inGroup(first, g), inGroup(second, g)
		if len(b) < len(a) {
			list = append(list, Change{Group: g, Kind: Joined})
			a = b
		}
		list = append(list, a...)
	}
	return list, from, to
}

func inGroup(list []Change, group int) (some []Change) {
	for _, c := range list {
		if c.Group == group {
			some = append(some, c)
		}
	}
	return some
}

// settle finds the state of a reading that holds so many different keys.
func (r *Reading) settle(keys int) {
	if len(r.Candidates) == 0 {
		return
	}
	if len(r.Candidates) > MaxCandidates {
		r.Candidates = r.Candidates[:MaxCandidates]
	}
	r.Unreadable = nil
	r.Fits = float64(max(len(r.Candidates), keys))
	switch p := r.Candidates[0].Probability; {
	case keys > 1:
		r.State = Choice
	case p >= certainBound:
		r.State = Certain
	case p >= likelyBound:
		r.State = Likely
	default:
		r.State = Choice
	}
}
