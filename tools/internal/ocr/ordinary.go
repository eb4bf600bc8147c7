package ocr

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"fortyeight/keyformat/decode"
)

// ordinary reads generated documents of the kinds that hold many numbers and no
// key, and returns in how many of them one was listed: a false alarm.
func ordinary(w io.Writer, n int, each bool) (listed int) {
	source := rand.New(rand.NewPCG(48, 3))
	certain := 0
	for i := range n {
		kind := documents[i%len(documents)]
		text := kind.write(page{source})
		r := decode.Read(text)
		if len(r.Candidates) > 0 {
			listed++
			if each {
				fmt.Fprintf(w, "%s %d: %s, the likeliest at %.4f\n", kind.name, i, r.State, r.Candidates[0].Probability)
			}
		}
		if r.State == decode.Certain {
			certain++
		}
	}
	fmt.Fprintf(w, "%d ordinary documents without a key\n", n)
	share(w, "a key listed", listed, n)
	share(w, "a key certain", certain, n)
	return listed
}

// documents are the kinds: what people paste or photograph by mistake, and what
// a folder of text files holds.
var documents = []struct {
	name  string
	write func(page) string
}{
	{"log", func(p page) string {
		return p.lines(20, 80, func() string {
			return p.fill("2026-0#-1# 1#:%%:%%.### host%# sshd[####]: Accepted publickey for user from 10.#.%%.1## port 5#### ssh2: RSA SHA256:&&&&&&&&&&&&&&&&")
		})
	}},
	{"kernel log", func(p page) string {
		return p.lines(20, 80, func() string {
			return p.fill("[ ####.######] pci 0000:0#:1&.0: BAR #: assigned [mem 0x&&&&&&&&-0x&&&&&&&& 64bit]")
		})
	}},
	{"access log", func(p page) string {
		return p.lines(10, 60, func() string {
			return p.fill(`1##.%%.##.### - - [1#/Nov/2026:1#:%%:%% +0000] "GET /item/######?page=# HTTP/1.1" 200 #####`)
		})
	}},
	{"sales", func(p page) string {
		return p.lines(20, 80, func() string { return p.fill("######,2026-0#-1#,#,#%.##,##%.##,DE,######") })
	}},
	{"measurements", func(p page) string {
		return p.lines(30, 90, func() string { return p.fill("%%.####\t%%.####\t-#.######\t###.##\t######") })
	}},
	{"six digit table", func(p page) string {
		columns := strings.TrimRight(strings.Repeat("###### ", 4+p.IntN(8)), " ")
		return p.lines(5, 40, func() string { return p.fill(columns) })
	}},
	{"sign-in codes", func(p page) string { return p.lines(8, 60, func() string { return p.fill("######") }) }},
	{"backup codes", func(p page) string { return p.lines(5, 12, func() string { return p.fill("#### ####   #### ####") }) }},
	{"prose", func(p page) string {
		return p.lines(10, 40, func() string {
			return p.pick("In 19## about #####0 people lived here, in 20## they were ######.", "Section %.# says that ## of ### cases took %# days.",
				"The meeting on %# May 20## was put off to 1#:30.", "It cost ###.## euros, order number ########.", "Call me at 0## ###### or 01## #######.")
		})
	}},
	{"phone list", func(p page) string {
		return p.lines(10, 60, func() string {
			return p.pick("Miller, Ann", "Okafor, Ben", "Sato, Chie") + "  " + p.pick("+49 ### ######", "(###) ###-####", "0## #### ####", "+44 20 #### ####", "555-###-####", "##-##-##-##-##")
		})
	}},
	{"hashes", func(p page) string {
		hex := strings.Repeat("&", []int{32, 40, 64}[p.IntN(3)])
		return p.lines(5, 30, func() string { return p.fill(hex) + "  file" + p.fill("##") + ".bin" })
	}},
	{"GUIDs", func(p page) string {
		return p.lines(5, 30, func() string { return p.fill("{&&&&&&&&-&&&&-4&&&-a&&&-&&&&&&&&&&&&}") })
	}},
	{"hex dump", func(p page) string {
		return p.lines(10, 40, func() string { return p.fill("0000####  "+strings.Repeat("&& ", 16)) + "|................|" })
	}},
	{"zeros", func(p page) string {
		return p.lines(10, 40, func() string {
			return p.fill("0000####  ") + strings.Repeat(p.pick("00 ", "ff ", "0000 ", "000000 ", "00000000 "), 8)
		})
	}},
	{"invoice", func(p page) string {
		return p.fill("Invoice 2026-#####\nCustomer ######\nDate ##.0#.2026\n") +
			p.lines(4, 20, func() string { return p.fill("Item ######  % x ##.## EUR   ###.##") }) +
			p.fill("VAT DE#########\nIBAN DE## #### #### #### #### ##\nBIC COBADEFF###\nTotal ####.## EUR\n")
	}},
	{"bank statement", func(p page) string {
		return p.lines(10, 50, func() string { return p.fill("0#.1#. 0#.1#. Transfer ######## ########## ref ############ -###,##") })
	}},
	{"cards", func(p page) string {
		return p.lines(3, 12, func() string { return p.fill("4### #### #### ####  0#/2#  ###") })
	}},
	{"masked cards", func(p page) string {
		return p.lines(3, 12, func() string { return p.fill("**** **** **** ####  Ref ######-######") })
	}},
	{"bar codes", func(p page) string {
		return p.lines(10, 40, func() string { return p.fill("40#####%%%%%#  9783%########  1Z999AA#########0") })
	}},
	{"addresses of network cards", func(p page) string {
		return p.lines(8, 40, func() string { return p.fill("00-1&-&&-&&-&&-&&  192.168.#.1##") })
	}},
	{"times", func(p page) string {
		return p.lines(10, 60, func() string { return p.fill("17########,17########%%%,####,######") })
	}},
	{"coordinates", func(p page) string {
		return p.lines(10, 50, func() string { return p.fill("5%.######, 1%.######; 4%.######, 0%.######") })
	}},
	{"digits", func(p page) string { return p.fill(strings.Repeat("#", 50+p.IntN(400))) }},
	{"groups of five", func(p page) string {
		return p.lines(5, 30, func() string { return p.fill("##### ##### ##### ##### #####") })
	}},
	{"form", func(p page) string {
		return p.lines(5, 20, func() string { return p.fill("Name ____________  No. ____-####  Date __.__.20##") })
	}},
	{"serial numbers", func(p page) string {
		return p.lines(8, 40, func() string {
			return p.fill("PC-##### SN ") + p.pick("5CD#####&&", "######-##-###### ", "&&&&-&&&&-&&&&", "######-######-######")
		})
	}},
}

// A page fills in templates.
type page struct{ *rand.Rand }

// fill replaces # by a digit, % by a digit that is not 0, and & by a hex digit.
func (p page) fill(template string) string {
	b := []byte(template)
	for i, c := range b {
		switch c {
		case '#':
			b[i] = '0' + byte(p.IntN(10))
		case '%':
			b[i] = '1' + byte(p.IntN(9))
		case '&':
			b[i] = "0123456789abcdef"[p.IntN(16)]
		}
	}
	return string(b)
}

func (p page) pick(templates ...string) string { return p.fill(templates[p.IntN(len(templates))]) }

func (p page) lines(least, most int, line func() string) string {
	var b strings.Builder
	for range least + p.IntN(most-least+1) {
		b.WriteString(line() + "\n")
	}
	return b.String()
}
