package sheet

import "fortyeight/keyformat"

// barQuiet is the free space before and after a Code 128, in modules: ten, as
// its standard asks for.
const barQuiet = 10

// A Bar is one line of bar code: a row of modules, true where it is dark, the
// quiet zones included.
type Bar []bool

// Bars returns the 48 digits of a key as Code 128, subset C, in one line or in
// two of 24 digits each. It panics for any other number of lines.
func Bars(key keyformat.Key, lines int) []Bar {
	if lines != 1 && lines != 2 {
		panic("sheet: a bar code has one line or two")
	}
	digits := Digits(key)
	var bars []Bar
	for length := len(digits) / lines; digits != ""; digits = digits[length:] {
		bars = append(bars, code128(digits[:length]))
	}
	return bars
}

// Path returns the bars as an SVG path, as wide as there are modules and one
// unit high: to be stretched.
func (b Bar) Path() string { return string(runPath(nil, b, 0, 0)) }

// BarsWidth returns the width of each line of a bar code in modules: the same
// for every key.
func BarsWidth(lines int) int { return len(Bars(keyformat.Key{}, lines)[0]) }

// code128 encodes pairs of digits: a start, a symbol a pair, a check symbol and
// a stop.
func code128(digits string) Bar {
	bar := make(Bar, barQuiet)
	add := func(symbol string) {
		for i, width := range symbol {
			for range width - '0' {
				bar = append(bar, i%2 == 0)
			}
		}
	}
	add(barSymbols[barStartC])
	sum := barStartC
	for i := 0; i < len(digits); i += 2 {
		value := int(digits[i]-'0')*10 + int(digits[i+1]-'0')
		add(barSymbols[value])
		sum += value * (i/2 + 1)
	}
	add(barSymbols[sum%barModulus])
	add(barStop)
	return append(bar, make(Bar, barQuiet)...)
}

const (
	barStartC  = 105
	barModulus = 103
	barStop    = "2331112"
)

// barSymbols are the widths of bars and spaces of each symbol, by its value
// (ISO/IEC 15417, table 1). In subset C the first hundred are pairs of digits.
var barSymbols = [...]string{
	"212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
	"221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
	"221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
	"212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
	"231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
	"231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
	"314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
	"112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
	"111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
	"214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
	"114131", "311141", "411131", "211412", "211214", "211232",
}
