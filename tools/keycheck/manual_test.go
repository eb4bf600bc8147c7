package main

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// TestManual holds that the manual fits a terminal, and names every member and
// every fixed name that an answer of check, read and match can have.
func TestManual(t *testing.T) {
	for line := range strings.Lines(manual) {
		if utf8.RuneCountInString(line) > 80 {
			t.Errorf("a line is longer than a terminal is wide: %s", line)
		}
	}
	for _, value := range []any{checked{}, group{}, foundKey{}, damaged{}, reading{}, candidate{}, change{}, foundID{}, matched{}, scanned{}, stood{}, finding{}} {
		for _, field := range reflect.VisibleFields(reflect.TypeOf(value)) {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if name != "" && !strings.Contains(manual, `"`+name+`"`) {
				t.Errorf("the manual lacks the member %s", name)
			}
		}
	}
	words := strings.FieldsFunc(manual, func(r rune) bool { return strings.ContainsRune(" \n,.|\"", r) })
	named := map[string]bool{}
	for _, w := range words {
		named[strings.Trim(w, ":()")] = true
	}
	var names []string
	for _, d := range decode.Diagnoses() {
		names = append(names, d.String())
	}
	for _, s := range keyformat.States() {
		names = append(names, s.String())
	}
	for _, s := range keyformat.GroupStates() {
		names = append(names, s.String())
	}
	for s := decode.None; s <= decode.Certain; s++ {
		names = append(names, s.String())
	}
	for k := decode.LookAlike; k <= decode.Joined; k++ {
		names = append(names, k.String())
	}
	for _, name := range names {
		if !named[name] {
			t.Errorf("the manual lacks %s", name)
		}
	}
}
