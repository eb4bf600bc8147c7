package find_test

import (
	"slices"
	"strings"
	"testing"

	"fortyeight/content"
	"fortyeight/site/find"
)

func real(t *testing.T) *find.Finder {
	t.Helper()
	f, _, err := find.Load(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Whatever somebody answers, there is somewhere to look, and the truth about
// having nothing comes at the end. Every place is somebody's answer.
func TestEveryCaseHasItsPlaces(t *testing.T) {
	f, cases, reached := real(t), 0, map[string]int{}
	for answers := range f.All() {
		cases++
		order := f.Order(answers)
		if len(order) < 4 {
			t.Errorf("%s leads to %v; even then there are paper, files and accounts", f.String(answers), order)
		}
		if len(order) > 12 {
			t.Errorf("%s leads to %d places, more than anybody goes through", f.String(answers), len(order))
		}
		if order[len(order)-1] != "nowhere" || slices.Index(order, "nowhere") != len(order)-1 {
			t.Errorf("%s leads to %v; “nowhere” ends every list", f.String(answers), order)
		}
		for _, id := range order {
			reached[id]++
		}
	}
	if cases < 10_000 {
		t.Fatalf("there are %d cases; that is not all that can be answered", cases)
	}
	for _, p := range f.Places {
		if reached[p.ID] == 0 {
			t.Errorf("no answers lead to the place %q", p.ID)
		}
	}
}

func TestOrder(t *testing.T) {
	f := real(t)
	for _, tt := range []struct{ answers, begins, lacks, why string }{
		{"", "microsoft-account work-account helpdesk set-up-by", "entra active-directory",
			"nothing known: most PCs that ask belong to people, and those tools need an administrator"},
		{"owner=me&accounts=microsoft&setup=no", "microsoft-account", "work-account helpdesk entra",
			"one's own PC with one's own account: Windows puts the key there"},
		{"owner=me&accounts=microsoft,work&screen=work", "work-account helpdesk", "entra",
			"the screen names the store, so it is believed before anything else"},
		{"owner=me&accounts=work&setup=maybe", "work-account helpdesk", "active-directory",
			"a private PC to which a work account was added keeps its key there"},
		{"owner=me&accounts=local&setup=no", "saved-file printout stick", "work-account",
			"without an account somebody turned BitLocker on by hand, and was asked to save, print or keep a file"},
		{"owner=other", "set-up-by microsoft-account", "entra",
			"bought used or set up by somebody: the key went to whoever signed in first"},
		{"owner=other&accounts=microsoft", "microsoft-account set-up-by", "",
			"an account is known, so look there before asking around"},
		{"owner=work", "work-account helpdesk company-portal", "entra active-directory set-up-by",
			"an organisation's PC: by oneself first, since that needs nobody, then the helpdesk"},
		{"owner=work&accounts=work&screen=plain", "work-account helpdesk company-portal", "entra", "the same with its account known"},
		{"owner=work&screen=email", "microsoft-account", "", "work's PC, but the screen shows a private account: that one has the key"},
		{"owner=admin", "entra active-directory configuration-manager", "helpdesk microsoft-account company-portal",
			"whoever looks after PCs has the stores themselves, and is the helpdesk"},
		{"owner=unknown&setup=yes", "work-account helpdesk", "", "a school's PC that nobody thinks of as its own"},
		{"owner=me&screen=email&accounts=work", "microsoft-account", "", "the hint of 24H2 outweighs what somebody remembers"},
		{"owner=me&screen=microsoft&accounts=local", "microsoft-account", "", "the screen names aka.ms/myrecoverykey only where the key went there"},
		{"owner=me&accounts=microsoft&screen=paper", "printout", "", "the screen says that it was printed or saved, and names no account"},
		{"copies=paper", "printout", "", "a paper in the hand is quicker than any account"},
		{"accounts=local&copies=stick", "stick", "", "a stick that is there is looked at first"},
		{"owner=me&copies=photo&accounts=local", "saved-file photo", "", "a photo is likely where somebody has one"},
		{"owner=me&accounts=microsoft&running=here", "another-windows", "", "where Windows runs, the key can be read at once"},
		{"owner=work&running=here", "another-windows", "", "for anybody's PC"},
		{"screen=inside&running=unknown", "another-windows", "", "a second drive may open by itself somewhere, where its key can be read"},
	} {
		answers := find.Answers{}
		for pair := range strings.SplitSeq(tt.answers, "&") {
			if question, given, ok := strings.Cut(pair, "="); ok {
				answers[question] = strings.Split(given, ",")
			}
		}
		order := f.Order(answers)
		if got := strings.Join(order, " "); !strings.HasPrefix(got+" ", tt.begins+" ") {
			t.Errorf("%s leads to %s, want %s first: %s", tt.answers, got, tt.begins, tt.why)
		}
		for _, id := range strings.Fields(tt.lacks) {
			if slices.Contains(order, id) {
				t.Errorf("%s leads to %v, and %s is of no use there: %s", tt.answers, order, id, tt.why)
			}
		}
	}
}

// A question that an answer makes needless is not asked, and what was answered
// to it before counts no more.
func TestNeedlessQuestions(t *testing.T) {
	f := real(t)
	with := find.Answers{"owner": {"work"}, "setup": {"no"}}
	without := find.Answers{"owner": {"work"}}
	if got, want := f.Order(with), f.Order(without); !slices.Equal(got, want) {
		t.Errorf("an answer to a question that is not asked changes %v to %v", want, got)
	}
	if got := f.String(with); strings.Contains(got, "setup") {
		t.Errorf("the address keeps it: %s", got)
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	const good = `{"questions": [{"id": "a", "answers": [{"id": "x"}]}, {"id": "b", "unless": ["a=x"], "answers": [{"id": "y"}]}], "places": [{"id": "p", "weight": 1, "answers": {"a=x": 2}}], "last": "p"}`
	if _, err := find.Read([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, new, want string }{
		{`"questions"`, `"question"`, "unknown field"},
		{`"last": "p"`, `"last": "q"`, `the last place is "q"`},
		{`{"id": "x"}`, `{"id": "x"}, {"id": "x"}`, `"x" is there twice`},
		{`{"id": "x"}`, `{"id": "unknown"}`, `"unknown" is there twice, or has a name`},
		{`{"id": "x"}`, `{"id": "X y"}`, "an id has a to z"},
		{`{"id": "x"}`, `{"id": "x", "alone": true}`, "takes one answer"},
		{`[{"id": "x"}]`, `[]`, `"a" has no answers`},
		{`"a=x": 2`, `"a=z": 2`, `has points for "a=z"`},
		{`"unless": ["a=x"]`, `"unless": ["b=y"]`, "which no question before it"},
		{`"id": "b"`, `"id": "a"`, `the question "a" is there twice`},
		{`"places": [{"id": "p", "weight": 1, "answers": {"a=x": 2}}]`, `"places": []`, "needs questions and places"},
	} {
		bad := strings.Replace(good, tt.old, tt.new, 1)
		if bad == good {
			t.Fatalf("%q does not stand in the example", tt.old)
		}
		if _, err := find.Read([]byte(bad)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s for %s gives the error %v, want %q", tt.new, tt.old, err, tt.want)
		}
	}
}
