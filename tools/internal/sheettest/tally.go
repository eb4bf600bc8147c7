package main

import (
	"errors"
	"fmt"
	"io"
)

// A tally counts what was read, by what was asked.
type tally struct {
	rows []*row
}

type row struct {
	name     string
	bound    float64 // share that must be read; 0 where it is only told
	read, of int
}

// row returns the row of a name, a new one the first time.
func (t *tally) row(name string, bound float64) *row {
	for _, r := range t.rows {
		if r.name == name {
			return r
		}
	}
	r := &row{name: name, bound: bound}
	t.rows = append(t.rows, r)
	return r
}

func (r *row) add(ok bool) {
	r.of++
	if ok {
		r.read++
	}
}

func (t *tally) report(w io.Writer) error {
	below := 0
	for _, r := range t.rows {
		share := float64(r.read) / float64(max(r.of, 1))
		verdict := ""
		if r.bound > 0 {
			verdict = fmt.Sprintf("at least %.0f %%", 100*r.bound)
			if share < r.bound {
				verdict += "  BELOW"
				below++
			}
		}
		fmt.Fprintf(w, "%6d of %6d  %6.2f %%  %-60s %s\n", r.read, r.of, 100*share, r.name, verdict)
	}
	if below > 0 {
		return errors.New("a figure is below its bound")
	}
	return nil
}
