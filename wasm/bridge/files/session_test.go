package files

import (
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/wasm/bridge"
)

// A fake is a browser whose files are texts. It is due after every few
// questions, so that work rests as often as it can.
type fake struct {
	files  [][]byte
	gone   int // number plus 1 of a file that cannot be read any more
	asked  int
	longer int  // bytes of the longest slice that was asked for
	later  bool // whether bytes come after they were asked for
	came   map[[3]int64]bool
	coming [][3]int64 // file, place and length of slices that were asked for
}

var errFake = errors.New("gone")

func (f *fake) Read(file int, p []byte, at int64) (int, error) {
	f.longer = max(f.longer, len(p))
	if f.gone == file+1 {
		return 0, errFake
	}
	if slice := [3]int64{int64(file), at, int64(len(p))}; f.later && !f.came[slice] {
		f.coming = append(f.coming, slice)
		return 0, ErrLater
	}
	return copy(p, f.files[file][at:]), nil
}

// come brings one slice that was asked for, and says whether there was one.
func (f *fake) come() bool {
	if len(f.coming) == 0 {
		return false
	}
	f.came[f.coming[0]] = true
	f.coming = nil
	return true
}

func (*fake) Decode(string, []byte) (string, bool) { return "", false }

func (f *fake) Due() bool {
	f.asked++
	return f.asked%3 == 0
}

// A page is a session and the browser it lives in.
type page struct {
	*testing.T
	*Session
	fake *fake
}

func open(t *testing.T) *page {
	f := &fake{came: map[[3]int64]bool{}}
	return &page{t, New(f), f}
}

// call makes a call as the worker does.
func (p *page) call(name string, namesAndValues ...string) map[string]any {
	p.Helper()
	answer := ""
	for again := true; again; again = p.fake.come() {
		answer = bridge.Program(p.Call).Answer(bridge.Encode(append([]string{name}, namesAndValues...)...))
	}
	var out map[string]any
	if err := json.Unmarshal([]byte(answer), &out); err != nil {
		p.Fatalf("%s answers no JSON object: %v", name, err)
	}
	return out
}

// take hands over names and texts in turn.
func (p *page) take(folder, more bool, namesAndTexts ...string) {
	p.Helper()
	first := len(p.fake.files)
	var paths, sizes []string
	for i := 0; i < len(namesAndTexts); i += 2 {
		paths = append(paths, namesAndTexts[i])
		sizes = append(sizes, strconv.Itoa(len(namesAndTexts[i+1])))
		p.fake.files = append(p.fake.files, []byte(namesAndTexts[i+1]))
	}
	out := p.call("take", "first", strconv.Itoa(first), "paths", strings.Join(paths, "\x00"), "sizes", strings.Join(sizes, ","),
		"folder", strconv.FormatBool(folder), "more", strconv.FormatBool(more))
	if len(out) != 0 {
		p.Fatalf("take says %v", out)
	}
}

// finish works until there is nothing to do, and returns in how many steps.
func (p *page) finish() (steps int) {
	for p.Step() != Done {
		steps++
		p.fake.come()
	}
	return steps
}

// devices returns the devices of the rows that a query gives.
func (p *page) devices(query string) string {
	p.Helper()
	var all []string
	for _, row := range p.call("rows", "query", query, "from", "0", "count", "200")["rows"].([]any) {
		all = append(all, row.(map[string]any)["device"].(string))
	}
	return strings.Join(all, " ")
}

func made(n int) string {
	return keyformat.KeyFromBytes([16]byte{byte(n), byte(n >> 8), 7, 1, 9, 2, 8, 3, 200, 4, 100, 5, 50, 6, 25, 8}).String()
}

func madeID(n int) string {
	return keyformat.IDFromBytes([16]byte{byte(n), 0xAB, byte(n >> 8), 0xCD, 1, 2, 0x41, 3, 0x81}).String()
}

func note(n int, device, date string) string {
	return "Device: " + device + "\nIdentifier:\n" + madeID(n) + "\nRecovery Key:\n" + made(n) + "\nDate: " + date + "\n"
}

