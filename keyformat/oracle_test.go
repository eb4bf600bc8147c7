package keyformat

import (
	"strconv"
	"strings"
	"testing"
)

const sample = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128

// schoolRule is the slow obvious version of the rule: the alternating sum that
// is taught for 11, and a comparison of texts.
func schoolRule(group string) GroupState {
	sum := 0
	for i, c := range group {
		if i%2 == 0 {
			sum += int(c - '0')
		} else {
			sum -= int(c - '0')
		}
	}
	switch {
	case group > "720885":
		return GroupTooLarge
	case sum%11 != 0:
		return GroupNotMultiple
	}
	return GroupRight
}

func sixDigits(n int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", GroupDigits-len(s)) + s
}

// TestEveryGroup compares Check with the school rule for all 1,000,000 groups,
// and counts those that are right.
func TestEveryGroup(t *testing.T) {
	right := 0
	for n := range 1_000_000 {
		group := sixDigits(n)
		got := Check(group).Groups[0]
		if want := schoolRule(group); got.State != want || got.Text != group {
			t.Fatalf("group number %d: %v, the school rule says %v", n, got.State, want)
		}
		if got.State == GroupRight {
			right++
		}
	}
	if right != 1<<16 {
		t.Errorf("%d groups are right, want 65536", right)
	}
}

// TestEverySlip makes every single wrong digit and every swap of unequal
// neighbours in a group: each is noticed, in its group and in no other.
func TestEverySlip(t *testing.T) {
	try := func(text string, group int) {
		report := Check(text)
		if report.State != Wrong || len(report.Problems) != 1 || report.Problems[0].Group != group {
			t.Errorf("a slip in group %d: %v, %v", group, report.State, report.Problems)
		}
	}
	slips := 0
	for i := range len(sample) {
		group := i/(GroupDigits+1) + 1
		if sample[i] == '-' {
			continue
		}
		for d := byte('0'); d <= '9'; d++ {
			if d != sample[i] {
				try(sample[:i]+string(d)+sample[i+1:], group)
				slips++
			}
		}
		if i+1 < len(sample) && sample[i+1] != '-' && sample[i] != sample[i+1] {
			try(sample[:i]+sample[i+1:i+2]+sample[i:i+1]+sample[i+2:], group)
			slips++
		}
	}
	if slips < 48*9 {
		t.Errorf("only %d slips were tried", slips)
	}
}

// TestEveryBeginning types the sample digit by digit, with hyphens, without
// and with spaces: at every moment the finished groups are right and nothing
// is called wrong.
func TestEveryBeginning(t *testing.T) {
	for _, separator := range []string{"-", "", " ", "\n"} {
		text := strings.ReplaceAll(sample, "-", separator)
		digits := 0
		for i := range len(text) {
			if text[i] >= '0' && text[i] <= '9' {
				digits++
			}
			report := Check(text[:i+1])
			want := Unfinished
			if digits == Groups*GroupDigits {
				want = Valid
			}
			right := 0
			for _, g := range report.Groups {
				if g.State == GroupRight {
					right++
				}
			}
			if report.State != want || right != digits/GroupDigits {
				t.Errorf("separator %q, %d digits: %v with %d groups right", separator, digits, report.State, right)
			}
		}
	}
}

// TestKeyRoundTrips walks keys through bytes and text.
func TestKeyRoundTrips(t *testing.T) {
	var b [16]byte
	for n := range 4096 {
		for i := range b {
			b[i] = byte(n*(i+7) ^ n>>3*(i+1))
		}
		k := KeyFromBytes(b)
		back, err := ParseKey(k.String())
		if err != nil || back != k || back.Bytes() != b {
			t.Fatalf("bytes %x do not come back: %v", b, err)
		}
	}
	// The words of the sample, from domain.md §1.4.
	want := [16]byte{0x25, 0x0f, 0x5b, 0x6b, 0xae, 0xd1, 0x64, 0x19, 0xd9, 0xc4, 0x65, 0x29, 0x5f, 0x92, 0x96, 0xb7}
	if got := MustParseKey(sample).Bytes(); got != want {
		t.Errorf("bytes of the sample %x, want %x", got, want)
	}
	if got := MustParseKey(sample).Group(8); got != 516978 {
		t.Error("group 8 of the sample is not what it spells")
	}
}
