// Package view turns view models into HTML. A view takes one struct of
// model.go and shows it: it reads no file, knows no clock and no markdown, and
// decides nothing but what an empty field leaves out.
//
// Classes begin with fe- and are named block__element--modifier. There is no
// style attribute, no inline script and no on… attribute anywhere, since the
// site's policy blocks all three.
//
// The generated files *_templ.go are committed. After a change of a .templ
// file run
//
//	go tool templ generate -include-version=false -path site/view
package view
