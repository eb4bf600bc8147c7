// The answer about what was read: which key belongs to the Key ID on the
// screen, or what was found at all.
import { say } from "../check/say.js";
import { Verdict } from "../check/verdict.js";
import { Row } from "./row.js";

export class Answer {
  #root;
  #rows;
  #verdict;
  #template;
  #act;
  #several;
  #views = [];
  #shown = null;

  /** keys are those that are shown with the answer, as rows. */
  keys = [];

  /** act is called with "show", "use", "type" or "print", a row and this answer; typeAll with the indexes of several keys. */
  constructor(root, template, { act, typeAll }) {
    this.#root = root;
    this.#rows = root.querySelector(".js-answer-rows");
    this.#several = root.querySelector(".js-type-several");
    this.#verdict = new Verdict(root);
    this.#template = template;
    this.#act = act;
    this.#several.addEventListener("click", () => typeAll(this.keys.map(({ index }) => index)));
  }

  /** none says nothing. */
  none() {
    this.#root.hidden = true;
    this.#list([]);
  }

  /** found says what was found, where nobody has a Key ID: a number of keys, and the only one's row. */
  found(count, only) {
    if (count === 1) this.#unlabelledOr(only, () => this.#tell("right", "found-one", { id: only.keyId }), [only]);
    else this.#tell("right", "found-several", { count });
  }

  /** nothing says that there is no key; kind, if it is one, is what was recognised instead. */
  nothing(kind, empty) {
    if (empty) this.#tell("open", "empty", {});
    else if (kind) this.#show("open", say("match.nothing.title"), say(`kind.${kind}`));
    else this.#tell("open", "nothing", {});
  }

  /** match says what there is for a Key ID: a Match of the program. running means that files are still being read. */
  match({ outcome, keyId, noisy, total, rows, nearest, alike }, unlabelled, running) {
    const places = { id: keyId, count: total, near: nearest?.keyId ?? "", alike };
    if (outcome === "one" || outcome === "several") {
      if (noisy) return this.#tell("open", "noisy", { near: rows[0].keyId }, rows);
      if (outcome === "several") return this.#tell("open", "several", places, rows);
      return this.#one(rows);
    }
    if (running && outcome === "none") return this.#tell("typing", "not-yet", places);
    if (outcome === "none" && unlabelled.length > 0) return this.#tell("open", "unlabelled", places, unlabelled);
    if (outcome === "none" && nearest) return this.#tell("wrong", "near", places, [nearest]);
    this.#tell(outcome === "none" ? "wrong" : "open", outcome, places);
  }

  #one(rows) {
    const { keyId: id, pairing, repaired } = rows[0];
    if (repaired) this.#tell("repaired", "one-repaired", { id }, rows);
    else if (pairing === "nearest") this.#tell("open", "one-nearest", { id }, rows);
    else if (pairing === "file name") this.#tell("open", "one-file-name", { id }, rows);
    else this.#tell("match", "one", { id }, rows);
  }

  #unlabelledOr(row, other, rows) {
    if (row.keyId === "") this.#tell("open", "unlabelled", {}, rows);
    else {
      other();
      this.#list(rows);
    }
  }

  #tell(tone, name, places, rows = []) {
    this.#show(tone, say(`match.${name}.title`, places), say(`match.${name}.text`, places), rows);
  }

  #show(tone, title, text, rows = []) {
    this.#root.hidden = false;
    this.#verdict.say(tone, title, text);
    this.#list(rows);
  }

  #list(rows) {
    this.keys = rows;
    this.#rows.hidden = rows.length === 0;
    this.#several.hidden = rows.length < 2;
    // Those that stay are not touched: one of them may have the focus.
    for (const { element } of this.#views.splice(rows.length)) element.remove();
    while (this.#views.length < rows.length) {
      const view = new Row(this.#template, (what, row) => this.#act(what, row, this));
      this.#views.push(view);
      this.#rows.append(view.element);
    }
    this.#fill();
  }

  #fill() {
    this.#views.forEach((view, i) => {
      view.element.setAttribute("aria-posinset", i + 1);
      view.fill(this.keys[i], { count: this.keys.length, pickable: false, shown: this.#shown });
    });
  }

  /** reveal shows the digits of one key, {index, key, …}, or with null those of none. */
  reveal(shown) {
    this.#shown = shown;
    this.#fill();
  }

  /** said are the elements whose text a screen reader hears. */
  get said() {
    return ["title", "text"].map((part) => this.#root.querySelector(`.js-${part}`));
  }

  forget() {
    this.#shown = null;
    this.#verdict.say("quiet", "", "");
    this.none();
  }
}
