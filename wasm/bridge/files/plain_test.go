package files

import (
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// TestHostileNames: names of files and devices come to the page as text that stays
// where it stands, and others as they are.
func TestHostileNames(t *testing.T) {
	const hostile, harmless = "a\u202egpj.\x1b[2J\x00\n\u2066", "👩\u200d👩\u200d👧 <b> שלום ключ"
	p := open(t)
	p.take(true, false, hostile+".csv", "ComputerName,ID,Key,Date\n\""+hostile+"\","+madeID(1)+","+made(1)+","+hostile+"\n",
		harmless+".csv", "ComputerName,ID,Key\n"+harmless+","+madeID(2)+","+made(2)+"\n",
		hostile+".bek", strings.Repeat("\x00", 12))
	p.finish()
	for _, out := range []map[string]any{
		p.call("rows", "query", "", "from", "0", "count", "9"),
		p.call("match", "id", madeID(1)),
		p.call("keys", "indexes", "", "query", "", "from", "0", "count", "9"),
		p.call("notices", "from", "0", "count", "9"),
		p.call("progress"),
	} {
		eachText(out, func(text string) {
			if strings.IndexFunc(text, keyfile.Steers) >= 0 {
				t.Errorf("the page is given %q", text)
			}
		})
	}
	seen := false
	eachText(p.call("rows", "query", "", "from", "0", "count", "9"), func(text string) { seen = seen || text == harmless })
	if !seen {
		t.Errorf("%q is not given as it is", harmless)
	}
}

// eachText gives every string in an answer to do.
func eachText(of any, do func(string)) {
	switch v := of.(type) {
	case string:
		do(v)
	case []any:
		for _, one := range v {
			eachText(one, do)
		}
	case map[string]any:
		for _, one := range v {
			eachText(one, do)
		}
	}
}
