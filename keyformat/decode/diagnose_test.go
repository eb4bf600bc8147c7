package decode

import "testing"

func TestDiagnose(t *testing.T) {
	for _, test := range []struct {
		text string
		want Diagnosis
	}{
		{"543BCD04-365E-42E7-8873-83F4B1429DE1", KeyIDOnly},
		{"Recovery key ID: 543BCD04", KeyIDOnly},
		{"543BCD04-365E-42E7-319638-415987-699930", IDAndKeyGlued},
		{"543BCD04-365E-319638-415987-699930-123453", IDAndKeyGlued},
		{"368291-516923-041811-671330-359073-074756-226138", SevenGroups},
		{"368291 516923\n041811 671330\n359073 074756\n226138", SevenGroups},
		{"368291-516923-041811-671330", FewGroups},
		{"368291-516923-041811-671330-359073-074756-226138-163218-368291", MoreGroups},
		{"XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX", Redacted},
		{"Recovery Key:\n461109-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX", Redacted},
		{"******-******-******-******-******-******-******-******", Redacted},
		{"██████-██████-██████-██████-██████-██████-██████-██████", Redacted},
		{"VK7JG-NPHTM-C97JM-9MPGT-3V66T", TwentyFive},
		{"Product key: vk7jg-nphtm-c97jm-9mpgt-3v66t", TwentyFive},
		{"A1B2-C3D4-E5F6-G7H8-I9J0-K1L2", FileVaultKey},
		{"A1B2-C3D4-E5F6-G7H8-I9J0-K1L2-M3N4", AppleRecoveryKey},
		{"482913", SixDigitCode},
		{"Your security code is 482 913", SixDigitCode},
		{"4711", PasswordOrPIN},
		{"Summer2024!", PasswordOrPIN},
		{"", Nothing},
		{"hello", Nothing},
		{"Where would there never cause their first", Nothing}, // words of five letters
		{"2024-11-24 10:15", Nothing},
		{someKey, Nothing},
	} {
		if got := Diagnose(test.text); got != test.want {
			t.Errorf("%q: %v, want %v", test.text, got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	names := map[string]bool{}
	for _, d := range Diagnoses() {
		names[d.String()] = true
	}
	for s := range stateCount {
		names[s.String()] = true
	}
	for k := range changeCount {
		names[k.String()] = true
	}
	if want := int(diagnosisCount) + int(stateCount) + int(changeCount); len(names) != want || names[""] || names["unknown"] {
		t.Errorf("%d different names, want %d", len(names), want)
	}
	if diagnosisCount.String() != "unknown" || stateCount.String() != "unknown" || changeCount.String() != "unknown" {
		t.Error("a value out of range has a name")
	}
}
