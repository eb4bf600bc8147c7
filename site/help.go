package site

import (
	"fmt"
	"slices"
	"strings"

	"fortyeight/site/view"
)

// helpPages are the questions that the checker can answer in place, and the
// page of the guide that says more of each. Scripts know them by name.
var helpPages = []struct{ topic, page string }{
	{"group", "guide/key-is-wrong"},
	{"shape", "guide/what-it-is"},
	{"well-formed", "guide/which-key"},
	{"other", "guide/which-key"},
	{"matches", "guide/key-is-wrong"},
	{"secret", "guide/other-secrets"},
}

// help returns the checker's questions with their answers in this language.
func (pr *press) help() (topics []view.Help, err error) {
	for _, t := range helpPages {
		said, ok := pr.frame.Help.Topics[t.topic]
		if !ok || said.Question == "" || said.Answer == "" {
			return nil, fmt.Errorf("content/%s/frame.json: help.topics.%s needs a \"question\" and an \"answer\"", pr.code, t.topic)
		}
		place, _ := pr.placeOf(t.page)
		topics = append(topics, view.Help{Topic: t.topic, Question: said.Question, Answer: said.Answer, More: pr.frame.Help.More, Place: place})
	}
	for topic := range pr.frame.Help.Topics {
		if !slices.ContainsFunc(topics, func(h view.Help) bool { return h.Topic == topic }) {
			return nil, fmt.Errorf("content/%s/frame.json: nobody asks for help.topics.%s; there are %s", pr.code, topic, helpNames())
		}
	}
	return topics, nil
}

func helpNames() string {
	var names []string
	for _, t := range helpPages {
		names = append(names, t.topic)
	}
	return strings.Join(names, ", ")
}
