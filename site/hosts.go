package site

import (
	"fmt"
	"slices"
	"strings"
)

// snippets are the headers as nginx, Caddy and Apache want to be told of them, by
// file name, all from the one list. Each is for the whole site, served at the
// root; whoever hosts the module alone needs what /embed/ gets.
func snippets(rules Headers) map[string]string {
	return map[string]string{
		"nginx.conf":  nginx(rules),
		"Caddyfile":   caddy(rules),
		"apache.conf": apache(rules),
	}
}

// nginx forgets the headers of outer places as soon as an inner one adds its own,
// and uses one place for a path. So a map decides each header's value by the
// path, and all are added in one place.
func nginx(rules Headers) string {
	var b strings.Builder
	b.WriteString("# The first part goes into http { }, the second into server { }.\n")
	names := headerNames(rules)
	for i, name := range names {
		fmt.Fprintf(&b, "map $uri $fortyeight_%d {\n", i)
		for _, rule := range backwards(rules) {
			for _, h := range rule.Headers {
				if h.Name == name {
					fmt.Fprintf(&b, "  \"~^%s$\" %s;\n", pattern(rule.Path), quoted(h.Value))
				}
			}
		}
		b.WriteString("}\n")
	}
	b.WriteString(nginxServer)
	for i, name := range names {
		if name != "Content-Type" { // nginx has it from the types
			fmt.Fprintf(&b, "add_header %s $fortyeight_%d always;\n", name, i)
		}
	}
	return b.String()
}

// nginxServer begins the second part. A types block would put aside all other
// types, so programs get theirs in a place of their own.
const nginxServer = `
index index.html;
error_page 404 /404.html;
location ~ \.wasm$ { types { } default_type application/wasm; }
`

func caddy(rules Headers) string {
	var b strings.Builder
	b.WriteString("# This goes into the block of the site.\n")
	for _, rule := range rules {
		fmt.Fprintf(&b, "header %s {\n", rule.Path)
		for _, h := range rule.Headers {
			fmt.Fprintf(&b, "  %s %s\n", h.Name, quoted(h.Value))
		}
		b.WriteString("}\n")
	}
	return b.String()
}

func apache(rules Headers) string {
	var b strings.Builder
	b.WriteString("# This goes into the virtual host; it needs mod_headers.\nAddType application/wasm .wasm\nErrorDocument 404 /404.html\n")
	for _, rule := range rules {
		fmt.Fprintf(&b, "<LocationMatch \"^%s$\">\n", pattern(rule.Path))
		for _, h := range rule.Headers {
			if h.Name != "Content-Type" {
				fmt.Fprintf(&b, "  Header always set %s %s\n", h.Name, quoted(h.Value))
			}
		}
		b.WriteString("</LocationMatch>\n")
	}
	return b.String()
}

// headerNames returns the names of all headers in the order in which they come.
func headerNames(rules Headers) []string {
	var names []string
	for _, rule := range rules {
		for _, h := range rule.Headers {
			if !slices.Contains(names, h.Name) {
				names = append(names, h.Name)
			}
		}
	}
	return names
}

// backwards returns the rules with the narrowest first, since a map takes the
// first pattern that fits.
func backwards(rules Headers) Headers {
	return slices.SortedStableFunc(slices.Values(rules), func(a, b Rule) int { return len(b.Path) - len(a.Path) })
}

// pattern writes a rule's path as a regular expression.
func pattern(path string) string {
	return strings.NewReplacer(".", `\.`, "*", ".*").Replace(path)
}

// quoted puts a value into double quotes; no value holds any.
func quoted(value string) string { return `"` + value + `"` }
