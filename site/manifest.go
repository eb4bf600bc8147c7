package site

import (
	"encoding/json"
)

// A manifest is what a browser asks for before it puts the site among the
// programs of a device. Colours are those of the light scheme: the format knows
// one only, and every page says both itself.
type manifest struct {
	Name        string         `json:"name"`
	Description string         `json:"description"`
	Lang        string         `json:"lang"`
	Dir         string         `json:"dir"`
	Start       string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Theme       string         `json:"theme_color"`
	Background  string         `json:"background_color"`
	Icons       []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// addManifest writes the manifest of a language, in which the program starts
// with that language's front page, and returns its address.
func (o *Output) addManifest(pr *press) (address string, err error) {
	m := manifest{
		Name: "Fortyeight", Lang: pr.code, Dir: pr.frame.Dir,
		Start: home(pr.code), Scope: "/", Display: "standalone",
		Theme: lightPage, Background: lightPage, Icons: pr.icons,
	}
	if front := pr.page("check"); front != nil {
		m.Description = front.front.Description
	}
	data, err := json.Marshal(m)
	return o.add(assetPath("app."+pr.code, ".webmanifest", data), data), err
}
