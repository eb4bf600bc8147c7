package decode

import "fortyeight/keyformat"

// Read finds the keys and Key IDs in text.
func (d *Decoder) Read(text string) Reading {
	r := Reading{Read: min(len(text), MaxText)}
	p := readPage(text[:r.Read])
	list, readTo := d.sightings(&p)
	r.Read = int(p.at[readTo])
	r.Truncated = r.Read < len(text)
	list, further := single(list)
	places := solid(join(list))
	distinct := 0
	for i := range places {
		if first(places[:i], places[i].keys[0].digits) < 0 {
			distinct++
		}
	}
	for i := range places {
		places[i].report(&p, float64(distinct), &r)
	}
	r.settle(distinct, places)
	s := surveyOf(p.symbols)
	if further {
		s.sixes = max(s.sixes, keyformat.Groups+1)
	}
	if s.glued && r.State != Certain { // it can be read as a key, but badly
		r.State, r.Candidates, r.Fits = None, nil, 0
	}
	blank(p.symbols, list)
	r.IDs = d.findAll(&p)
	switch {
	case r.State == None && r.Unreadable == nil:
		r.Diagnosis = s.diagnose(r.IDs)
	case s.sixes > keyformat.Groups && len(places) > 0 && places[0].one.joined:
		r.Diagnosis = MoreGroups // only eight of which can be a key
	}
	switch r.Diagnosis {
	case TwentyFive, FileVaultKey, AppleRecoveryKey:
		r.IDs = nil // its groups look like the beginning of one
	}
	return r
}

// sightings returns the places of keys in the page, in order, and the symbol
// up to which the page was read.
func (d *Decoder) sightings(p *page) (list []sighting, readTo int) {
	clean := cleanKeys(p.symbols)
	budget, from := MaxDigits, 0
	for i := 0; ; i++ {
		to := len(p.symbols) - 1
		if i < len(clean) {
			to = clean[i].span.from
		}
		for _, r := range d.skeletons(p.symbols, from, to) {
			cut := min(r.to, r.from+budget)
			budget -= cut - r.from
			list = d.sightPieces(p.symbols, region{r.from, cut}, list)
			if cut < r.to {
				return list, cut
			}
		}
		if i == len(clean) || i == MaxKeys {
			return list, to
		}
		list = append(list, clean[i])
		from = clean[i].span.to
	}
}

// sightPieces reads a long region in pieces, so that the time grows with its
// length and not with the square. Pieces overlap by a window, less what has
// been read as a key in it.
func (d *Decoder) sightPieces(symbols []symbol, r region, list []sighting) []sighting {
	for from := r.from; ; {
		to := min(from+piece, r.to)
		before := len(list)
		list = d.sight(symbols, region{from, to}, list)
		if to == r.to {
			return list
		}
		from = to - window
		for _, s := range list[before:] {
			from = max(from, s.span.to)
		}
	}
}

// single leaves out places where a further group goes on: which eight of the
// groups are meant nobody can tell.
func single(list []sighting) (kept []sighting, further bool) {
	for i := range list {
		if list[i].further {
			further = true
		} else {
			kept = append(kept, list[i])
		}
	}
	return kept, further
}

// first returns the first of the places whose likeliest key has these digits,
// or -1.
func first(places []joined, digits string) int {
	for i := range places {
		if places[i].keys[0].digits == digits {
			return i
		}
	}
	return -1
}

// solid leaves out places that are doubtful beside better ones: a page of
// figures must not cast a doubt on the key that stands beside them.
func solid(list []joined) []joined {
	const doubt, worth = 1e-3, 0.01
	var kept []joined
	for _, j := range list {
		if j.keys[0].weight >= worth*j.whole && (j.one.clean || j.other != nil || noKey <= doubt*j.whole) {
			kept = append(kept, j)
		}
	}
	if kept == nil {
		return list
	}
	return kept
}

// report adds the candidates of j to r, which shares the whole among so many
// places.
func (j *joined) report(p *page, places float64, r *Reading) {
	if j.keys[0].weight < listBound*j.whole {
		f := j.one.fit(p.symbols, j.keys[0].digits)
		if fits, unreadable := f.lattice.fits(j.keys[0].digits, f.moves); unreadable != nil {
			r.Fits, r.Unreadable = fits, unreadable
		}
		return
	}
	if j.whole < listFloor && !j.one.clean {
		return
	}
next:
	for i := range j.keys {
		k := &j.keys[i]
		c := Candidate{Key: keyOf(k.digits), Probability: k.weight / j.whole / places}
		at := len(r.Candidates)
		for i := range r.Candidates {
			if r.Candidates[i].Key == c.Key {
				continue next
			}
			if r.Candidates[i].Probability < c.Probability {
				at = min(at, i)
			}
		}
		if at == MaxCandidates {
			continue
		}
		span := j.one.span
		if !j.one.clean {
			f := j.one.fit(p.symbols, k.digits)
			if f.further() {
				continue
			}
			span, c.Changes = f.span, j.changes(p, &f, k.digits)
		}
		c.Start, c.End = p.offsets(span)
		if r.Candidates = append(r.Candidates, c); len(r.Candidates) > MaxCandidates {
			r.Candidates = r.Candidates[:MaxCandidates]
		}
		copy(r.Candidates[at+1:], r.Candidates[at:])
		r.Candidates[at] = c
	}
}

// changes returns the changes of a key that stands as f in the one reading, or,
// of two readings, for each group those of the better one.
func (j *joined) changes(p *page, f *fit, digits string) []Change {
	list := f.changes(p, j.one.base, digits)
	if j.other == nil {
		return list
	}
	g := j.other.fit(p.symbols, digits)
	both := [2][]Change{list, g.changes(p, j.other.base, digits)}
	var count [keyformat.Groups + 1][2]int
	for i := range both {
		for _, c := range both[i] {
			count[c.Group][i]++
		}
	}
	list = nil
	for g := 1; g <= keyformat.Groups; g++ {
		better := 0
		if count[g][1] < count[g][0] {
			better = 1
			list = append(list, Change{Group: g, Kind: Joined})
		}
		for _, c := range both[better] {
			if c.Group == g {
				list = append(list, c)
			}
		}
	}
	return list
}

// settle finds the state of a reading that holds so many different keys. Two
// readings of one key can have the same error for the same reason, so that
// together they are certain only if each group stands unharmed in one of them;
// and a key that is joined to something is never certain.
func (r *Reading) settle(distinct int, places []joined) {
	if len(r.Candidates) == 0 {
		return
	}
	r.Unreadable = nil
	r.Fits = float64(max(len(r.Candidates), distinct))
	best := &r.Candidates[0]
	r.State = Choice
	if distinct == 1 && best.Probability >= likelyBound {
		r.State = Likely
		if best.Probability >= certainBound && !places[0].one.joined {
			r.State = Certain
		}
	}
	for _, c := range best.Changes {
		if places[0].other != nil && c.Kind != Joined {
			r.State = min(r.State, Likely)
		}
	}
}
