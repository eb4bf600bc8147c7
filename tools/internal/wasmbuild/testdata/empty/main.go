// Command empty is the measure of size and speed for the programs: a Go
// program for the browser that starts, touches JavaScript and waits, and does
// nothing else.
package main

import "syscall/js"

func main() {
	js.Global()
	select {}
}
