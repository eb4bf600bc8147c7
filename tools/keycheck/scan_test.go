package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
)

// made returns a key that is made up.
func made(n byte) string {
	var b [16]byte
	for i := range b {
		b[i] = n + byte(i)
	}
	return keyformat.KeyFromBytes(b).String()
}

const (
	firstID  = "ABC7C7A1-9BEE-4F11-8AAA-000102030405"
	secondID = "ABC7C7A1-0000-4F11-8AAA-000102030405"
)

// lines decodes JSON lines.
func lines[T any](t *testing.T, out string) (all []T) {
	t.Helper()
	for s := bufio.NewScanner(strings.NewReader(out)); s.Scan(); {
		var one T
		if err := json.Unmarshal(s.Bytes(), &one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

// folder writes files into a new folder; names and texts alternate.
func folder(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i+1 < len(files); i += 2 {
		path := filepath.Join(dir, files[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestScanFolder(t *testing.T) {
	bek := make([]byte, 156)
	bek[0], bek[4], bek[8], bek[12] = 156, 1, 48, 156
	dir := folder(t,
		"a/list.csv", "ComputerName,MountPoint,KeyId,RecoveryKey,Created\nPC-1,C:,"+firstID+","+made(1)+",2024-01-31\n",
		"BitLocker Recovery Key "+sampleID+".txt", sample,
		"x.BEK", string(bek),
		"empty.txt", "")
	status, out, errs := keycheck("", "scan", "-json", dir)
	got := lines[scanned](t, out)
	if status != found || len(got) != 3 {
		t.Fatalf("status %d and %d lines, want %d and 3", status, len(got), found)
	}
	if r := got[0]; r.Key != sample || r.ID != sampleID || *r.Pairing != "file name" || *r.Repaired {
		t.Errorf("the file with a likely name: ID %s pairing %s", r.ID, *r.Pairing)
	}
	if r := got[1]; r.Key != made(1) || r.ID != firstID || r.Device != "PC-1" || r.Volume != "C:" || r.Created != "2024-01-31" ||
		r.Format != "csv" || *r.Pairing != "same row" || r.Places[0] != (stood{filepath.ToSlash(filepath.Join(dir, "a/list.csv")), 2}) {
		t.Errorf("the row: %s %s %s %s %s %v", r.ID, r.Device, r.Volume, r.Created, *r.Pairing, r.Places)
	}
	if r := got[2]; r.Kind != "startup-key" || r.Key != "" {
		t.Errorf("the startup key is called %q", r.Kind)
	}
	if !strings.Contains(errs, say("scan.summary", map[string]string{"keys": "2", "others": "1"})) ||
		!strings.Contains(errs, say("skipped.empty", map[string]string{"count": "1"})) {
		t.Errorf("the summary is %q", errs)
	}
}

// TestScanFields holds the names that scripts rely on.
func TestScanFields(t *testing.T) {
	_, out, _ := keycheck("ID: "+sampleID+"\nKey: "+sample+"\n", "scan", "-json", "-")
	var fields map[string]any
	if err := json.Unmarshal([]byte(out), &fields); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"key", "id", "device", "volume", "created", "format", "places", "pairing", "repaired"} {
		if _, ok := fields[name]; !ok {
			t.Errorf("there is no field %q", name)
		}
		delete(fields, name)
	}
	if len(fields) > 0 {
		t.Errorf("there are fields besides")
	}
}

func TestScanForID(t *testing.T) {
	two := "id,key\n" + firstID + "," + made(1) + "\n" + secondID + "," + made(2) + "\n"
	for _, test := range []struct {
		reason, id, text string
		status, keys     int
		sentence         string
	}{
		{"one", firstID, two, found, 1, "scan.one"},
		{"its beginning", "ABC7C7A1-9BEE", two, found, 1, "scan.one"},
		{"two", "ABC7C7A1", two, found, 2, "scan.several"},
		{"none", "11111111", two, notFound, 0, "scan.none"},
		{"nearly", "ABC7C111", two, notFound, 0, "scan.none.near"},
		{"no ID", "ABC", two, misused, 0, ""},
		{"only an ID", firstID, "id,key\n" + firstID + ",\n", notFound, 0, "scan.without-key"},
	} {
		status, out, errs := keycheck(test.text, "scan", "-json", "-id", test.id, "-")
		if n := len(lines[scanned](t, out)); status != test.status || n != test.keys {
			t.Errorf("%s: status %d and %d keys, want %d and %d; %s", test.reason, status, n, test.status, test.keys, errs)
		}
		if test.sentence != "" {
			begin, _, _ := strings.Cut(say(test.sentence, map[string]string{"id": keyformat.CheckID(test.id).ID.String(), "count": "2"}), "{near}")
			if !strings.HasPrefix(errs, begin) {
				t.Errorf("%s: says %q, want %q", test.reason, errs, begin)
			}
		}
	}
}

func TestScanWrongUse(t *testing.T) {
	for reason, args := range map[string][]string{
		"no path":             {"scan"},
		"no such file":        {"scan", "missing.txt"},
		"a key":               {"scan", sample},
		"audit without paths": {"audit"},
		"audit, no such file": {"audit", "missing.txt"},
	} {
		if status, out, errs := keycheck("", args...); status != misused || out != "" || errs == "" {
			t.Errorf("%s: status %d, prints %q and %q", reason, status, out, errs)
		}
	}
	if status, _, _ := keycheck("nothing here", "scan", "-"); status != notFound {
		t.Errorf("a text without a key: status %d", status)
	}
}

func TestAudit(t *testing.T) {
	wrong := strings.Replace(made(9), made(9)[:6], "999999", 1)
	text := "device,id,key\n" +
		"PC-1," + firstID + "," + made(1) + "\n" +
		"PC-2," + secondID + "," + made(1) + "\n" + // the same key
		"PC-3," + sampleID + "," + made(2) + "\n" +
		"PC-4," + sampleID + "," + made(3) + "\n" + // the same ID
		"PC-5,," + "\n" + // no key
		"PC-1,," + "\n" + // but this device has one
		"PC-6,11111111-9BEE-4F11-8AAA-000102030405," + wrong + "\n" +
		"PC-7,," + made(4) + "\n" // no ID
	status, out, errs := keycheck(text, "audit", "-json", "-")
	count := map[string]int{}
	for _, f := range lines[finding](t, out) {
		count[f.Finding]++
		if f.Finding == "no-key" && f.Device != "PC-5" {
			t.Errorf("%s is said to have no key", f.Device)
		}
		if len(f.Places) == 0 {
			t.Errorf("%s has no place", f.Finding)
		}
	}
	want := map[string]int{"key-two-ids": 1, "id-two-keys": 1, "no-key": 1, "malformed": 1, "no-id": 1}
	for name, n := range want {
		if count[name] != n {
			t.Errorf("%d findings of %s, want %d", count[name], name, n)
		}
	}
	if len(count) != len(want) || status != notFound || !strings.Contains(errs, "5") {
		t.Errorf("status %d, findings %v; %s", status, count, errs)
	}
	if status, out, _ := keycheck("device,id,key\nPC-1,"+firstID+","+made(1)+"\n", "audit", "-"); status != found || out != "" {
		t.Errorf("an export in order: status %d, %q", status, out)
	}
}

// TestScanWords holds that everything that can be said has its sentence; say
// panics where one is missing.
func TestScanWords(t *testing.T) {
	for _, k := range keyfile.Kinds() {
		say("kind."+k.String(), nil)
	}
	for _, s := range keyfile.Skips() {
		say("skipped."+s.String(), nil)
	}
	for _, o := range keyfile.Outcomes() {
		say("scan."+o.String(), nil)
	}
	for _, f := range []string{"malformed", "repaired", "key-two-ids", "id-two-keys", "no-key", "no-key-id", "no-id", "clean", "summary"} {
		say("audit."+f, nil)
	}
}
