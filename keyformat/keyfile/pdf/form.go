package pdf

// form goes through a form as if its content stood here.
func (p *painter) form(v value, resources dict) {
	key, _ := v.(name)
	r, ok := p.d.dict(resources["XObject"])[key].(ref)
	m := p.d.dict(r)
	if !ok || m["Subtype"] != name("Form") {
		return
	}
	if p.depth == maxDepth || p.forms == maxForms {
		p.d.cut = true
		return
	}
	p.depth++
	p.forms++
	before, kept := p.state, p.kept
	p.kept = nil
	if list, ok := p.d.get(m["Matrix"]).(array); ok && len(list) == 6 {
		var own matrix
		for i := range own {
			own[i], _ = list[i].(float64)
		}
		p.page = own.times(p.page)
	}
	if own := p.d.dict(m["Resources"]); own != nil {
		resources = own
	}
	p.paint(p.d.stream(r), resources)
	p.state, p.kept = before, kept
	p.depth--
}
