// Package export makes the large export that reading is measured with: a CSV
// of 100,000 rows such as a script makes of Microsoft Graph, and the same rows
// padded with further columns to ten times the size.
//
// The keys and IDs are made up from a fixed seed, so that every run on every
// machine makes the same bytes. They open nothing.
package export

import (
	"bufio"
	"io"
	"math/rand/v2"
	"strconv"

	"fortyeight/keyformat"
)

const (
	// Rows is the number of rows of the export that budgets speak of; it has
	// 16.7 MB.
	Rows = 100_000
	// Padding is how many bytes of further columns make each row ten times as
	// long: 160 MB for the same records.
	Padding = 1440
)

// seed makes the export the same everywhere.
const seed = 48

// A Row is one row of the export.
type Row struct {
	Key      keyformat.Key
	ID       keyformat.ID
	Device   string // LAPTOP-… or DESKTOP-…
	DeviceID keyformat.ID
	Volume   string // as Graph numbers it, 1 to 3
	Created  string // RFC 3339
}

// Each gives the rows of the export in order.
func Each(rows int, do func(Row)) {
	r := rand.New(rand.NewPCG(seed, seed))
	for range rows {
		do(Row{
			Key:      keyformat.KeyFromBytes(sixteen(r)),
			ID:       guid(r),
			Device:   device(r),
			DeviceID: guid(r),
			Volume:   strconv.Itoa(1 + r.IntN(3)),
			Created: "20" + two(r, 18, 26) + "-" + two(r, 1, 12) + "-" + two(r, 1, 28) +
				"T" + two(r, 0, 23) + ":" + two(r, 0, 59) + ":" + two(r, 0, 59) + "Z",
		})
	}
}

// Write writes an export of so many rows with a header, and so many bytes of
// padding in each.
func Write(w io.Writer, rows, padding int) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("id,key,deviceDisplayName,deviceId,volumeType,createdDateTime")
	pad := cells(padding)
	for i := range pad {
		out.WriteString(",column" + strconv.Itoa(i+1))
	}
	out.WriteString("\n")
	turn := 0
	Each(rows, func(r Row) {
		for i, cell := range []string{r.ID.String(), r.Key.String(), r.Device, r.DeviceID.String(), r.Volume, r.Created} {
			if i > 0 {
				out.WriteByte(',')
			}
			out.WriteString(cell)
		}
		for i := range pad {
			out.WriteByte(',')
			out.WriteString(pad[(i+turn)%len(pad)])
		}
		turn++
		out.WriteByte('\n')
	})
	return out.Flush()
}

// cells returns cells of together so many bytes, their commas included: words,
// numbers, dates and addresses, as other columns have them.
func cells(size int) (list []string) {
	kinds := []string{"Windows 11 Enterprise", "10.0.22631.4317", "compliant", "2024-11-26 07:30:12", "Contoso Ltd. Warehouse North", "192.168.144.17", "company", "4C4C4544"}
	for i := 0; size > 0; i++ {
		cell := kinds[i%len(kinds)]
		if len(cell)+1 > size {
			cell = cell[:size-1]
		}
		list = append(list, cell)
		size -= len(cell) + 1
	}
	return list
}

func sixteen(r *rand.Rand) (b [16]byte) {
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// guid returns a GUID of version 4, as Windows makes them.
func guid(r *rand.Rand) keyformat.ID {
	b := sixteen(r)
	b[6], b[8] = b[6]&0x0F|0x40, b[8]&0x3F|0x80
	return keyformat.IDFromBytes(b)
}

func device(r *rand.Rand) string {
	const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
	b := []byte([]string{"LAPTOP-", "DESKTOP-"}[r.IntN(2)])
	for range 4 + r.IntN(4) {
		b = append(b, letters[r.IntN(len(letters))])
	}
	return string(b)
}

func two(r *rand.Rand, from, to int) string {
	n := from + r.IntN(to-from+1)
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}
