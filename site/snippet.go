package site

import "strings"

// snippet fills what a portal's developer copies: {site} is the site's address,
// {origin} the same as a policy names it, {moving} and {fixed} are where the
// script of the element stands, {integrity} is the value for the latter.
func (pr *press) snippet(text string) string {
	return strings.NewReplacer(
		"{site}", pr.settings.Address,
		"{moving}", pr.settings.Address+pr.element.moving,
		"{fixed}", pr.settings.Address+pr.element.fixed,
		"{integrity}", pr.element.integrity,
	).Replace(text)
}