// table is an export of so many rows.
func table(rows int) string {
	var b strings.Builder
	b.WriteString("Device,Key ID,Recovery key,Created\n")
	for n := range rows {
		b.WriteString("PC-" + strconv.Itoa(n) + "," + madeID(n) + "," + made(n) + ",2024-01-" + strconv.Itoa(10+n%10) + "\n")
	}
	return b.String()
}

func TestFilesOneByOne(t *testing.T) {
	p := open(t)
	p.take(false, false, "a.txt", note(1, "PC-A", "2024-01-02"), "b.txt", note(2, "PC-B", "2024-05-06"), "a.txt", note(3, "PC-C", "2020-01-01"))
	p.call("paste", "text", note(4, "PC-D", ""))
	p.finish()
	if got, want := p.devices(""), "PC-A PC-B PC-C PC-D"; got != want {
		t.Errorf("in the order of finding: %s, want %s", got, want)
	}
	if got, want := p.devices("pc"), "PC-B PC-A PC-C PC-D"; got != want {
		t.Errorf("searched: %s, want %s", got, want)
	}
	rows := p.call("rows", "query", "", "from", "2", "count", "2")["rows"].([]any)
	if len(rows) != 2 {
		t.Fatalf("%d rows, want the two that were asked for", len(rows))
	}
	for i, file := range []string{"a.txt", ""} { // the second of a name, and pasted text
		if got := rows[i].(map[string]any)["places"].([]any)[0].(map[string]any)["file"]; got != file {
			t.Errorf("row %d stands in %q, want %q", 2+i, got, file)
		}
	}
	progress := p.call("progress")
	for name, want := range map[string]any{"running": false, "stopped": false, "files": 4.0, "read": 4.0, "found": 4.0, "searchable": 4.0, "name": ""} {
		if progress[name] != want {
			t.Errorf("progress says %s %v, want %v", name, progress[name], want)
		}
	}
}

// TestAFolder: what comes in several pieces is read when it is complete, likely
// names first, and what cannot hold keys is counted.
func TestAFolder(t *testing.T) {
	p := open(t)
	p.take(true, true, "E/notes.txt", note(1, "PC-A", ""), "E/film.mp4", "....")
	if p.Step() != Done {
		t.Error("half a folder is read")
	}
	p.take(true, false, "E/x/BitLocker Recovery Key.txt", note(2, "PC-B", ""), "E/empty.txt", "", "E/../odd", "text")
	p.finish()
	if got, want := p.devices(""), "PC-B PC-A"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
	progress := p.call("progress")
	skipped := progress["skipped"].(map[string]any)
	if progress["files"] != 5.0 || progress["read"] != 2.0 || len(skipped) != 3 || skipped["media"] != 1.0 || skipped["empty"] != 1.0 || skipped["unreadable"] != 1.0 {
		t.Errorf("%v files, %v read, skipped %v", progress["files"], progress["read"], skipped)
	}
}

// TestBetweenSteps: found keys can be asked for while reading goes on, and it
// can be stopped.
func TestBetweenSteps(t *testing.T) {
	const rows = 30_000
	p := open(t)
	p.take(false, false, "list.csv", table(rows), "next.txt", note(rows, "PC-NEXT", ""))
	found := 0
	for found == 0 || found < rows/4 {
		if p.Step() == Done {
			t.Fatal("nothing can be asked before the end")
		}
		found = int(p.call("progress")["found"].(float64))
	}
	some := p.call("rows", "query", "", "from", strconv.Itoa(found-1), "count", "9")
	row := some["rows"].([]any)[0].(map[string]any)
	if want := "PC-" + strconv.Itoa(found-1); row["device"] != want || some["total"] != float64(found) {
		t.Errorf("the last row of %d so far is of %v, want %s", found, row["device"], want)
	}
	if match := p.call("match", "id", madeID(3)); match["outcome"] != "one" {
		t.Errorf("an ID that was read is %v", match["outcome"])
	}
	p.call("stop")
	p.finish()
	progress := p.call("progress")
	if n := progress["found"].(float64); n < float64(found) || n >= rows || progress["stopped"] != true || progress["running"] != false {
		t.Errorf("stopped after %d records, it has %v: %v", found, n, progress)
	}
	if progress["searchable"] != progress["found"] {
		t.Error("what was found before the stop cannot be searched")
	}
	p.take(false, false, "more.txt", note(rows+1, "PC-MORE", ""))
	p.finish()
	if got := p.devices("pc-more"); got != "PC-MORE" {
		t.Errorf("read after a stop: %q", got)
	}
	if progress := p.call("progress"); progress["stopped"] != false {
		t.Error("it still says stopped")
	}
	if p.fake.longer > 1<<18 {
		t.Errorf("a slice of %d bytes was asked for", p.fake.longer)
	}
}

