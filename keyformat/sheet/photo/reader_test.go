package photo_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	qrcode "github.com/skip2/go-qrcode"

	"fortyeight/keyformat/sheet/photo"
)

// draw draws modules, size pixels each.
func draw(rows [][]bool, size int) photo.Picture {
	p := photo.Picture{Width: len(rows[0]) * size, Height: len(rows) * size}
	p.Pix = make([]byte, p.Width*p.Height)
	for i := range p.Pix {
		if !rows[i/p.Width/size][i%p.Width/size] {
			p.Pix[i] = 255
		}
	}
	return p
}

// encode draws a text as an encoder that is not ours writes it.
func encode(t *testing.T, text string, version int, level qrcode.RecoveryLevel) [][]bool {
	t.Helper()
	code, err := qrcode.NewWithForcedVersion(text, version, level)
	if err != nil {
		t.Fatal(err)
	}
	return code.Bitmap()
}

var levels = []qrcode.RecoveryLevel{qrcode.Low, qrcode.Medium, qrcode.High, qrcode.Highest}

func read(p photo.Picture) string {
	var reader photo.Reader
	texts := reader.Read(p)
	slices.Sort(texts)
	return strings.Join(texts, "|")
}

func TestEveryVersion(t *testing.T) {
	for version := 1; version <= 40; version++ {
		for i, level := range levels {
			if version > 10 && i != version%4 {
				continue // large ones take long; each level has its turn
			}
			text := strings.Repeat("0427", version)
			if read(draw(encode(t, text, version, level), 3)) != text {
				t.Errorf("version %d, level %d is not read", version, level)
			}
		}
	}
}

func TestEveryMode(t *testing.T) {
	for _, text := range []string{
		"0", "042647", "04264730231", "A", "BITLOCKER KEY 042647-302313 $%*+-./:",
		"042647-302313-590458-071500-554323-116567-412181-516978", "Schlüssel für Ada: 042647", "ключ 恢复", "{\"key\":\"042647\"}",
	} {
		if got := read(draw(encode(t, text, 6, qrcode.Medium), 4)); got != text {
			t.Errorf("%q reads as %q", text, got)
		}
	}
}

// seen returns a picture as it is seen through a window in which each place
// shows the place of the picture that from names.
func seen(p photo.Picture, width, height int, from func(x, y float64) (float64, float64)) photo.Picture {
	out := photo.Picture{Width: width, Height: height, Pix: make([]byte, width*height)}
	for i := range out.Pix {
		x, y := from(float64(i%width)+0.5, float64(i/width)+0.5)
		out.Pix[i] = 255
		if x >= 0 && y >= 0 && int(x) < p.Width && int(y) < p.Height {
			out.Pix[i] = p.Pix[int(y)*p.Width+int(x)]
		}
	}
	return out
}

func TestTurned(t *testing.T) {
	const text = "042647302313590458071500554323116567412181516978"
	flat := draw(encode(t, text, 3, qrcode.Highest), 5)
	for degrees := range 360 {
		sin, cos := math.Sincos(float64(degrees) * math.Pi / 180)
		middle := float64(flat.Width) / 2
		turned := seen(flat, 320, 320, func(x, y float64) (float64, float64) {
			return middle + (x-160)*cos + (y-160)*sin, middle - (x-160)*sin + (y-160)*cos
		})
		if read(turned) != text {
			t.Errorf("turned by %d degrees it is not read", degrees)
		}
	}
}

func TestInPerspective(t *testing.T) {
	for version, text := range map[int]string{1: "04264730231359045", 3: "042647302313590458071500554323116567412181516978", 8: strings.Repeat("042647", 8)} {
		level := qrcode.Highest
		flat := draw(encode(t, text, version, level), 8)
		side := float64(flat.Width)
		for _, lean := range []float64{-0.2, -0.1, 0.1, 0.2} { // the far edge is shorter by this part
			leaning := seen(flat, flat.Width, flat.Width, func(x, y float64) (float64, float64) {
				u, v := x/side-0.5, y/side-0.5
				w := 1 + lean*v
				return (u/w + 0.5) * side, (v/w + 0.5) * side
			})
			if read(leaning) != text {
				t.Errorf("version %d, leaning by %v, is not read", version, lean)
			}
		}
	}
}

