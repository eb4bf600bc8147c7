// Command broken does not compile, for the test of what is said then.
package main

func main() {
	// The next line is the mistake.
	missing()
}
