package audit

import (
	"slices"
	"testing"

	"fortyeight/site"
)

func TestExplain(t *testing.T) {
	for _, test := range []struct {
		value string
		known bool
	}{
		{"'self'", true},
		{"http://localhost:4848", true},
		{"http://example.org", false}, // a public address without https is a fault
		{"'unsafe-inline'", false},
		{"", false}, // a directive that is missing
	} {
		if got := explain(finding{Value: test.value}) != ""; got != test.known {
			t.Errorf("%q is explained: %v, want %v", test.value, got, test.known)
		}
	}
}

// TestPolicies: those that are sent and those that pages carry, each once.
func TestPolicies(t *testing.T) {
	s := &subject{
		headers: site.Headers{
			{Path: "/a", Headers: []site.Header{{Name: "Content-Security-Policy", Value: "default-src 'none'"}}},
			{Path: "/b", Headers: []site.Header{{Name: "Content-Security-Policy", Value: "default-src 'none'"}, {Name: "Cache-Control", Value: "no-cache"}}},
		},
		files: []site.File{{Path: "404.html", Data: []byte(`<meta http-equiv="Content-Security-Policy" content="img-src &#39;self&#39;">`)}},
	}
	if got := s.policies(); !slices.Equal(got, []string{"default-src 'none'", "img-src 'self'"}) {
		t.Errorf("the policies are %q", got)
	}
}
