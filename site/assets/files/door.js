// Where key files come in. What reads and shows them is loaded with the first
// one; what comes meanwhile waits here.
import { say } from "../check/say.js";
import { watchWays } from "./ways.js";

export class FileDoor {
  #root;
  #page;
  #panel = null;
  #opening = false;
  #waiting = []; // [method, arguments] of the panel
  #id = "";

  /** page is what FilePanel wants of it. */
  constructor(root, page) {
    this.#root = root;
    this.#page = page;
    watchWays(root, (...call) => this.#give(...call));
    this.#find("again").addEventListener("click", () => this.#panel || this.#open());
  }

  #find(name) {
    return this.#root.querySelector(`.js-${name}`);
  }

  /** empty says that nothing has come in. */
  get empty() {
    return this.#waiting.length === 0 && (this.#panel?.empty ?? true);
  }

  /** said are the elements whose text a screen reader hears. */
  get said() {
    return this.#panel?.said ?? [this.#find("trouble")];
  }

  /** lookFor looks for a Key ID, as it stands in the field; "" is for none. */
  lookFor(id) {
    this.#id = id;
    this.#panel?.lookFor(id);
  }

  #give(method, ...args) {
    this.#waiting.push([method, args]);
    if (this.#panel) this.#pass();
    else this.#open();
    this.#page.changed();
  }

  #pass() {
    for (const [method, args] of this.#waiting.splice(0)) this.#panel[method](...args);
  }

  async #open() {
    if (this.#opening) return;
    this.#opening = true;
    this.#tell("program.files-loading", true);
    try {
      const { FilePanel } = await import("./panel.js");
      this.#panel = new FilePanel(this.#root, this.#page);
    } catch {
      this.#tell("program.files-failed", false);
      this.#page.changed();
    }
    this.#opening = false;
    if (!this.#panel) return;
    if (this.#waiting.length === 0) this.#panel.forget(); // so came Forget
    this.#panel.lookFor(this.#id);
    this.#pass();
  }

  #tell(sentence, loading) {
    this.#find("progress").hidden = false;
    this.#find("bar").hidden = !loading;
    this.#find("again").hidden = loading;
    this.#find("read").textContent = loading ? say(sentence) : "";
    this.#find("trouble").textContent = loading ? "" : say(sentence);
  }

  cover() {
    this.#panel?.cover();
  }

  uncover() {}

  forget() {
    this.#waiting = [];
    this.#find("progress").hidden = true;
    this.#panel?.forget();
  }
}
