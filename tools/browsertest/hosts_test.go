package browsertest

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/pipeline"
)

// TestHosts serves a build with nginx and with Caddy by the snippets that lie in
// it: every file has the headers of the one list, and the checker works there.
func TestHosts(t *testing.T) {
	for name, host := range map[string]struct {
		snippet string
		config  func(snippet, root, address string) string
		command func(folder, config string) []string
	}{
		"nginx": {"nginx.conf", nginxConfig, func(folder, config string) []string {
			return []string{"-p", folder, "-c", config, "-e", filepath.Join(folder, "errors")}
		}},
		"caddy": {"Caddyfile", caddyConfig, func(_, config string) []string {
			return []string{"run", "--config", config, "--adapter", "caddyfile"}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			program, err := exec.LookPath(name)
			if err != nil {
				t.Skipf("there is no %s here, so its snippet is not tried; apt-get install %s", name, name)
			}
			folder := t.TempDir()
			root := filepath.Join(folder, "dist")
			if err := pipeline.Write(root, built.Site); err != nil {
				t.Fatal(err)
			}
			snippet, ok := built.Site.Find("embed/v1/module/" + host.snippet)
			if !ok {
				t.Fatalf("the build has no %s", host.snippet)
			}
			address := freeAddress(t)
			config := filepath.Join(folder, "config")
			if err := os.WriteFile(config, []byte(host.config(string(snippet), root, address)), 0o600); err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithCancel(t.Context())
			command := exec.CommandContext(ctx, program, host.command(folder, config)...)
			command.Env = append(os.Environ(), "HOME="+folder, "XDG_DATA_HOME="+folder, "XDG_CONFIG_HOME="+folder)
			var said strings.Builder
			command.Stderr = &said
			command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
			if err := command.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan struct{})
			go func() { command.Wait(); close(ended) }()
			t.Cleanup(func() { stop(); <-ended })
			for {
				if connection, err := net.Dial("tcp", address); err == nil {
					connection.Close()
					break
				}
				select {
				case <-ended:
					t.Fatalf("%s does not start: %s", name, said.String())
				default:
				}
			}
			compareHeaders(t, "http://"+address)
			tab := browser.Page(t)
			tab.Open("http://" + address + "/")
			enter(tab, "#key", sample)
			verdict(tab, "key-well-formed")
			tab.Open("http://" + address + "/trust/")
			got := browser.Eval[string](tab, `import("/embed/v1/module/check.js").then((module) => (`+scenario+`)(module, "`+sample+`", "`+sampleID+`", "`+otherID+`"))`)
			if got != scenarioWant {
				t.Errorf("there the module says\n\t%s\nwant\n\t%s", got, scenarioWant)
			}
		})
	}
}

// compareHeaders asks a host for every file.
func compareHeaders(t *testing.T, host string) {
	t.Helper()
	for _, f := range built.Site.Files {
		path := "/" + strings.TrimSuffix(f.Path, "index.html")
		response, err := http.Head(host + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s is answered with %s", path, response.Status)
		}
		for _, h := range built.Site.Headers.For(path) {
			if got := response.Header.Values(h.Name); len(got) != 1 || got[0] != h.Value {
				t.Errorf("%s: %s is %q, want %q", path, h.Name, got, h.Value)
			}
		}
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// nginxConfig is the least that a server needs around the snippet, whose two parts
// an empty line divides.
func nginxConfig(snippet, root, address string) string {
	inHTTP, inServer, _ := strings.Cut(snippet, "\n\n")
	user := ""
	if os.Getuid() == 0 {
		user = "user root;" // else the workers become somebody who cannot read the folder
	}
	return user + fmt.Sprintf(`daemon off; pid nginx.pid; worker_processes 1;
events {}
http {
	include /etc/nginx/mime.types; access_log off; client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
	%s
	server { listen %s; root %s;
	%s
	}
}
`, inHTTP, address, root, inServer)
}

func caddyConfig(snippet, root, address string) string {
	return fmt.Sprintf("{\n\tadmin off\n\tauto_https off\n}\nhttp://%s {\n\troot * %s\n\tfile_server\n%s}\n", address, root, snippet)
}
