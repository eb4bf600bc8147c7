package site

import (
	"regexp"
	"strings"
	"testing"
)

// Each host's snippet says for every file of the site what the one list says,
// read as that host reads it.
func TestHostsSendTheSameHeaders(t *testing.T) {
	out := buildReal(t)
	texts := snippets(out.Headers)
	for host, read := range map[string]func(text, path string) map[string]string{"nginx.conf": readNginx, "Caddyfile": readCaddy, "apache.conf": readApache} {
		for _, f := range out.Files {
			path := "/" + f.Path
			got := read(texts[host], path)
			for _, h := range out.Headers.For(path) {
				if h.Name == "Content-Type" && host != "Caddyfile" {
					continue // they go by the name of the file
				}
				if got[h.Name] != h.Value {
					t.Errorf("%s: %s of %s is %q, want %q", host, h.Name, path, got[h.Name], h.Value)
				}
				delete(got, h.Name)
			}
			for name := range got {
				t.Errorf("%s: %s gets %s, which is nowhere in the list", host, path, name)
			}
		}
	}
}

var (
	nginxMap  = regexp.MustCompile(`(?s)map \$uri (\$fortyeight_\d+) \{\n(.*?)\n\}`)
	nginxLine = regexp.MustCompile(`"~(.*?)" "(.*)";`)
	nginxAdd  = regexp.MustCompile(`add_header (\S+) (\$fortyeight_\d+) always;`)
)

// readNginx takes of each map the first pattern that fits, as nginx does.
func readNginx(text, path string) map[string]string {
	values, got := map[string]string{}, map[string]string{}
	for _, m := range nginxMap.FindAllStringSubmatch(text, -1) {
		for _, line := range nginxLine.FindAllStringSubmatch(m[2], -1) {
			if values[m[1]] == "" && regexp.MustCompile(line[1]).MatchString(path) {
				values[m[1]] = line[2]
			}
		}
	}
	for _, m := range nginxAdd.FindAllStringSubmatch(text, -1) {
		if value := values[m[2]]; value != "" { // nginx adds no empty header
			got[m[1]] = value
		}
	}
	return got
}

var (
	caddyBlock = regexp.MustCompile(`(?s)header (\S+) \{\n(.*?)\n\}`)
	caddyLine  = regexp.MustCompile(`  (\S+) "(.*)"`)
)

func readCaddy(text, path string) map[string]string {
	got := map[string]string{}
	for _, m := range caddyBlock.FindAllStringSubmatch(text, -1) {
		if (Rule{Path: m[1]}).matches(path) {
			for _, line := range caddyLine.FindAllStringSubmatch(m[2], -1) {
				got[line[1]] = line[2]
			}
		}
	}
	return got
}

var (
	apacheBlock = regexp.MustCompile(`(?s)<LocationMatch "(.*?)">\n(.*?)</LocationMatch>`)
	apacheLine  = regexp.MustCompile(`Header always set (\S+) "(.*)"`)
)

func readApache(text, path string) map[string]string {
	got := map[string]string{}
	for _, m := range apacheBlock.FindAllStringSubmatch(text, -1) {
		if regexp.MustCompile(m[1]).MatchString(path) {
			for _, line := range strings.Split(m[2], "\n") {
				if h := apacheLine.FindStringSubmatch(line); h != nil {
					got[h[1]] = h[2]
				}
			}
		}
	}
	return got
}
