// What people do with keys that were found: show one, put it into the field,
// type it, print some.

export class Acts {
  #call;
  #page;
  #parts = []; // where keys are listed
  #shown = null; // {index, where, key, …} of the key that is shown; one at most

  /** call asks the program; page is that of FilePanel. */
  constructor(call, page) {
    this.#call = call;
    this.#page = page;
  }

  /** listedIn says where keys are listed: each part has reveal(shown), null for none. */
  listedIn(...parts) {
    this.#parts = parts;
  }

  /** keys resolves with the keys of the records with these indexes, or none. */
  async keys(indexes) {
    const { keys = [] } = indexes.length > 0 ? await this.#call("keys", { indexes, query: "", from: 0, count: indexes.length }) : {};
    return keys;
  }

  /** act does what a button in a row of a part says: "show", "use", "type" or "print". */
  async act(what, row, where) {
    if (what === "show") return this.#show(row, where);
    const keys = await this.keys([row.index]);
    if (keys.length === 0) return;
    if (what === "use") this.#page.use(keys[0]);
    else this.#page[what](keys);
  }

  /** all types or prints several keys. */
  async all(what, indexes) {
    const keys = await this.keys(indexes);
    if (keys.length > 0) this.#page[what](keys);
  }

  /** #show shows the digits of a row where it was pressed, or hides them when they stand there. */
  async #show({ index }, where) {
    if (this.#shown?.index === index && this.#shown.where === where) return this.hide();
    const shown = await this.#call("key", { index });
    if (shown.key) this.#reveal({ ...shown, index, where });
  }

  #reveal(shown) {
    this.#shown = shown;
    for (const part of this.#parts) part.reveal(shown?.where === part ? shown : null);
  }

  /** hide hides the digits that are shown; in a part alone, or everywhere. */
  hide(where = this.#shown?.where) {
    if (this.#shown && this.#shown.where === where) this.#reveal(null);
  }

  /** keep hides the digits that a part shows of a key that it no longer lists. */
  keep(where, indexes) {
    if (!indexes.includes(this.#shown?.index)) this.hide(where);
  }
}
