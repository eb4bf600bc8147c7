package site

import (
	"embed"
	"io/fs"
)

//go:embed assets
var assets embed.FS

// Assets returns the folder site/assets: style sheets and scripts, a folder a
// component. It is the Assets of a real build's [Input].
func Assets() fs.FS {
	folder, err := fs.Sub(assets, "assets")
	if err != nil {
		panic(err) // fs.Sub fails only for a name that is no path
	}
	return folder
}
