package site

import "fortyeight/site/view"

// The colours that stand outside the style sheet: browsers paint their own
// bars and the icons with them before any CSS has come. A test compares them
// with the tokens in site/assets/base.
const (
	lightPage = "#ffffff" // background of a page in the light scheme
	darkPage  = "#14171a" // and in the dark one
	markFill  = "#2f7fd1" // favicon; stands out from light and dark tabs alike
	iconField = "#17508c" // ground of the icons for home screens
)

var colours = view.Colours{Light: lightPage, Dark: darkPage}