// TestBytesThatComeLater: where a browser reads no slice at once, all is as where it does.
func TestBytesThatComeLater(t *testing.T) {
	const rows = 5000
	answers := map[bool][]any{}
	for _, later := range []bool{false, true} {
		p := open(t)
		p.fake.later = later
		p.take(false, false, "a.txt", note(rows, "PC-A", ""), "list.csv", table(rows), "b.txt", note(rows+1, "PC-B", ""))
		for p.call("progress")["found"].(float64) < 10 {
			if p.Step() == Done {
				t.Fatal("nothing can be asked before the end")
			}
			p.fake.come()
		}
		early := p.call("match", "id", madeID(3)) // its row is in no index yet, and is read again
		p.finish()
		if later == (len(p.fake.came) == 0) {
			t.Fatalf("%d slices came later", len(p.fake.came))
		}
		answers[later] = []any{early, p.devices(""), p.call("rows", "query", "pc-49", "from", "0", "count", "200"),
			p.call("progress")["bytes"], p.call("notices", "from", "0", "count", "9")}
	}
	if !reflect.DeepEqual(answers[true], answers[false]) {
		t.Errorf("bytes that come later give\n%v\nwant\n%v", answers[true], answers[false])
	}
}

func TestAFileThatGoes(t *testing.T) {
	const rows = 10_000
	p := open(t)
	p.take(false, false, "list.csv", table(rows), "b.txt", note(rows, "PC-B", ""))
	for p.call("progress")["found"].(float64) == 0 {
		p.Step()
	}
	found := p.call("progress")["found"].(float64)
	p.fake.gone = 1
	p.finish()
	if got := p.devices("pc-b"); got != "PC-B" {
		t.Error("the file after the one that went is not read")
	}
	notices := p.call("notices", "from", "0", "count", "9")["notices"].([]any)
	if len(notices) != 1 || notices[0].(map[string]any)["kind"] != "unreadable" || notices[0].(map[string]any)["file"] != "list.csv" {
		t.Errorf("the notices are %v", notices)
	}
	rowsOf := p.call("rows", "query", "", "from", "0", "count", "1")
	first := rowsOf["rows"].([]any)[0].(map[string]any)
	if rowsOf["total"].(float64) < found || first["unreadable"] != true || first["keyId"] != madeID(0) {
		t.Errorf("what was found is lost or looks whole: %v of %v", first["unreadable"], rowsOf["total"])
	}
}

func TestMatch(t *testing.T) {
	p := open(t)
	short := "3FD763F9"
	p.take(false, false, "list.csv", "Device,Key ID,Recovery key,Created\n"+
		"PC-OLD,"+short+"-74C7-4E90-8FA2-1F6A2E2B4E0C,"+made(1)+",2021-01-01\n"+
		"PC-NEW,"+short+"-0000-4E90-8FA2-1F6A2E2B4E0C,"+made(2)+",2024-01-01\n"+
		"PC-ONE,ABC7C7A1-9BEE-4F11-8AAA-000102030405,"+made(3)+",2020-01-01\n")
	p.finish()
	for _, test := range []struct {
		reason, id, outcome, keyID, devices string
		noisy                               bool
	}{
		{"a beginning that two have", short, "several", short, "PC-NEW PC-OLD", false},
		{"the whole of one of them", short + "-74C7-4E90-8FA2-1F6A2E2B4E0C", "one", short + "-74C7-4E90-8FA2-1F6A2E2B4E0C", "PC-OLD", false},
		{"letters misread", "ABC7C7AI-9BEE-4F11-8AAA-OOO1O2O3O4O5", "one", "ABC7C7A1-9BEE-4F11-8AAA-000102030405", "PC-ONE", true},
		{"another drive", "12345678", "none", "12345678", "", false},
		{"no ID", "hello", "no-id", "", "", false},
	} {
		out := p.call("match", "id", test.id)
		var devices []string
		for _, row := range out["rows"].([]any) {
			devices = append(devices, row.(map[string]any)["device"].(string))
		}
		if out["outcome"] != test.outcome || out["keyId"] != test.keyID || out["noisy"] != test.noisy || strings.Join(devices, " ") != test.devices || out["total"] != float64(len(devices)) {
			t.Errorf("%s: %v %v noisy %v, %v", test.reason, out["outcome"], out["keyId"], out["noisy"], devices)
		}
	}
	out := p.call("match", "id", "ABC72222")
	if near, ok := out["nearest"].(map[string]any); out["outcome"] != "none" || !ok || near["device"] != "PC-ONE" || out["alike"] != 4.0 {
		t.Errorf("%v; the nearest is %v, alike in %v digits", out["outcome"], near, out["alike"])
	}
}

