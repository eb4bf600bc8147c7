// Reads a sheet that is held before the camera, or a picture of one. The camera
// runs only while the dialog is open, and nothing of it is kept.
import words from "fortyeight:words/camera";
import { learn, say } from "../check/say.js";
import { Lens, pixelsOf } from "./lens.js";

learn(words);

export class Camera {
  #dialog;
  #lens;
  #program;
  #done = null; // takes the outcome of the reading that is open

  /** root is the dialog that view.Camera renders; program is the one that finds a key on a picture. */
  constructor(root, program) {
    this.#dialog = root;
    this.#program = program;
    this.#lens = new Lens(this.#find("video"));
    // The browser tells of an end later, when the dialog may be open again.
    root.addEventListener("close", () => root.open || this.#end(null));
    this.#find("stop").addEventListener("click", () => this.#end(null));
    this.#find("picture").addEventListener("change", ({ target }) => this.#look(target));
    document.addEventListener("visibilitychange", () => document.hidden && this.cover());
    addEventListener("pagehide", () => this.cover());
  }

  #find(name) {
    return this.#dialog.querySelector(`.js-camera-${name}`);
  }

  /** read opens the dialog. It resolves with the key that was read, or null when somebody left. */
  read() {
    this.cover();
    const key = new Promise((resolve) => (this.#done = resolve));
    this.#start();
    return key;
  }

  async #start() {
    const done = this.#done;
    this.#tell("starting");
    this.#dialog.showModal();
    this.#program.start();
    const problem = await this.#lens.open();
    if (done !== this.#done) return; // left meanwhile
    this.#find("video").hidden = problem !== "";
    this.#tell(problem || "looking");
    if (problem) return;
    // One picture at a time: the next is taken when this one has been read.
    while (done === this.#done) {
      const picture = await this.#lens.take();
      if (done !== this.#done || !picture) return;
      const seen = await this.#program.call("readPicture", picture);
      this.#take(seen, done);
      if (seen.failed) return; // asking again would load it again
    }
  }

  #take({ key, codes, died, failed }, done) {
    if (done !== this.#done) return;
    if (key) this.#end(key);
    else if (died || failed) this.#tell("no-program");
    else if (codes > 0) this.#tell("other-code");
  }

  async #look(input) {
    const done = this.#done;
    const file = input.files[0];
    input.value = "";
    if (!file || !done) return;
    this.#tell("reading");
    let seen;
    try {
      seen = await this.#program.call("readPicture", await pixelsOf(file));
    } catch {
      return this.#tell("no-picture");
    }
    if (done !== this.#done) return;
    if (!seen.key && !seen.codes) this.#tell("no-code");
    this.#take(seen, done);
  }

  #tell(what) {
    this.#find("said").textContent = say(`camera.${what}`);
  }

  #end(key) {
    const done = this.#done;
    this.#done = null;
    this.#lens.close();
    this.#program.close();
    if (this.#dialog.open) this.#dialog.close();
    done?.(key);
  }

  /** cover stops the camera and closes the dialog. */
  cover() {
    this.#end(null);
  }

  uncover() {}

  forget() {
    this.#end(null);
  }
}
