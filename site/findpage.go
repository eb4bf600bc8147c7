package site

import (
	"fmt"
	"slices"

	"github.com/a-h/templ"

	"fortyeight/site/find"
	"fortyeight/site/view"
)

// mostFits is how many places the page names for one answer, where no script
// puts them into an order for all answers.
const mostFits = 3

// find returns the questions and places in the press's language, and adds the
// sources of the places to those of the page.
func (pr *press) find(foot *view.Foot) (view.Find, error) {
	f := view.Find{Words: pr.finding.words}
	f.Check, _ = pr.placeOf("check")
	byID := map[string]view.FindPlace{}
	for id, p := range pr.finding.places {
		place, err := pr.findPlace(id, p)
		if err != nil {
			return f, err
		}
		byID[id] = place
	}
	for _, id := range pr.everyPlace() {
		f.Places = append(f.Places, byID[id])
		addSources(foot, pr.finding.places[id].front)
	}
	for _, q := range pr.finder.Questions {
		question, err := pr.findQuestion(q, byID)
		if err != nil {
			return f, err
		}
		f.Questions = append(f.Questions, question)
	}
	return f, nil
}

// everyPlace returns the ids of all places: first those for somebody who knows
// nothing, then those that need an answer, and the last one at the end.
func (pr *press) everyPlace() []string {
	order := pr.finder.Order(nil)
	last := len(order) - 1
	for _, p := range pr.finder.Places {
		if !slices.Contains(order, p.ID) {
			order = slices.Insert(order, last, p.ID)
			last++
		}
	}
	return order
}

func (pr *press) findQuestion(q find.Question, places map[string]view.FindPlace) (view.FindQuestion, error) {
	said := pr.finding.words.Questions[q.ID]
	question := view.FindQuestion{ID: q.ID, Text: said.Question, Hint: said.Hint, Several: q.Several}
	for _, a := range q.Answers {
		text := said.Answers[a.ID]
		answer := view.FindAnswer{ID: a.ID, Alone: a.Alone, Label: text.Label, Note: text.Note}
		if a.Drawing != "" {
			d, err := readDrawing(pr.content, pr.code, a.Drawing)
			if err != nil {
				return question, fmt.Errorf("content/find.json: the answer %s=%s: %w", q.ID, a.ID, err)
			}
			answer.Drawing, question.Drawn = &d, true
		}
		for _, id := range pr.finder.Fits(q.ID, a.ID, mostFits) {
			answer.Fits = append(answer.Fits, places[id])
		}
		question.Answers = append(question.Answers, answer)
	}
	unknown := view.FindAnswer{ID: find.Unknown, Alone: q.Several, Label: pr.finding.words.Unknown}
	question.Answers = append(question.Answers, unknown)
	return question, nil
}

// findPlace sets the text of a place. All but the last have the same three
// headings, so that nobody who compares two of them misses one.
func (pr *press) findPlace(id string, p *page) (view.FindPlace, error) {
	s, text, err := pr.set(p)
	if err != nil {
		return view.FindPlace{}, err
	}
	w, last := pr.finding.words, id == pr.finder.Last
	var got []string
	for _, h := range s.headings {
		got = append(got, h.Text)
	}
	if want := []string{w.Looks, w.Match, w.Missing}; !last && !slices.Equal(got, want) {
		return view.FindPlace{}, fmt.Errorf("content/%s has the headings %q, and a place has %q, as content/%s/find.json calls them", p.file, got, want, pr.code)
	}
	if !s.steps {
		return view.FindPlace{}, fmt.Errorf("content/%s has no numbered steps; say what to do, one thing after the other", p.file)
	}
	return view.FindPlace{ID: id, Title: p.front.Heading, Text: p.front.Description, Body: templ.Raw(text), Last: last}, nil
}

// addSources adds a place's sources to those of the page. The page is reviewed
// when all of it is.
func addSources(foot *view.Foot, front FrontMatter) {
	foot.Reviewed = min(foot.Reviewed, front.Reviewed)
	for _, source := range front.Sources {
		same := func(other view.Source) bool { return other.URL == source.URL }
		if !slices.ContainsFunc(foot.Sources, same) {
			foot.Sources = append(slices.Clip(foot.Sources), source)
		}
	}
}
