// The list of all keys: search, the rows in sight, and those that are picked.
import { say } from "../check/say.js";
import { Cache } from "./cache.js";
import { Row } from "./row.js";
import { RowWindow } from "./window.js";

const most = 200; // keys that are printed at once

export class KeyList {
  #find;
  #cache;
  #window;
  #call;
  #act;
  #hide;
  #print;
  #shown = null; // {index, key, …} of the key that is shown
  #picked = new Set(); // indexes
  #all = false; // all that the search gave were picked at once
  #found = 0;
  #searchable = 0;

  /**
   * call asks the program. act is called with "show", "use", "type" or "print",
   * a row, and this list; hide when a key that is shown may go; print with the indexes of the keys to be printed.
   */
  constructor(root, template, { call, act, hide, print }) {
    this.#find = (name) => root.querySelector(`.js-${name}`);
    const find = this.#find;
    this.#call = call;
    this.#act = act;
    this.#hide = hide;
    this.#print = print;
    this.#cache = this.#noRows();
    this.#window = new RowWindow(find("scroll"), find("rows"), {
      make: () => new Row(template, (what, row) => this.#pressed(what, row)),
      fill: (row, position) => {
        const one = this.#cache.at(position);
        row.fill(one, { count: this.#cache.total, picked: this.#picked.has(one?.index), shown: this.#shown });
      },
      wanted: (from, to) => this.#cache.want(from, to),
    });
    find("search").addEventListener("input", ({ target }) => {
      this.#all = false;
      this.#hide();
      this.#window.toTop();
      this.#cache.search(target.value.trim());
    });
    find("all-box").addEventListener("change", ({ target }) => this.#pickAll(target.checked));
    find("print-picked").addEventListener("click", () => this.#print([...this.#picked]));
  }

  #noRows() {
    return new Cache(this.#call, () => this.#show());
  }

  /** update says how many keys there are by now, and how many of them can be searched. */
  update({ found, searchable }) {
    if (found === this.#found && searchable === this.#searchable) return;
    this.#found = found;
    this.#searchable = searchable;
    this.#cache.search(this.#cache.query);
  }

  /** reveal shows the digits of one key, {index, key, …}, or with null those of none. */
  reveal(shown) {
    this.#shown = shown;
    this.#show();
    this.#window.open(shown ? this.#cache.positionOf(shown.index) : -1);
  }

  #show() {
    this.#window.set(this.#cache.total);
    const { total, searched, query } = this.#cache;
    const places = { total, found: this.#found, searched };
    let count = query === "" ? "" : say(total === 0 ? "files.count-none" : "files.count", places);
    if (query !== "" && searched < this.#found) count += ` ${say("files.count-so-far", places)}`;
    const line = this.#find("listed");
    if (line.textContent !== count) line.textContent = count;
    this.#showPicked();
  }

  // --- picking ---

  #pressed(what, row) {
    if (what !== "pick") return this.#act(what, row, this);
    if (!this.#picked.delete(row.index)) this.#picked.add(row.index);
    this.#all = false;
    this.#showPicked();
  }

  async #pickAll(on) {
    this.#all = on;
    if (!on) this.#picked.clear();
    else {
      const { rows } = await this.#call("rows", { query: this.#cache.query, from: 0, count: most });
      for (const { index } of rows ?? []) this.#picked.add(index);
    }
    this.#show();
  }

  #showPicked() {
    const count = this.#picked.size;
    const print = this.#find("print-picked");
    print.hidden = count === 0;
    print.disabled = count > most;
    print.textContent = say(count > most ? "files.print-too-many" : count === 1 ? "files.print-one" : "files.print", { count, most });
    this.#find("all").hidden = this.#cache.total < 2 || this.#cache.total > most;
    this.#find("all-box").checked = this.#all;
  }

  /** forget leaves no row and no digit. */
  forget() {
    this.#shown = null;
    this.#picked.clear();
    this.#all = false;
    this.#found = this.#searchable = 0;
    this.#find("search").value = "";
    this.#cache = this.#noRows();
    this.#window.forget();
    this.#show();
  }
}
