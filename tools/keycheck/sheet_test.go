package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
)

const second = "616319-601744-502117-534017-367994-176748-607299-663201" // cryptsetup's test image bitlk-aes-cbc-256

// texts returns the text of a document, without its style.
func texts(t *testing.T, document string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" {
			all.WriteString(n.Data + " ")
		}
	}
	return strings.Join(strings.Fields(all.String()), " ")
}

func TestSheet(t *testing.T) {
	both := sampleID + "\n" + sample + "\n\n" + "ABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465\n" + second + "\n"
	spaced := strings.ReplaceAll(sample, "-", " ")
	tests := []struct {
		reason, text string
		args         []string
		status       int
		want, never  string
	}{
		{"the whole sheet", sampleID + " " + sample, []string{"-device", "LAPTOP <7>", "-"}, found, spaced + " Key ID 3FD763F9 -74C7", say("sheet.repaired", nil)},
		{"the device's name", sample, []string{"-device", "LAPTOP <7>", "-"}, found, "Device LAPTOP <7>", "3FD763F9"},
		{"today's date unless told", sample, []string{"-date", "1 May", "-"}, found, "Date 1 May", ""},
		{"the ID from the order", sample, []string{"-id", sampleID, "-"}, found, "Key ID 3FD763F9 -74C7", say("sheet.key-id-unknown", nil)},
		{"no ID", sample, []string{"-"}, found, say("sheet.key-id-unknown", nil), "3FD763F9"},
		{"one of two keys", both, []string{"-id", "3FD763F9", "-"}, found, spaced, "616319"},
		{"two sheets", both, []string{"-"}, found, "Sheet 2 of 2", ""},
		{"a list", both, []string{"-list", "-"}, found, say("sheet.list-key", nil), say("sheet.worth", nil)},
		{"a list says which PC", "Device,Drive,Key ID,Key\nPC-1,D:," + sampleID + "," + sample + "\nPC-2,C:,ABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465," + second + "\n", []string{"-list", "-"}, found, "PC-2 Drive C:", ""},
		{"an order goes before the file", "Device: PC-1\nKey: " + sample, []string{"-device", "PC-9", "-"}, found, "Device PC-9", "PC-1"},
		{"a list says its pages", both, []string{"-list", "-"}, found, "Page 1 of 1", ""},
		{"a card", sample, []string{"-paper", "card", "-"}, found, say("sheet.card-use", nil), say("sheet.worth", nil)},
		{"a label", sample, []string{"-paper", "label", "-"}, found, spaced, say("sheet.worth", nil)},
		{"Letter", sample, []string{"-paper", "letter", "-"}, found, spaced, ""},
		{"blank", "", []string{"-blank", "-device", "LAPTOP-7"}, found, say("sheet.blank-step-3", nil), "042647"},
		{"a wrong key", strings.Replace(sample, "590458", "590459", 1), []string{"-"}, notFound, "", ""},
		{"no key", "Dear all", []string{"-"}, notFound, "", ""},
		{"another ID", sampleID + " " + sample, []string{"-id", "ABC7C7A1", "-"}, notFound, "", ""},
		{"no file", sample, nil, misused, "", ""},
		{"no such paper", sample, []string{"-paper", "a3", "-"}, misused, "", ""},
		{"no Key ID", sample, []string{"-id", "3FD7", "-"}, misused, "", ""},
		{"blank with a file", sample, []string{"-blank", "-"}, misused, "", ""},
		{"a key as argument", "", []string{sample}, misused, "", ""},
		{"one QR for two keys", both, []string{"-svg", "-"}, misused, "", ""},
	}
	for _, tt := range tests {
		status, out, errs := keycheck(tt.text, append([]string{"sheet"}, tt.args...)...)
		if status != tt.status || (status == found) != (errs == "") {
			t.Errorf("%s: status %d, want %d, and says %q", tt.reason, status, tt.status, errs)
		}
		if regexp.MustCompile(`\d{6}`).MatchString(errs) {
			t.Errorf("%s: the complaint has digits of a key", tt.reason)
		}
		if status != found {
			if out != "" {
				t.Errorf("%s: prints %d bytes", tt.reason, len(out))
			}
			continue
		}
		text := texts(t, out)
		if !strings.Contains(text, tt.want) || tt.never != "" && strings.Contains(text, tt.never) {
			t.Errorf("%s: the text is\n%s\nwant %q and not %q", tt.reason, text, tt.want, tt.never)
		}
		if strings.Contains(out, "http:") || strings.Contains(out, "https:") || strings.Contains(out, "<script") || strings.Contains(out, "url(") {
			t.Errorf("%s: the file does not stand alone", tt.reason)
		}
		if title := regexp.MustCompile(`<title>(.*)</title>`).FindStringSubmatch(out); title == nil || title[1] != say("sheet.file-title", nil) {
			t.Errorf("%s: the title is %q", tt.reason, title)
		}
	}
}

func TestSheetFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "qr.svg")
	if status, out, errs := keycheck(sample, "sheet", "-svg", "-o", path, "-"); status != found || out+errs != "" {
		t.Fatalf("status %d, prints %q and %q", status, out, errs)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != sheet.QR(keyformat.MustParseKey(sample)).SVG() {
		t.Error("the file is not the QR of the key")
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("others can read the file: %v %v", info.Mode(), err)
	}
	if status, _, _ := keycheck(sample, "sheet", "-o", filepath.Join(path, "nowhere"), "-"); status != misused {
		t.Errorf("writing nowhere gives the status %d", status)
	}
}
