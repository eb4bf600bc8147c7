package site

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"fortyeight/site/view"
)

// contract is what version 1 of the element promises, by table: names that stay
// for as long as /embed/v1/ does. Names may be added; none goes and none changes
// what it means. A browser test compares it with what the scripts really have.
var contract = []struct {
	table string
	names []string
}{
	{"attributes", []string{"key-id", "lang", "theme", "accent", "features", "return", "name", "required", "disabled", "aria-label"}},
	{"properties", []string{"value", "groups", "match", "keyId", "theme", "accent", "features", "return", "name", "required", "disabled", "type", "form", "labels", "validity", "validationMessage", "willValidate"}},
	{"methods", []string{"focus", "checkValidity", "reportValidity"}},
	{"events", []string{"fortyeight:ready", "fortyeight:change", "fortyeight:match", "fortyeight:error", "fortyeight:key"}},
	{"styles", []string{"--fortyeight-height", "--fortyeight-border", "--fortyeight-radius", "::part(frame)", "::part(link)"}},
	{"exports", []string{"FortyeightCheck"}},
	{"module", []string{"load", "check", "read", "matchId", "sheet", "scan", "close", "FortyeightError"}},
}

// Contract returns the names of a table of the element's contract.
func Contract(table string) []string {
	for _, one := range contract {
		if one.table == table {
			return slices.Clone(one.names)
		}
	}
	return nil
}

// promises is content/<lang>/contract.json: what each name is, by table.
type promises map[string]map[string]string

// readPromises reads what a language says of the contract. Each name has its
// text, and each text its name.
func readPromises(content fs.FS, lang string) (promises, error) {
	name := lang + "/contract.json"
	var p promises
	if err := readJSON(content, name, &p); err != nil {
		return nil, err
	}
	for _, one := range contract {
		for _, promised := range one.names {
			if p[one.table][promised] == "" {
				return nil, fmt.Errorf("content/%s says nothing of %q in %q", name, promised, one.table)
			}
		}
		for said := range maps.Keys(p[one.table]) {
			if !slices.Contains(one.names, said) {
				return nil, fmt.Errorf("content/%s speaks of %q in %q, which the contract lacks", name, said, one.table)
			}
		}
	}
	return p, nil
}

// contractTable returns a table of the contract for a page.
func (pr *press) contractTable(table string) (view.ContractTable, error) {
	names := Contract(table)
	if names == nil {
		return view.ContractTable{}, fmt.Errorf("the contract has no table %q", table)
	}
	said, err := readPromises(pr.content, pr.code)
	if err != nil {
		return view.ContractTable{}, err
	}
	t := view.ContractTable{Name: pr.words.say()("developers.name"), Meaning: pr.words.say()("developers.meaning")}
	for _, name := range names {
		t.Rows = append(t.Rows, view.Promise{Name: name, Text: said[table][name]})
	}
	return t, nil
}
