package main

import (
	"bytes"
	"net"
	"strings"
	"testing"
)

// dev runs the command as somebody types it.
func dev(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	t.Chdir(".") // commands change to the top; the test comes back
	var o, e bytes.Buffer
	status = run(t.Context(), args, &o, &e)
	return status, o.String(), e.String()
}

func TestUse(t *testing.T) {
	for _, test := range []struct {
		args   string
		status int
		out    string // what standard output has in it
		errs   string // what standard error has in it
	}{
		{"", 0, "serve ", ""},
		{"-h", 0, "Exit status", ""},
		{"help", 0, "Exit status", ""},
		{"sreve", 2, "", `no command "sreve"`},
		{"serve -h", 0, "-addr", ""},
		{"build -h", 0, "-o", ""},
		{"test -h", 0, "-only", ""},
		{"sizes -h", 0, "empty Go program", ""},
		{"fuzz -h", 0, "-for", ""},
		{"fuzz -list -only sheet/photo", 0, "keyformat/sheet/photo FuzzRead", ""},
		{"fuzz -only nothing-has-this-name", 2, "", "-list prints them"},
		{"fuzz -for 0s", 2, "", "a second or more"},
		{"differential -h", 0, "libdislocker", ""},
		{"differential -keys 0", 2, "", "one or more"},
		{"serve -prot 1", 2, "", "-prot"},
		{"serve now", 2, "", `"now"`},
		{"test -only everything", 2, "", `no step "everything"`},
		{"serve -addr nowhere", 1, "", "-addr localhost:4849"},
	} {
		t.Run(test.args, func(t *testing.T) {
			status, out, errs := dev(t, strings.Fields(test.args)...)
			if status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			for _, check := range []struct{ name, got, want string }{
				{"output", out, test.out}, {"error", errs, test.errs},
			} {
				if check.want == "" && check.got != "" || !strings.Contains(check.got, check.want) {
					t.Errorf("standard %s is %q, want %q in it", check.name, check.got, check.want)
				}
			}
		})
	}
}

func TestATakenPortIsOnePlainLine(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	addr := listener.Addr().String()
	status, out, errs := dev(t, "serve", "-addr", addr)
	if status != 1 || out != "" || !strings.Contains(errs, addr+" is taken") || strings.Count(errs, "\n") != 1 {
		t.Errorf("status %d, output %q, error %q; want status 1 and one line that says that %s is taken", status, out, errs, addr)
	}
}

func TestTheAddressShownIsTheOneToOpen(t *testing.T) {
	got := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 4848}
	for addr, want := range map[string]string{
		"localhost:4848": "localhost:4848",
		"localhost:0":    "localhost:4848",
		"127.0.0.1:4848": "127.0.0.1:4848",
		":4848":          "localhost:4848",
	} {
		if shown := shown(addr, got); shown != want {
			t.Errorf("listening at %q shows %q, want %q", addr, shown, want)
		}
	}
}
