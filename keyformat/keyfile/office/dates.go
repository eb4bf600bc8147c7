package office

import (
	"strconv"
	"strings"
)

// styles finds out which styles show a number as a date. Without the file
// none does.
func (b *book) styles() {
	custom := map[string]bool{}
	inCells := false
	b.each("xl/styles.xml", func(t *tags) {
		switch t.name {
		case "numFmt":
			if len(custom) < 1024 {
				custom[t.attr("numFmtId")] = isDateFormat(t.attr("formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if inCells && len(b.dates) < 1<<16 {
				id := t.attr("numFmtId")
				b.dates = append(b.dates, custom[id] || isBuiltinDate(id))
			}
		}
	})
}

// isBuiltinDate knows the formats that need no definition (ECMA-376 part 1,
// §18.8.30); those of East Asian versions are among them.
func isBuiltinDate(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58)
}

// isDateFormat reports whether a format shows days or years, outside of text
// in quotes and brackets.
func isDateFormat(code string) bool {
	quoted, bracket := false, false
	for _, c := range strings.ToLower(code) {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !quoted && !bracket && (c == 'y' || c == 'd'):
			return true
		}
	}
	return false
}

// dateText turns the days since the end of 1899, or since 1904, into a date,
// with the time if it is not midnight.
func dateText(number string, from04 bool) (string, bool) {
	serial, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(serial >= 1 && serial <= 200_000) {
		return "", false
	}
	days := int(serial)
	seconds := int((serial-float64(days))*86400 + 0.5)
	if seconds == 86400 {
		days, seconds = days+1, 0
	}
	if from04 {
		days += 1462
	}
	// Day 60 is a 29 February 1900 that never was; keys are younger.
	year, month, day := civil(days - 25569)
	text := two(year/100) + two(year%100) + "-" + two(month) + "-" + two(day)
	if seconds > 0 {
		text += " " + two(seconds/3600) + ":" + two(seconds/60%60) + ":" + two(seconds%60)
	}
	return text, true
}

// civil returns the date of a day that is counted from 1970, by eras of 400
// years that begin in March.
func civil(days int) (year, month, day int) {
	days += 719468
	era := days / 146097
	dayOfEra := days % 146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*m+2)/5 + 1
	month = m + 3
	year = yearOfEra + era*400
	if month > 12 {
		month, year = month-12, year+1
	}
	return year, month, day
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
