package kit

import (
	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/wasm/bridge"
)

const wantsSheet = "wants {key, id, repaired, device, drive, owner, date, note}, strings but for repaired; the key well-formed, all others may be missing"

// read makes the sheet that a call asks for.
func read(in bridge.Fields) (sheet.Sheet, bool) {
	k, ok := key(in)
	if !ok {
		return sheet.Sheet{}, false
	}
	text := func(name string) string {
		value, _ := in.Text(name)
		return value
	}
	s := sheet.New(k, keyformat.CheckID(text("id")).ID, sheet.Fields{
		Device: text("device"), Drive: text("drive"), Owner: text("owner"), Date: text("date"), Note: text("note"),
	})
	s.Repaired = text("repaired") == "true"
	return s, true
}

// sheetOf says what stands on a sheet: a Sheet.
func sheetOf(in bridge.Fields) string {
	s, ok := read(in)
	if !ok {
		return bridge.Usage("sheet " + wantsSheet)
	}
	var a bridge.Answer
	groups := s.Groups()
	first, rest := s.IDParts()
	a.Text("digits", sheet.Digits(s.Key))
	a.Texts("groups", groups[:])
	a.Text("idFirst", first)
	a.Text("idRest", rest)
	a.Text("device", s.Device)
	a.Text("drive", s.Drive)
	a.Text("owner", s.Owner)
	a.Text("date", s.Date)
	a.Text("note", s.Note)
	a.Bool("repaired", s.Repaired)

	code := sheet.QR(s.Key)
	var qr bridge.Answer
	qr.Int("size", sheet.QRSize)
	qr.Text("path", code.Path())
	qr.Text("svg", code.SVG())
	a.Object("qr", &qr)
	a.Objects("bars", bars(s.Key, 1))
	a.Objects("halves", bars(s.Key, 2))
	return a.End()
}

func bars(key keyformat.Key, lines int) []*bridge.Answer {
	var all []*bridge.Answer
	for _, bar := range sheet.Bars(key, lines) {
		one := new(bridge.Answer)
		one.Int("width", len(bar))
		one.Text("path", bar.Path())
		all = append(all, one)
	}
	return all
}

// textOf lays the sheet out as a text file: a TextFile. The sentences come with
// the call, since words are the page's.
func textOf(in bridge.Fields) string {
	s, ok := read(in)
	if !ok {
		return bridge.Usage("text " + wantsSheet + "; and the sentences sayTitle, sayCompare, sayUse, sayOther, sayRepaired, sayDevice, sayDrive, sayOwner, sayDate and sayNote")
	}
	say := func(name string) string {
		value, _ := in.Text("say" + name)
		return value
	}
	var a bridge.Answer
	a.Text("name", s.TextName())
	a.Text("text", s.Text(sheet.TextWords{
		Title: say("Title"), Compare: say("Compare"), Use: say("Use"), Other: say("Other"), Repaired: say("Repaired"),
		Device: say("Device"), Drive: say("Drive"), Owner: say("Owner"), Date: say("Date"), Note: say("Note"),
	}))
	return a.End()
}

// readBack compares what was read from a paper with the key that should stand
// on it: a ReadBack.
func readBack(in bridge.Fields) string {
	k, ok := key(in)
	text, ok2 := in.Text("text")
	if !ok || !ok2 {
		return bridge.Usage("readBack wants {key, text}, the key well-formed")
	}
	drill, groups := sheet.ReadBack(k, text)
	var a bridge.Answer
	a.Text("state", drill.String())
	a.Ints("groups", groups)
	return a.End()
}
