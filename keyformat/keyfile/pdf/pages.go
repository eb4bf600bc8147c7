package pdf

import (
	"maps"
	"slices"
)

// A page is what a page has: its content and its fonts and forms.
type page struct {
	content   []byte
	resources dict
}

// pages returns the pages in the order of the document, or, where its tree is
// lost, in the order of their numbers.
func (d *document) pages() (list []page) {
	seen := map[ref]bool{}
	var walk func(v value, resources dict, depth int)
	walk = func(v value, resources dict, depth int) {
		if r, ok := v.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		node := d.dict(v)
		if node == nil || depth > maxDepth {
			return
		}
		if len(list) == maxPages {
			d.cut = true
			return
		}
		if own := d.dict(node["Resources"]); own != nil {
			resources = own
		}
		if kids, ok := d.get(node["Kids"]).(array); ok {
			for _, kid := range kids {
				walk(kid, resources, depth+1)
			}
			return
		}
		if node["Contents"] != nil {
			list = append(list, page{d.contents(node["Contents"]), resources})
		}
	}
	walk(d.dict(d.root)["Pages"], nil, 0)
	if len(list) > 0 {
		return list
	}
	for _, number := range slices.Sorted(maps.Keys(d.objects)) {
		if v, ok := d.objects[number].value.(dict); ok && v["Type"] == name("Page") {
			walk(ref(number), nil, 0)
		}
	}
	return list
}

// contents returns the content of a page, which may stand in several streams.
func (d *document) contents(v value) (b []byte) {
	if list, ok := d.get(v).(array); ok {
		for _, part := range list {
			b = append(append(b, d.stream(part)...), '\n')
		}
		return b
	}
	return d.stream(v)
}
