package find

import (
	"cmp"
	"iter"
	"maps"
	"slices"
)

// Asked returns the questions that are asked of somebody who answers so.
func (f *Finder) Asked(a Answers) (asked []Question) {
	for _, q := range f.Questions {
		if !slices.ContainsFunc(q.Unless, a.has) {
			asked = append(asked, q)
		}
	}
	return asked
}

// has reports whether "question=answer" was answered.
func (a Answers) has(pair string) bool {
	for id, given := range a {
		if slices.ContainsFunc(given, func(answer string) bool { return id+"="+answer == pair }) {
			return true
		}
	}
	return false
}

// Order returns the ids of the places to look at, the likeliest first. It ends
// with the last place, and has at least that.
func (f *Finder) Order(a Answers) []string {
	type worth struct {
		id     string
		points int
	}
	var found []worth
	for _, p := range f.Places {
		points := p.Weight
		for _, q := range f.Asked(a) {
			for _, answer := range a[q.ID] {
				points += p.Answers[q.ID+"="+answer]
			}
		}
		if points > 0 && p.ID != f.Last {
			found = append(found, worth{p.ID, points})
		}
	}
	slices.SortStableFunc(found, func(a, b worth) int { return cmp.Compare(b.points, a.points) })
	var order []string
	for _, w := range found {
		order = append(order, w.id)
	}
	return append(order, f.Last)
}

// Fits returns the ids of at most limit places for which one answer speaks,
// the likeliest first: where somebody looks who knows nothing else.
func (f *Finder) Fits(question, answer string, limit int) (fits []string) {
	for _, id := range f.Order(Answers{question: {answer}}) {
		i := slices.IndexFunc(f.Places, func(p Place) bool { return p.ID == id })
		if f.Places[i].Answers[question+"="+answer] > 0 && len(fits) < limit {
			fits = append(fits, id)
		}
	}
	return fits
}

// All returns everything that somebody can answer.
func (f *Finder) All() iter.Seq[Answers] {
	return func(yield func(Answers) bool) { f.walk(f.Questions, Answers{}, yield) }
}

// walk answers the rest of the questions in every way.
func (f *Finder) walk(rest []Question, given Answers, yield func(Answers) bool) bool {
	if len(rest) == 0 {
		return yield(maps.Clone(given))
	}
	q := rest[0]
	if slices.ContainsFunc(q.Unless, given.has) {
		return f.walk(rest[1:], given, yield)
	}
	for _, choice := range q.choices() {
		given[q.ID] = choice
		if !f.walk(rest[1:], given, yield) {
			return false
		}
	}
	delete(given, q.ID)
	return true
}

// choices returns every way to answer a question, Unknown first.
func (q Question) choices() [][]string {
	choices := [][]string{{Unknown}}
	together := [][]string{nil}
	for _, a := range q.Answers {
		if a.Alone || !q.Several {
			choices = append(choices, []string{a.ID})
			continue
		}
		for _, set := range together[:len(together):len(together)] {
			together = append(together, append(slices.Clone(set), a.ID))
		}
	}
	return append(choices, together[1:]...)
}
