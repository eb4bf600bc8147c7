package view

import "github.com/a-h/templ"

// Find is the page that asks a few questions and says where a key may be. All
// of it is there without scripts: each question with its answers, and below
// each answer the places for it, and then all places. Scripts show one
// question at a time and put the places into the order for the answers.
type Find struct {
	Words     FindWords
	Questions []FindQuestion
	Places    []FindPlace // the order for somebody who knows nothing, the last place at the end
	Check     Place       // the checker
}

// FindQuestion is a question with its answers, "I don't know" the last.
type FindQuestion struct {
	ID      string // by which scripts and the page's address know it
	Text    string
	Hint    string // one sentence, or empty
	Several bool   // any number of answers
	Drawn   bool   // answers have drawings
	Answers []FindAnswer
}

// FindAnswer is one answer.
type FindAnswer struct {
	ID      string
	Alone   bool // goes with no other
	Label   string
	Note    string      // one sentence, or empty
	Drawing *Drawing    // without a label, since the answer says what it shows; or nil
	Fits    []FindPlace // where to look first for this answer
}

// FindPlace is somewhere a key may be.
type FindPlace struct {
	ID    string // also the address of its heading
	Title string
	Text  string // for whom it is, one sentence
	Body  templ.Component
	Last  bool // the one that has no key to check
}

// FindWords are the sentences of the page, content/<lang>/find.json.
type FindWords struct {
	Without    string                  `json:"without"`    // how to read the page without scripts
	Private    string                  `json:"private"`    // where scripts keep the answers
	Next       string                  `json:"next"`       // button to the next question
	Back       string                  `json:"back"`       // link to the question before
	Progress   string                  `json:"progress"`   // has the places {number} and {count}
	Unknown    string                  `json:"unknown"`    // answer to every question
	Several    string                  `json:"several"`    // says that a question takes several answers
	Fits       string                  `json:"fits"`       // stands before the places for an answer
	Everywhere string                  `json:"everywhere"` // link to all places, where no answer speaks for one
	All        string                  `json:"all"`        // heading of all places, and link to it
	Ask        string                  `json:"ask"`        // link from there to the questions
	Result     string                  `json:"result"`     // heading of the places for the answers
	Count      string                  `json:"count"`      // how many they are; has the place {count}
	Given      string                  `json:"given"`      // heading of what was answered
	Change     string                  `json:"change"`     // link to a question; the question follows, for screen readers
	List       string                  `json:"list"`       // name of the list of places
	Print      string                  `json:"print"`      // button
	Again      string                  `json:"again"`      // link to the first question
	Keep       string                  `json:"keep"`       // says that the address keeps the answers
	Looks      string                  `json:"looks"`      // the three headings that every place has
	Match      string                  `json:"match"`      //
	Missing    string                  `json:"missing"`    //
	Check      string                  `json:"check"`      // link into the checker, below every place
	CheckText  string                  `json:"checkText"`  // says how to match the Key ID
	Questions  map[string]FindSentence `json:"questions"`  // by the question's id
}

// FindSentence is what a language says of a question.
type FindSentence struct {
	Question string                    `json:"question"`
	Hint     string                    `json:"hint"`
	Answers  map[string]FindAnswerText `json:"answers"` // by the answer's id
}

// FindAnswerText is what a language says of an answer.
type FindAnswerText struct {
	Label string `json:"label"`
	Note  string `json:"note"`
}
