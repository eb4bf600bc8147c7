package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"

	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/portal"
	"fortyeight/tools/internal/webserver"
)

// defaultAddr is the site's address until it has one of its own; content/site.json
// says the same.
const defaultAddr = "localhost:4848"

// defaultPortal is another origin: the port makes the difference.
const defaultPortal = "localhost:4840"

// serve builds everything and serves it until it is interrupted.
func serve(ctx context.Context, args []string, out io.Writer) error {
	flags := options("serve", `Builds everything and serves it with the headers that the host will send.
Beside it, on a second port, stands a helpdesk's page that has the checker in a
ticket. Stop both with Ctrl-C; start again to see a change.
`, out)
	addr := flags.String("addr", defaultAddr, "where to listen: host:port; port 0 takes any that is free")
	desk := flags.String("portal", defaultPortal, "where the helpdesk's page listens; empty for nowhere")
	uncompressed := flags.Bool("uncompressed", false, "play a host that does not compress")
	if err := parse(flags, args); err != nil {
		return err
	}

	// The port comes first: whoever has it taken need not wait for the build.
	listener, err := listen(ctx, *addr)
	if err != nil {
		return err
	}
	defer listener.Close()

	built, err := pipeline.Run(ctx, out)
	if err != nil {
		return err
	}
	var how []webserver.Option
	if *uncompressed {
		how = append(how, webserver.Uncompressed)
	}
	server := &http.Server{
		Handler:           webserver.New(built.Site, how...),
		ReadHeaderTimeout: 10 * time.Second,
	}
	address := "http://" + shown(*addr, listener.Addr())
	if *desk != "" {
		if err := servePortal(ctx, *desk, address, out); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "Serving %s – Ctrl-C stops.\n", address)
	context.AfterFunc(ctx, func() { server.Close() })
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// servePortal serves the helpdesk's page until ctx ends.
func servePortal(ctx context.Context, addr, site string, out io.Writer) error {
	listener, err := listen(ctx, addr)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: portal.New(site), ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { server.Close() })
	go server.Serve(listener)
	fmt.Fprintf(out, "A helpdesk's page with the checker in it: http://%s\n", shown(addr, listener.Addr()))
	return nil
}

func listen(ctx context.Context, addr string) (net.Listener, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is taken, perhaps by another serve: stop that one, or choose a port with -addr localhost:4849", addr)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen at %q: give host and port, as in -addr localhost:4849: %w", addr, err)
	}
	return listener, nil
}

// shown is the address to open: the host as it was given, since localhost and
// 127.0.0.1 are two places for a browser, and the port as it came out.
func shown(addr string, got net.Addr) string {
	host, _, err := net.SplitHostPort(addr)
	_, port, err2 := net.SplitHostPort(got.String())
	if err != nil || err2 != nil {
		return got.String()
	}
	if host == "" {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
