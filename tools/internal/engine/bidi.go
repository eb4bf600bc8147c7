package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"golang.org/x/net/websocket"
)

// A bidi is a connection that speaks WebDriver BiDi: commands with a number, and
// answers that repeat it. It is safe for concurrent use.
type bidi struct {
	conn *websocket.Conn

	mu      sync.Mutex
	last    int
	waiting map[int]chan bidiAnswer
	err     error // why nothing comes any more
}

type bidiAnswer struct {
	ID             int
	Error, Message string
	Result         json.RawMessage
}

// bidiOrigin is the origin that the browser is told to accept.
const bidiOrigin = "http://localhost"

// dialBidi connects to a browser and opens a session in it.
func dialBidi(ctx context.Context, address string) (*bidi, error) {
	config, err := websocket.NewConfig(address, bidiOrigin)
	if err != nil {
		return nil, err
	}
	conn, err := config.DialContext(ctx)
	if err != nil {
		return nil, err
	}
	b := &bidi{conn: conn, waiting: map[int]chan bidiAnswer{}}
	go b.read()
	return b, b.call(ctx, "session.new", object{"capabilities": object{}}, nil)
}

// read reads the connection as one stream, since a long message comes in several frames.
func (b *bidi) read() {
	messages := json.NewDecoder(b.conn)
	for {
		var answer bidiAnswer
		err := messages.Decode(&answer)
		b.mu.Lock()
		if err != nil {
			b.err = fmt.Errorf("the connection to the browser has ended: %w", err)
			for _, waiting := range b.waiting {
				close(waiting)
			}
			b.waiting = nil
			b.mu.Unlock()
			return
		}
		waiting := b.waiting[answer.ID]
		delete(b.waiting, answer.ID)
		b.mu.Unlock()
		if waiting != nil {
			waiting <- answer // it has room for one
		}
	}
}

// call sends a command and waits for its result.
func (b *bidi) call(ctx context.Context, method string, params object, into any) error {
	waiting := make(chan bidiAnswer, 1)
	b.mu.Lock()
	if b.err != nil {
		b.mu.Unlock()
		return b.err
	}
	b.last++
	id := b.last
	b.waiting[id] = waiting
	err := websocket.JSON.Send(b.conn, object{"id": id, "method": method, "params": params})
	b.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	case answer, ok := <-waiting:
		switch {
		case !ok:
			return b.err
		case answer.Error != "":
			return fmt.Errorf("%s: %s: %s", method, answer.Error, answer.Message)
		case into != nil:
			return json.Unmarshal(answer.Result, into)
		}
		return nil
	}
}
