package keyformat_test

import (
	"fmt"

	"fortyeight/keyformat"
)

func ExampleParseKey() {
	key, err := keyformat.ParseKey("Windows 11 key 2: 042647 302313 590458 071500 554323 116567 412181 516978")
	fmt.Println(key, err)
	// Output: 042647-302313-590458-071500-554323-116567-412181-516978 <nil>
}

func ExampleParseKey_wrong() {
	_, err := keyformat.ParseKey("042647-302313-590459-071500-554323-116567-412181-516978")
	fmt.Println(err)
	// Output: not a recovery key: group 3 is not a multiple of 11
}

func ExampleCheck() {
	report := keyformat.Check("042647-302313-590459-0715")
	fmt.Println(report.State)
	for i, group := range report.Groups[:4] {
		fmt.Println(i+1, group.Text, group.State)
	}
	// Output:
	// wrong
	// 1 042647 right
	// 2 302313 right
	// 3 590459 not-multiple-of-11
	// 4 0715 unfinished
}

func ExampleMatchID() {
	screen, _ := keyformat.ParseID("3fd763f9")
	known := []keyformat.ID{
		keyformat.MustParseID("ABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465"),
		keyformat.MustParseID("3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"),
	}
	how, fits := keyformat.MatchID(screen, known)
	fmt.Println(how, fits)
	// Output: beginning [1]
}
