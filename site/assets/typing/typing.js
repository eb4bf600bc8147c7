// Typing shows a key one group at a time, for somebody who types it into
// another PC.
import { say } from "../check/say.js";
import { Stage } from "../stage/stage.js";
import { Aloud } from "./aloud.js";
import { Awake } from "./awake.js";
import { Candidates } from "./candidates.js";
import { Scanner } from "./scanner.js";
import { onTurn } from "./turn.js";

const last = 8; // after the eighth group comes what to do next

export class Typing {
  #find;
  #stage;
  #awake = new Awake();
  #aloud;
  #scanner;
  #candidates;
  #groups = null; // of the key that is shown, as the program wrote them
  #place = 0; // 0 to 7, or last
  #covered = false;

  /**
   * root is the section that view.Typing renders. options.sheet is called with
   * {key} and resolves with the kit's Sheet; options.closed, if there is one,
   * is called when somebody leaves the view.
   */
  constructor(root, { sheet, closed = () => {} }) {
    this.#find = (name) => root.querySelector(`.js-${name}`);
    const find = this.#find;
    this.#stage = new Stage(root, () => {
      if (this.#scanner.close()) return;
      this.close();
      closed();
    });
    this.#aloud = new Aloud(find("aloud"), find("aloud-note"), () => this.#speak());
    this.#scanner = new Scanner(root, sheet);
    this.#candidates = new Candidates(root, (key) => this.#begin(key));
    onTurn(root, find("show"), (step) => this.#turn(step));
    find("back").addEventListener("click", () => this.#turn(-1));
    find("forward").addEventListener("click", () => this.#turn(1));
    find("uncover").addEventListener("click", () => this.uncover());
    find("scan").addEventListener("click", () => this.#scanner.open(this.#groups.join("-")));
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.cover();
    });
    addEventListener("pagehide", () => this.close());
  }

  get isOpen() {
    return this.#stage.isOpen;
  }

  /**
   * open shows a key, as the program writes it. options.candidates are keys to
   * try one after the other, as {key, id}; without them there is one. A key that
   * was open last opens at the group where it was left.
   */
  open(key, { id = "", candidates = [{ key, id }] } = {}) {
    this.#candidates.set(candidates, key);
    this.#find("refused").open = false;
    if (this.#groups?.join("-") !== key) this.#begin(key);
    this.#covered = false;
    this.#awake.hold();
    this.#show();
    this.#stage.open(this.#find("show"));
  }

  /** close leaves the view; it knows the place until another key opens. */
  close() {
    this.#aloud.stop();
    this.#awake.release();
    this.#scanner.close();
    this.#stage.close();
    this.#blank();
  }

  /** forget closes the view and forgets the key. */
  forget() {
    this.close();
    this.#groups = null;
    this.#candidates.set([], "");
  }

  /** cover hides the digits until somebody presses a button. */
  cover() {
    if (!this.isOpen || this.#covered) return;
    this.#covered = true;
    this.#aloud.stop();
    this.#scanner.close();
    this.#show();
  }

  /** uncover shows them again. */
  uncover() {
    if (!this.#covered) return;
    this.#covered = false;
    if (!this.isOpen) return;
    this.#awake.hold(); // the browser let go when the page was hidden
    this.#show();
    this.#find("show").focus({ preventScroll: true });
  }

  #begin(key) {
    this.#groups = key.split("-");
    this.#place = 0;
    if (this.isOpen) {
      this.#show();
      this.#find("show").focus();
    }
  }

  #turn(step) {
    if (this.#covered || this.#scanner.isOpen) return;
    const place = Math.min(last, Math.max(0, this.#place + step));
    if (place === this.#place) return;
    this.#place = place;
    this.#show();
    this.#speak();
  }

  #blank() {
    for (const name of ["now", "next", "spoken", "which"]) this.#find(name).textContent = "";
  }

  #show() {
    const find = this.#find;
    const done = this.#place === last;
    find("uncover").hidden = !this.#covered;
    find("show").hidden = this.#covered;
    find("turn").hidden = this.#covered;
    this.#blank();
    if (this.#covered) return;
    const places = { n: this.#place + 1 };
    const digits = this.#groups[this.#place] ?? "";
    find("count").textContent = say(done ? "typing.done" : "typing.count", places);
    find("now").replaceChildren(...halves(digits));
    find("next").replaceChildren(...halves(this.#groups[this.#place + 1] ?? ""));
    find("spoken").textContent = done
      ? `${say("typing.done")} ${say("typing.done-text")}`
      : `${say("typing.count", places)}: ${[...digits].join(" ")}`;
    find("show").classList.toggle("fe-typing__show--done", done);
    if (done) find("now").textContent = say("typing.done-text");
    find("back").disabled = this.#place === 0;
    find("forward").disabled = done;
    [...find("dots").children].forEach((dot, i) => dot.classList.toggle("fe-typing__dot--done", i < this.#place));
    find("which").textContent = this.#candidates.show(done);
    find("which").hidden = find("which").textContent === "";
    if (done) find("refused").open = true;
  }

  #speak() {
    if (this.#covered || !this.isOpen) return;
    const digits = this.#groups[this.#place];
    this.#aloud.speak(digits ? `${say("typing.count", { n: this.#place + 1 })}. ${[...digits].join(", ")}` : say("typing.done"));
  }
}

/** halves makes two elements of three digits each, since six are read as two threes. */
function halves(digits) {
  return digits === ""
    ? []
    : [digits.slice(0, 3), digits.slice(3)].map((text) => Object.assign(document.createElement("span"), { textContent: text }));
}
