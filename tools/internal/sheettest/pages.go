package main

import (
	"context"
	"fmt"
	"image"
	"image/draw"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"fortyeight/content"
	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/site"
	"fortyeight/site/view"
	"fortyeight/tools/internal/browser"
)

const (
	dpi   = 200
	perMM = dpi / 25.4
)

// pages prints sheets, makes each worse and has it read.
func (m *measure) pages(ctx context.Context, n, texts int) error {
	keys := m.keys(max(n, texts))
	if len(keys) == 0 {
		return nil
	}
	pdf := filepath.Join(m.folder, "sheets.pdf")
	if err := m.print(ctx, keys, pdf); err != nil {
		return err
	}
	text, err := exec.Command("pdftotext", "-raw", pdf, "-").Output()
	if err != nil {
		return err
	}
	said := strings.Join(strings.Fields(string(text)), "")
	for i, key := range keys {
		digits := sheet.Digits(key)
		m.tally.row("the PDF's text, the digits in order", 1).add(strings.Contains(said, digits))
		if i < n {
			whole, err := rasterise(pdf, i+1, dpi)
			if err != nil {
				return err
			}
			m.readPage(whole, digits)
		}
		if i < texts {
			if err := m.readText(pdf, i+1, key); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *measure) readPage(whole *image.Gray, digits string) {
	path := filepath.Join(m.folder, "page.jpg")
	read := func(picture *image.Gray, name string, bound float64, bars bool) {
		if err := writeJPEG(path, worse(picture)); err != nil {
			panic(err)
		}
		for _, d := range decoders {
			m.tally.row(name+", QR, "+d.name, bound).add(holds(d.qr(path), digits))
			if bars {
				m.tally.row(name+", Code 128, "+d.name, bound).add(holds(d.bars(path), digits))
			}
		}
	}
	read(whole, "printed, blurred, turned, JPEG", 0.99, true)
	code := findQR(whole)
	for _, damage := range []struct {
		name     string
		bound    float64
		anywhere bool
	}{{"blotted off the finder patterns", 0.95, false}, {"blotted anywhere", 0, true}} {
		picture := image.NewGray(whole.Rect)
		draw.Draw(picture, picture.Rect, whole, image.Point{}, draw.Src)
		blot(picture, code, damage.anywhere, m.random)
		read(picture, damage.name, damage.bound, false)
	}
}

// print prints a sheet a key, as keycheck and the page do.
func (m *measure) print(ctx context.Context, keys []keyformat.Key, path string) error {
	words, err := content.Words("en")
	if err != nil {
		return err
	}
	say := func(key string) string { return words[key] }
	var style strings.Builder
	for _, name := range []string{"paper", "sheet", "small", "blank"} {
		css, err := fs.ReadFile(site.Assets(), "sheet/"+name+".css")
		if err != nil {
			return err
		}
		style.Write(css)
	}
	if m.fonts != "" {
		fmt.Fprintf(&style, ".fe-sheet .fe-sheet__digits { font-family: %s }", m.fonts)
	}
	doc := view.SheetDocument{Lang: "en", Dir: "ltr", Words: say, Style: style.String(), Format: view.A4}
	for _, key := range keys {
		s := sheet.New(key, keyformat.ID{}, sheet.Fields{Device: "LAPTOP-7", Date: "2026-11-24"})
		doc.Sheets = append(doc.Sheets, view.SheetOf(say, s, ""))
	}
	html := filepath.Join(m.folder, "sheets.html")
	file, err := os.Create(html)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := view.SheetFile(doc).Render(ctx, file); err != nil {
		return err
	}
	tab, cancel, err := browser.Start(ctx)
	if err != nil {
		return err
	}
	defer cancel()
	if err := chromedp.Do(tab, chromedp.Navigate((&url.URL{Scheme: "file", Path: html}).String())); err != nil {
		return err
	}
	result, err := chromedp.Call(tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
	if err != nil {
		return err
	}
	return os.WriteFile(path, result.Data, 0o600)
}

// rasterise returns one page of a PDF.
func rasterise(pdf string, number, dpi int) (*image.Gray, error) {
	output, err := exec.Command("pdftoppm", "-gray", "-r", fmt.Sprint(dpi), "-f", fmt.Sprint(number), "-l", fmt.Sprint(number), pdf).Output()
	if err != nil {
		return nil, err
	}
	return parsePGM(output)
}
