// Where rows stand in a list that can be too high for a browser. All rows are
// of one height, but for one that may be open and is higher.
//
// No browser makes an element as high as a million rows, and some stop at
// 10,000,000 px. So a list has a highest height, and where the rows would need
// more, a place in the list stands for a place among the rows further down.

const highest = 4_000_000; // px

export class Strip {
  count = 0; // rows
  height = 100; // of a row, px
  open = -1; // position of the row that is higher, from 0
  more = 0; // by how much
  view = 0; // height of what is in sight

  /** total is how high all rows are. */
  get total() {
    return this.count * this.height + (this.open >= 0 ? this.more : 0);
  }

  /** list is how high the list is. */
  get list() {
    return Math.min(this.total, highest);
  }

  /** furthest is the place among the rows at which the last one is in sight. */
  get furthest() {
    return Math.max(0, this.total - this.view);
  }

  /** ratio is how far it leads among the rows to go 1 px in the list. */
  get ratio() {
    return this.total > highest ? this.furthest / (highest - this.view) : 1;
  }

  /** place is where a row begins among the rows. */
  place(position) {
    return position * this.height + (this.open >= 0 && position > this.open ? this.more : 0);
  }

  /** rowAt is the position of the row at a place among the rows. */
  rowAt(place) {
    const row = Math.floor(place / this.height);
    if (this.open < 0 || row <= this.open) return row;
    return Math.max(this.open, Math.floor((place - this.more) / this.height));
  }

  /** bring returns a place among the rows from which a row is in sight, as near to top as can be. */
  bring(position, top) {
    const from = this.place(position);
    const to = this.place(position + 1);
    if (from < top) return from;
    return to > top + this.view ? Math.min(from, to - this.view) : top;
  }
}
