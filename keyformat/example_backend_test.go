package keyformat_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"fortyeight/keyformat"
)

// checkKey answers with what is wrong, by group, and never with a digit.
func checkKey(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(io.LimitReader(r.Body, 4096))
	if err != nil {
		http.Error(w, "the text did not arrive", http.StatusBadRequest)
		return
	}
	type problem struct {
		Kind  string `json:"kind"`
		Group int    `json:"group"` // 1 to 8, or 0 for the whole text
	}
	report := keyformat.Check(string(text))
	problems := []problem{}
	for _, p := range report.Problems {
		problems = append(problems, problem{p.Kind.String(), p.Group})
	}
	json.NewEncoder(w).Encode(map[string]any{"state": report.State.String(), "problems": problems})
}

// A portal's own server checks what an agent typed.
func Example_backend() {
	r := httptest.NewRequest("POST", "/check", strings.NewReader("042647-302313-590459-071500-554323-116567-412181-516978"))
	w := httptest.NewRecorder()
	checkKey(w, r)
	fmt.Print(w.Body)
	// Output: {"problems":[{"kind":"not-multiple-of-11","group":3}],"state":"wrong"}
}
