package view

import "strconv"

// The mark is eight blocks in two rows of four, on a square of MarkSize units:
// blocks of 6 × 14 with gaps of 2 and a margin of 1, so that every edge falls
// on a whole pixel at 32 px and its multiples. Page, favicon and icons draw
// the same blocks.
const (
	MarkSize   = 32 // side of the square
	MarkRadius = 1  // radius of a block's corners
)

// A Block is one of the mark's eight blocks, in units of the mark.
type Block struct{ X, Y, W, H int }

// MarkBlocks returns the eight blocks in reading order.
func MarkBlocks() [8]Block {
	const width, height, gap, margin = 6, 14, 2, 1
	var blocks [8]Block
	for i := range blocks {
		blocks[i] = Block{
			X: margin + i%4*(width+gap),
			Y: margin + i/4*(height+gap),
			W: width,
			H: height,
		}
	}
	return blocks
}

func units(n int) string { return strconv.Itoa(n) }
