// Several keys that it could be: a list to try in order, each until Windows
// takes it or refuses it.
import { say } from "../check/say.js";

export class Candidates {
  #root;
  #row;
  #list;
  #keys = [];
  #tried = new Set();
  #now = 0;
  #choose;

  /** choose is called with the key that somebody wants to type. */
  constructor(root, choose) {
    this.#root = root.querySelector(".js-candidates");
    this.#list = this.#root.querySelector(".js-list");
    this.#row = this.#root.querySelector(".js-candidate").content.firstElementChild;
    this.#choose = choose;
  }

  set(candidates, key) {
    const same = candidates.length === this.#keys.length && candidates.every((one, i) => one.key === this.#keys[i].key);
    if (!same) this.#tried.clear();
    this.#keys = candidates;
    this.#now = Math.max(0, candidates.findIndex((one) => one.key === key));
  }

  #name(i) {
    const { id = "" } = this.#keys[i];
    const places = { n: i + 1, count: this.#keys.length, id: beginning(id) };
    return say(id === "" ? "typing.candidate" : "typing.candidate-id", places);
  }

  /** show draws the list and returns the name of the key that is shown, or "" where there is one key. */
  show(done) {
    if (done) this.#tried.add(this.#now);
    const several = this.#keys.length > 1;
    this.#root.hidden = !several;
    if (!several) {
      this.#list.replaceChildren();
      return this.#keys[0]?.id ? say("typing.which", { id: beginning(this.#keys[0].id) }) : "";
    }
    this.#list.replaceChildren(
      ...this.#keys.map((one, i) => {
        const row = this.#row.cloneNode(true);
        row.querySelector(".js-name").textContent = this.#name(i);
        row.querySelector(".js-tried").textContent = i === this.#now && !done ? say("typing.candidate-now") : this.#tried.has(i) ? say("typing.candidate-tried") : "";
        const button = row.querySelector("button");
        if (i === this.#now) button.setAttribute("aria-current", "true");
        button.addEventListener("click", () => {
          this.#now = i;
          this.#choose(one.key);
        });
        return row;
      }),
    );
    return this.#name(this.#now);
  }
}

/** beginning is as much of a Key ID as people compare. */
const beginning = (id) => id.slice(0, 8);
