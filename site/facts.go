package site

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// facts is content/facts.json: what pages of every language name and what may
// change behind their back, each in one place.
type facts struct {
	// Addresses are where pages send people, by name: [text](at:NAME).
	Addresses map[string]address `json:"addresses"`
	// Commands are what people are told to run, by name: ```command NAME.
	Commands map[string]command `json:"commands"`
}

type address struct {
	Address string `json:"address"` // absolute, https
}

type command struct {
	Run   string `json:"run"`   // the command as it is typed; several lines are several commands
	Shell string `json:"shell"` // where it runs, one of shells
	Admin bool   `json:"admin"` // whether it needs an administrator's rights
}

// shells are where a command can run: in both, in PowerShell only, or in a
// shell of an administrator's own machine for many devices at once.
var shells = []string{"cmd", "powershell"}

// commandText is what content/<lang>/commands.json says of a command.
type commandText struct {
	Does    string `json:"does"`    // what it is for, one sentence
	Prints  string `json:"prints"`  // what stands on the screen afterwards
	Changes string `json:"changes"` // what is different afterwards, "Nothing." included
}

func readFacts(content fs.FS) (facts, error) {
	const name = "facts.json"
	var f facts
	if err := readJSON(content, name, &f); err != nil {
		return f, err
	}
	for key, a := range f.Addresses {
		if u, err := url.Parse(a.Address); err != nil || u.Scheme != "https" || u.Host == "" {
			return f, fmt.Errorf("content/%s: the address %q is %q; give a whole address with https://", name, key, a.Address)
		}
	}
	for key, c := range f.Commands {
		if strings.TrimSpace(c.Run) == "" || !slices.Contains(shells, c.Shell) {
			return f, fmt.Errorf("content/%s: the command %q needs \"run\" and a \"shell\" of %s", name, key, strings.Join(shells, " or "))
		}
	}
	return f, nil
}

// readCommands reads what a language says of the commands. Each has its text,
// and each text its command, so that nothing is left behind when one goes.
func readCommands(content fs.FS, lang string, f facts) (map[string]commandText, error) {
	name := lang + "/commands.json"
	texts := map[string]commandText{}
	if err := readJSON(content, name, &texts); err != nil {
		return nil, err
	}
	for key, text := range texts {
		if _, known := f.Commands[key]; !known {
			return nil, fmt.Errorf("content/%s speaks of the command %q, which content/facts.json lacks", name, key)
		}
		if text.Does == "" || text.Prints == "" || text.Changes == "" {
			return nil, fmt.Errorf("content/%s: the command %q needs \"does\", \"prints\" and \"changes\"; where nothing changes, say so", name, key)
		}
	}
	return texts, nil
}

// known lists the names of a table, for errors.
func known[V any](table map[string]V) string {
	return strings.Join(slices.Sorted(maps.Keys(table)), ", ")
}