func TestKeys(t *testing.T) {
	p := open(t)
	p.take(false, false, "list.csv", table(300))
	p.finish()
	if got := p.call("key", "index", "7"); got["key"] != made(7) || got["keyId"] != madeID(7) || got["repaired"] != false {
		t.Error("another key than that of the row")
	}
	keys := func(indexes, query, from, count string) (total int, all []string) {
		out := p.call("keys", "indexes", indexes, "query", query, "from", from, "count", count)
		for _, k := range out["keys"].([]any) {
			all = append(all, k.(map[string]any)["key"].(string))
		}
		return int(out["total"].(float64)), all
	}
	if total, all := keys("9,2", "", "0", "0"); total != 2 || len(all) != 2 || all[0] != made(9) || all[1] != made(2) {
		t.Error("keys by their indexes are others, or in another order")
	}
	if total, all := keys("", "pc-29", "1", "2"); total != 11 || len(all) != 2 {
		t.Errorf("%d keys of %d, want 2 of 11", len(all), total)
	}
	if total, all := keys("", "", "100", "5000"); total != 300 || len(all) != maxWindow || all[0] != made(100) {
		t.Errorf("%d keys of %d, want %d of 300", len(all), total, maxWindow)
	}
}

// TestOnlyThoseThatAreAsked: no other call answers a digit of a key.
func TestOnlyThoseThatAreAsked(t *testing.T) {
	p := open(t)
	damaged := strings.Replace(made(5), "-000", "-0O0", 1)
	p.take(false, false, "list.csv", table(50), "note.txt", damaged)
	p.finish()
	for name, in := range map[string][]string{
		"rows":     {"query", "", "from", "0", "count", "200"},
		"match":    {"id", madeID(5)},
		"notices":  {"from", "0", "count", "200"},
		"progress": nil,
	} {
		answer := p.Call(name, bridge.Fields(bridge.Encode(in...)))
		for n := range 50 {
			if strings.Contains(answer, made(n)[:13]) {
				t.Errorf("%s answers digits of a key", name)
			}
		}
	}
}

func TestWrongUse(t *testing.T) {
	p := open(t)
	for reason, in := range map[string][]string{
		"no such call":        {"nothing"},
		"no fields":           {"take"},
		"a missing number":    {"rows", "query", "", "from", "0"},
		"no text":             {"paste"},
		"no ID":               {"match"},
		"a record too many":   {"key", "index", "0"},
		"records too many":    {"keys", "indexes", "0,1", "query", "", "from", "0", "count", "1"},
		"no numbers":          {"keys", "indexes", "a", "query", "", "from", "0", "count", "1"},
		"notices from nobody": {"notices"},
	} {
		if out := p.call(in[0], in[1:]...); out["usage"] == nil || len(out) != 1 {
			t.Errorf("%s: %v", reason, out)
		}
	}
	p.call("stop")
	if p.Step() != Done {
		t.Error("there is something to do")
	}
	if got := p.call("rows", "query", "", "from", "5", "count", "5"); got["total"] != 0.0 {
		t.Errorf("rows of nothing: %v", got)
	}
}
