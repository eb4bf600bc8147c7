// Package archtest holds the house in shape: which folder may import which, what
// must never reach a program for the browser, and what stands at the top of
// the repository.
//
// It has tests only. Each rule stands beside its reason, and the reason is
// printed when the rule is broken. Whoever wants to change a rule answers the
// reason first.
package archtest
