package licences

import "bytes"

// identify returns the SPDX identifier of a licence's text, and "" for those that
// Fortyeight has not decided to live with.
func identify(text []byte) string {
	has := func(phrase string) bool { return bytes.Contains(text, []byte(phrase)) }
	switch {
	case has("Apache License") && has("Version 2.0"):
		return "Apache-2.0"
	case has("Permission is hereby granted, free of charge") && has("THE SOFTWARE IS PROVIDED"):
		return "MIT"
	case has("Redistribution and use in source and binary forms") && bytes.Contains(bytes.ToLower(text), []byte("neither the name")):
		return "BSD-3-Clause"
	case has("Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	}
	return ""
}
