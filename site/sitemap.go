package site

import (
	"fmt"
	"strings"
)

// addSearch writes what search engines ask for: the list of all pages and the
// leave to read them.
func (o *Output) addSearch(b *book) {
	address := b.settings.Address
	var list strings.Builder
	list.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	list.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, l := range b.languages {
		for _, p := range l.pages {
			if p.kind != notFoundPage {
				// Addresses are made of file names, which have no letter to escape.
				fmt.Fprintf(&list, "\t<url><loc>%s%s</loc><lastmod>%s</lastmod></url>\n", address, p.address, p.front.Reviewed)
			}
		}
	}
	list.WriteString("</urlset>\n")
	o.add("sitemap.xml", []byte(list.String()))
	o.add("robots.txt", []byte("User-agent: *\nAllow: /\n\nSitemap: "+address+"/sitemap.xml\n"))
}
