package licences

import "testing"

func TestIdentify(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Apache License\nVersion 2.0, January 2004", "Apache-2.0"},
		{"Permission is hereby granted, free of charge, to any person\nTHE SOFTWARE IS PROVIDED \"AS IS\"", "MIT"},
		{"Redistribution and use in source and binary forms\nNeither the name of the author", "BSD-3-Clause"},
		{"Redistribution and use in source and binary forms", "BSD-2-Clause"},
		{"GNU GENERAL PUBLIC LICENSE", ""},
	} {
		if got := identify([]byte(test.text)); got != test.want {
			t.Errorf("%q is called %q, want %q", test.text, got, test.want)
		}
	}
}

// TestComplete: what has no reason and what is gone are both named.
func TestComplete(t *testing.T) {
	var all []Module
	for path, reason := range reasons {
		all = append(all, Module{Path: path, Reason: reason})
	}
	if err := complete(all); err != nil {
		t.Errorf("all have their reasons, but: %v", err)
	}
	if err := complete(all[1:]); err == nil {
		t.Error("a reason without a module is not noticed")
	}
	if err := complete(append(all, Module{Path: "example.org/new"})); err == nil {
		t.Error("a module without a reason is not noticed")
	}
}
