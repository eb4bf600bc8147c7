package pdf

import (
	"bytes"
	"strconv"
)

// A value is one of: nil, bool, float64, name, text, array, dict, ref, word.
type value any

type (
	name  string
	text  []byte // a string, its escapes undone
	array []value
	dict  map[name]value
	ref   int    // the number of an object elsewhere
	word  string // an operator, or what else stands bare
)

// A lexer reads values one after the other.
type lexer struct {
	b     []byte
	at    int
	depth int
}

// next returns the next value; ok is false at the end.
func (l *lexer) next() (v value, ok bool) {
	l.blank()
	if l.at >= len(l.b) {
		return nil, false
	}
	switch c := l.b[l.at]; {
	case c == '/':
		return l.name(), true
	case c == '(':
		return l.literal(), true
	case c == '<' && l.peek(1) == '<':
		l.at += 2
		return l.dict(), true
	case c == '<':
		return l.hex(), true
	case c == '[':
		l.at++
		return l.array(), true
	case c == ']' || c == '{' || c == '}' || c == ')':
		l.at++
		return word([]byte{c}), true
	case c == '>':
		l.at++
		if l.peek(0) == '>' {
			l.at++
		}
		return word(">>"), true
	}
	start := l.at
	for l.at < len(l.b) && isRegular(l.b[l.at]) {
		l.at++
	}
	if l.at == start {
		l.at++ // no progress otherwise
	}
	w := l.b[start:l.at]
	if n, ok := number(w); ok {
		return n, true
	}
	return word(w), true
}

func (l *lexer) peek(n int) byte {
	if l.at+n < len(l.b) {
		return l.b[l.at+n]
	}
	return 0
}

func (l *lexer) blank() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *lexer) name() name {
	l.at++
	start := l.at
	for l.at < len(l.b) && isRegular(l.b[l.at]) {
		l.at++
	}
	return name(l.b[start:l.at])
}

func (l *lexer) array() array {
	var list array
	if l.depth++; l.depth > maxDepth {
		l.at = len(l.b)
		return nil
	}
	for {
		v, ok := l.next()
		if !ok || isWord(v, "]") {
			break
		}
		list = collapse(append(list, v))
	}
	l.depth--
	return list
}

func (l *lexer) dict() dict {
	d := dict{}
	if l.depth++; l.depth > maxDepth {
		l.at = len(l.b)
		return d
	}
	var list array
	for {
		v, ok := l.next()
		if !ok || isWord(v, ">>") {
			break
		}
		list = collapse(append(list, v))
	}
	for i := 0; i+1 < len(list); i++ {
		if key, ok := list[i].(name); ok {
			d[key] = list[i+1]
			i++
		}
	}
	l.depth--
	return d
}

// collapse makes a ref of the two numbers and the R at the end of list.
func collapse(list array) array {
	n := len(list)
	if n < 3 || !isWord(list[n-1], "R") {
		return list
	}
	object, ok1 := list[n-3].(float64)
	_, ok2 := list[n-2].(float64)
	if !ok1 || !ok2 {
		return list
	}
	return append(list[:n-3], ref(object))
}

func number(w []byte) (float64, bool) {
	if len(w) == 0 || len(w) > 32 || w[0] != '-' && w[0] != '+' && w[0] != '.' && (w[0] < '0' || w[0] > '9') {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(w), 64)
	return n, err == nil
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isRegular(c byte) bool {
	return !isSpace(c) && bytes.IndexByte([]byte("()<>[]{}/%"), c) < 0
}

// isWord compares a value of any type; some of them cannot be compared by ==.
func isWord(v value, with word) bool {
	w, ok := v.(word)
	return ok && w == with
}
