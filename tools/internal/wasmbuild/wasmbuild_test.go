package wasmbuild

import (
	"bytes"
	"strings"
	"testing"
)

func TestTwoBuildsGiveTheSameBytes(t *testing.T) {
	first, err := Empty(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(first, []byte("\x00asm")) {
		t.Fatalf("the program starts with %q, which is no WebAssembly", first[:4])
	}

	// The second build happens elsewhere, with everything set that could
	// make a difference.
	t.Chdir("testdata/empty")
	for name, value := range map[string]string{
		"GOFLAGS":     "-ldflags=-X=main.x=y -tags=other",
		"GOWASM":      "satconv",
		"CGO_ENABLED": "1",
		"GOOS":        "linux",
		"GOARCH":      "amd64",
		"GOFIPS140":   "latest",
	} {
		t.Setenv(name, value)
	}
	second, err := Empty(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("two builds differ: %d and %d bytes", len(first), len(second))
	}
}

func TestTheProgramNamesNoFolder(t *testing.T) {
	root, err := Root(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	program, err := Empty(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(program, []byte(root)) {
		t.Error("the program contains the path of the folder it was built in")
	}
}

func TestAnErrorNamesThePackageAndTheLine(t *testing.T) {
	_, err := Compile(t.Context(), "./tools/internal/wasmbuild/testdata/broken")
	if err == nil {
		t.Fatal("a package that does not compile was compiled")
	}
	for _, part := range []string{"testdata/broken", "main.go:6"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not say %q: %v", part, err)
		}
	}
}

func TestRuntimeIsTheOneForTheBrowser(t *testing.T) {
	script, err := Runtime(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(script, []byte("globalThis.Go = class")) {
		t.Error("wasm_exec.js does not define Go")
	}
}