func TestMirrored(t *testing.T) {
	flat := draw(encode(t, "042647", 2, qrcode.Medium), 4)
	mirrored := seen(flat, flat.Width, flat.Height, func(x, y float64) (float64, float64) { return float64(flat.Width) - x, y })
	if got := read(mirrored); got != "042647" {
		t.Errorf("in a mirror it reads %q", got)
	}
}

// TestSeveral: a list of keys is read whole, and a code that stands twice once.
func TestSeveral(t *testing.T) {
	var rows [][]bool
	for _, pair := range [][2]string{{"042647", "302313"}, {"590458", "071500"}, {"554323", "042647"}} {
		left, right := encode(t, pair[0], 3, qrcode.Highest), encode(t, pair[1], 3, qrcode.Highest)
		for y := range left {
			rows = append(rows, slices.Concat(left[y], right[y]))
		}
	}
	if got := read(draw(rows, 4)); got != "042647|071500|302313|554323|590458" {
		t.Errorf("six codes read as %q", got)
	}
}

func TestNothingToRead(t *testing.T) {
	noise := make([]byte, 200*150)
	for i := range noise {
		noise[i] = byte(i * i * 7919 >> 5)
	}
	squares := draw(encode(t, "042647", 40, qrcode.Low), 4)
	for i := range squares.Pix { // finder patterns everywhere
		x, y := i%squares.Width%36, i/squares.Width%36
		ring := min(x, y, 35-x, 35-y) / 4
		squares.Pix[i] = 255
		if ring == 1 || ring > 2 {
			squares.Pix[i] = 0
		}
	}
	for reason, p := range map[string]photo.Picture{
		"no picture":              {},
		"one pixel":               {Width: 1, Height: 1, Pix: []byte{0}},
		"a line":                  {Width: 1000, Height: 1, Pix: make([]byte, 1000)},
		"fewer pixels than sides": {Width: 10, Height: 10, Pix: make([]byte, 99)},
		"negative sides":          {Width: -1, Height: -1, Pix: make([]byte, 1)},
		"black":                   {Width: 300, Height: 200, Pix: make([]byte, 300*200)},
		"noise":                   {Width: 200, Height: 150, Pix: noise},
		"finder patterns alone":   squares,
	} {
		if got := read(p); got != "" {
			t.Errorf("%s reads as %d characters", reason, len(got))
		}
	}
}

func TestFromRGBA(t *testing.T) {
	p := photo.FromRGBA([]byte{255, 255, 255, 0, 0, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 9}, 2, 2, make([]byte, 100))
	if want := []byte{255, 0, 76, 149}; p.Width != 2 || p.Height != 2 || !slices.Equal(p.Pix, want) {
		t.Errorf("the grey is %v, want %v", p.Pix, want)
	}
	for _, size := range [][2]int{{2, 3}, {0, 4}, {-2, -2}, {4, 0}, {1 << 40, 1 << 40}} {
		if p := photo.FromRGBA(make([]byte, 16), size[0], size[1], nil); p.Pix != nil {
			t.Errorf("four pixels make a picture of %v", size)
		}
	}
}

// FuzzRead: no picture whatever makes it fail.
func FuzzRead(f *testing.F) {
	f.Add(make([]byte, 100), 10)
	code, err := qrcode.NewWithForcedVersion("042647", 1, qrcode.Low)
	if err != nil {
		f.Fatal(err)
	}
	p := draw(code.Bitmap(), 2)
	f.Add(p.Pix, p.Width)
	var reader photo.Reader
	f.Fuzz(func(t *testing.T, pix []byte, width int) {
		if width > 0 && len(pix) < 1<<16 {
			reader.Read(photo.Picture{Width: width, Height: len(pix) / width, Pix: pix[:len(pix)/width*width]})
		}
	})
}
