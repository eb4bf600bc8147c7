// How far reading has come, and what was not read and why.
import { say } from "../check/say.js";

export class ProgressPanel {
  #find;
  #root;
  #said = "";

  constructor(root, { stop, again }) {
    this.#root = root.querySelector(".js-progress");
    this.#find = (name) => this.#root.querySelector(`.js-${name}`);
    this.#find("stop").addEventListener("click", stop);
    this.#find("again").addEventListener("click", again);
  }

  /** loading says that the program is on its way. */
  loading() {
    this.#begin(say("program.files-loading"));
  }

  /** listing says how many files of a dropped folder are known. */
  listing(count) {
    this.#begin(say("files.listing", { count }));
    this.#find("stop").hidden = false;
  }

  /** failed says that the program cannot be had, and why. */
  failed(reason) {
    this.#begin("");
    this.#find("bar").hidden = true;
    this.#find("trouble").textContent = say({ unsupported: "program.unsupported", start: "program.files-broken" }[reason] ?? "program.files-failed");
    this.#find("again").hidden = reason === "unsupported";
  }

  #begin(sentence) {
    this.#root.hidden = false;
    const bar = this.#find("bar");
    bar.hidden = false;
    bar.removeAttribute("value");
    this.#find("read").textContent = sentence;
    this.#find("reading").textContent = this.#find("trouble").textContent = "";
    this.#find("stop").hidden = this.#find("again").hidden = true;
  }

  /** lost says that files could not be opened. */
  lost(count) {
    this.#find("trouble").textContent = say("files.lost", { count });
  }

  /** gaveUp says that a file ended the program. */
  gaveUp(name) {
    this.#find("trouble").textContent = say("files.gave-up", { name: name || say("files.pasted") });
  }

  /** show shows a Progress of the program. */
  show({ running, stopped, files, read, skipped, bytes, name }) {
    this.#root.hidden = false;
    const passed = Object.values(skipped).reduce((sum, n) => sum + n, 0);
    const bar = this.#find("bar");
    bar.hidden = !running;
    bar.max = Math.max(1, files);
    bar.value = read + passed;
    const places = { files, read, size: size(bytes) };
    this.#find("read").textContent = say(running ? "files.reading" : stopped ? "files.stopped" : read === 1 && files === 1 ? "files.read-one" : "files.read", places);
    this.#find("reading").textContent = running ? name : "";
    this.#find("stop").hidden = !running;
    this.#find("again").hidden = true;
    this.#skipped(passed, skipped);
  }

  #skipped(passed, skipped) {
    const box = this.#find("skipped");
    box.hidden = passed === 0;
    this.#find("skipped-count").textContent = say("files.skipped", { count: passed });
    const reasons = Object.entries(skipped).filter(([, count]) => count > 0);
    const lines = reasons.map(([why, count]) => say(`skipped.${why}`, { count }));
    const said = lines.join("\n");
    if (said === this.#said) return; // somebody may be reading it
    this.#said = said;
    this.#find("reasons").replaceChildren(...lines.map((textContent) => Object.assign(document.createElement("li"), { textContent })));
  }

  forget() {
    this.#begin("");
    this.#skipped(0, {});
    this.#root.hidden = true;
  }
}

/** size writes a number of bytes as people read it. */
function size(bytes) {
  const units = ["kB", "MB", "GB"];
  let n = bytes / 1000;
  let unit = 0;
  while (n >= 1000 && unit < units.length - 1) {
    n /= 1000;
    unit++;
  }
  return `${n < 10 ? Math.ceil(n * 10) / 10 : Math.round(n)} ${units[unit]}`;
}
