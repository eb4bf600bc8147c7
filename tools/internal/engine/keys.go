package engine

// Keys that write no letter, for [Page.Type]. They are WebDriver's own code points.
const (
	Backspace = "\uE003"
	Tab       = "\uE004"
	Enter     = "\uE007"
	Escape    = "\uE00C"
	Space     = " "
	Home      = "\uE011"
	Left      = "\uE012"
	Up        = "\uE013"
	Right     = "\uE014"
	Down      = "\uE015"
	Delete    = "\uE017"
)

type object = map[string]any

// keyActions is what WebDriver and BiDi are told to press keys.
func keyActions(keys string) []object {
	var actions []object
	for _, key := range keys {
		actions = append(actions,
			object{"type": "keyDown", "value": string(key)},
			object{"type": "keyUp", "value": string(key)})
	}
	return []object{{"type": "key", "id": "keyboard", "actions": actions}}
}

// pressActions is what they are told to press a point.
func pressActions(x, y float64) []object {
	return []object{{
		"type": "pointer", "id": "mouse", "parameters": object{"pointerType": "mouse"},
		"actions": []object{
			{"type": "pointerMove", "x": int(x), "y": int(y), "origin": "viewport"},
			{"type": "pointerDown", "button": 0},
			{"type": "pointerUp", "button": 0},
		},
	}}
}
