// The rows of one search, fetched from the program as they come into sight.

const atOnce = 100; // rows asked for at a time
const most = 1000; // rows kept

export class Cache {
  #call;
  #told;
  #rows = new Map(); // position → row
  #from = 0; // what is in sight
  #to = 0;
  #stale = true; // all rows are to be asked for anew
  #asking = false;

  query = "";
  total = 0; // records that fit
  searched = 0; // records that were looked at

  /** call asks the program; told is called when rows have come. */
  constructor(call, told) {
    this.#call = call;
    this.#told = told;
  }

  at(position) {
    return this.#rows.get(position) ?? null;
  }

  /** positionOf returns where the record with an index stands among the rows at hand, or -1. */
  positionOf(index) {
    for (const [position, row] of this.#rows) if (row.index === index) return position;
    return -1;
  }

  /** search begins another search, or the same anew when records have been added. */
  search(query) {
    this.query = query;
    this.#stale = true;
    this.#ask();
  }

  /** want says which rows are in sight. */
  want(from, to) {
    this.#from = from;
    this.#to = to;
    this.#ask();
  }

  #missing() {
    if (this.#stale) return this.#from;
    for (let position = this.#from; position < Math.min(this.#to, this.total); position++) {
      if (!this.#rows.has(position)) return position;
    }
    return -1;
  }

  // One question at a time: what changes meanwhile is asked next, once.
  async #ask() {
    if (this.#asking) return;
    this.#asking = true;
    for (let from; (from = this.#missing()) >= 0; ) {
      const anew = this.#stale;
      this.#stale = false;
      const query = this.query;
      const answer = await this.#call("rows", { query, from, count: atOnce });
      if (!answer.rows) break; // the program has ended; its page says so
      if (query !== this.query) continue;
      if (anew || this.#rows.size > most) this.#rows.clear();
      this.total = answer.total;
      this.searched = answer.searched;
      answer.rows.forEach((row, i) => this.#rows.set(from + i, row));
      if (answer.rows.length === 0 && !anew) break;
      this.#told();
    }
    this.#asking = false;
  }
}
