package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// A webdriver speaks WebDriver to an address: requests with JSON, values for answers.
type webdriver struct{ base string }

func (w webdriver) call(ctx context.Context, method, path string, params object, into any) error {
	var body io.Reader
	if params != nil {
		text, err := json.Marshal(params)
		if err != nil {
			return err
		}
		body = bytes.NewReader(text)
	}
	r, err := http.NewRequestWithContext(ctx, method, w.base+path, body)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s %s: %s: %w", method, path, response.Status, err)
	}
	if response.StatusCode != http.StatusOK {
		var problem struct{ Error, Message string }
		json.Unmarshal(answer.Value, &problem)
		return fmt.Errorf("%s %s: %s: %s", method, path, problem.Error, problem.Message)
	}
	if into != nil {
		return json.Unmarshal(answer.Value, into)
	}
	return nil
}
