// The file button, dropping and pasting a file, and the answer about it.
import { maxFile, readKeyFile } from "./keyfile.js";
import { say } from "./say.js";
import { Verdict } from "./verdict.js";

export class FilePanel {
  #root;
  #verdict;
  #program; // gives the program of the moment
  #ask; // asks it about the fields as they are
  #name = "";
  #taking = 0; // counts files: only the last one counts
  #known = false; // the program knows a file

  constructor(root, { program, ask, use }) {
    this.#root = root;
    this.#program = program;
    this.#ask = ask;
    this.#verdict = new Verdict(this.#part("file-answer"));
    const input = this.#part("file-input");
    input.addEventListener("change", () => this.take(input.files[0]));
    input.addEventListener("click", () => (input.value = "")); // the same file can be chosen again
    this.#part("file-use").addEventListener("click", use);
    this.#part("file-remove").addEventListener("click", () => this.#remove());
    this.#watchDrops();
  }

  #part(name) {
    return this.#root.querySelector(`.js-${name}`);
  }

  /** empty says that no file was chosen. */
  get empty() {
    return this.#name === "";
  }

  /** take reads a file and gives it to the program. */
  async take(chosen) {
    if (!chosen) return;
    const taking = ++this.#taking;
    this.#name = chosen.name;
    this.#part("file-name").textContent = chosen.name;
    this.#part("file-use").hidden = true;
    this.#part("file-answer").hidden = false;
    if (chosen.size > maxFile) {
      this.#drop();
      this.#verdict.say("open", say("file.too-large"), say("file.too-large-text"));
      return this.#ask();
    }
    this.#verdict.say("quiet", "", say("file.reading", { name: chosen.name }));
    let read;
    try {
      read = await readKeyFile(chosen);
    } catch {
      if (taking !== this.#taking) return;
      this.#drop();
      this.#verdict.say("open", say("file.unreadable"), say("file.unreadable-text"));
      return this.#ask();
    }
    if (taking !== this.#taking) return;
    this.#known = true;
    this.#program().remember("file", read);
    return this.#ask();
  }

  /** show shows the program's answer about the file. */
  show({ file, key, screen }) {
    if (!file || !this.#known) return;
    this.#verdict.show(file.answer, { id: file.keyId, screen: screen.id });
    const several = file.found > 1 ? ` · ${say("file.several", { count: file.found })}` : "";
    this.#part("file-name").textContent = this.#name + several;
    this.#part("file-use").hidden = file.key === "" || file.key === key;
  }

  forget() {
    this.#taking++;
    this.#name = "";
    this.#known = false;
    this.#part("file-input").value = "";
    this.#part("file-answer").hidden = true;
    this.#part("file-name").textContent = "";
    this.#verdict.say("quiet", "", "");
  }

  #drop() {
    if (this.#known) this.#program().remember("dropFile", {});
    this.#known = false;
  }

  #remove() {
    this.#drop();
    this.forget();
    this.#ask();
    this.#part("file-input").focus();
  }

  #watchDrops() {
    const zone = this.#part("drop");
    const carriesFiles = (transfer) => transfer?.types.includes("Files");
    document.addEventListener("dragover", (event) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      zone.hidden = false;
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) zone.hidden = true;
    });
    document.addEventListener("drop", (event) => {
      zone.hidden = true;
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      this.take(event.dataTransfer.files[0]);
    });
    document.addEventListener("paste", (event) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      this.take(event.clipboardData.files[0]);
    });
  }
}
