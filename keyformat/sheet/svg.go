package sheet

// SVG returns the QR as a picture of its own, black on white: 37 mm a side, so
// that a module is one millimetre.
func (c Code) SVG() string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="37mm" height="37mm" viewBox="0 0 37 37" shape-rendering="crispEdges">` +
		`<path fill="#fff" d="M0 0h37v37H0z"/><path d="` + c.Path() + `"/></svg>` + "\n"
}
