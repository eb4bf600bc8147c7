package site

import (
	"crypto/sha512"
	"encoding/base64"
)

// elementFolder holds version 1 of the element under names that stay.
const elementFolder = "embed/v1/"

// An element is the script of <fortyeight-check> as a page of another site loads
// it.
type element struct {
	moving    string // address that always has the newest of its version
	fixed     string // address of this very content
	integrity string // of that content, as HTML's attribute has it
}

// addElement writes the script that defines the element, under a name that moves
// with each build and one that never changes, and the class by itself.
func (o *Output) addElement(m modules) (element, error) {
	script, err := m.library(elementEntry)
	if err != nil {
		return element{}, err
	}
	class, err := m.library(classEntry)
	if err != nil {
		return element{}, err
	}
	o.add(elementFolder+"element.js", class)
	sum := sha512.Sum384(script)
	return element{
		moving:    o.add(elementFolder+"fortyeight.js", script),
		fixed:     o.add(assetPath("fortyeight", ".js", script), script),
		integrity: "sha384-" + base64.StdEncoding.EncodeToString(sum[:]),
	}, nil
}
