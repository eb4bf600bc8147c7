// The panel of key files: what comes in goes to the program that reads files,
// and what that says is shown here.
import programs from "fortyeight:programs";
import { Files } from "wasm/files.js";
import words from "fortyeight:words/files";
import { learn, say } from "../check/say.js";
import { Answer } from "./answer.js";
import { KeyList } from "./list.js";
import { Notices } from "./notices.js";
import { ProgressPanel } from "./progress.js";
import { list } from "./tree.js";

learn(words);

const few = 20; // keys among which those without a Key ID are looked for

export class FilePanel {
  #root;
  #page;
  #files = null; // the program, once somebody has wanted it
  #progress; // how far it has come, or null
  #id = ""; // what stands in the field for the Key ID
  #taken = 0; // files and texts
  #filled = 0; // bytes or characters of them
  #shown = null; // {index, where, key, …} of the key that is shown
  #listing = null; // ends the listing of a dropped folder
  #known = ""; // indexes of the keys that the page knows
  #asking = false;
  #changed = false;
  #ways; #bar; #answer; #list; #notices;

  /**
   * page.use is called with {key, keyId} that goes into the field; page.type
   * with a list of them to be typed; page.print with keys as the program lists
   * them; page.known with those that a typed key can be compared with;
   * page.changed when there is something new to hear of.
   */
  constructor(root, page) {
    this.#root = root;
    this.#page = page;
    const template = root.querySelector("template.js-row");
    const act = (what, row, where) => this.#act(what, row, where);
    const call = (name, args) => this.#call(name, args);
    this.#bar = new ProgressPanel(root, { stop: () => this.#stop(), again: () => this.#files?.start() });
    this.#answer = new Answer(root.querySelector(".js-files-answer"), template, { act, typeSeveral: (rows) => this.#typeSeveral(rows) });
    this.#list = new KeyList(root.querySelector(".js-keys"), template, { call, act, print: (indexes) => this.#print(indexes) });
    this.#notices = new Notices(root, call);
    this.#root.querySelector(".js-files-remove").addEventListener("click", () => this.#remove());
  }

  /** empty says that nothing was chosen. */
  get empty() {
    return this.#taken === 0;
  }

  /** said are the elements whose text a screen reader hears. */
  get said() {
    return this.#answer.said;
  }

  /** take gives [{path, file}, …] to the program; of a folder it skips what holds no keys. */
  take(chosen, folder) {
    this.#taken += chosen.length;
    this.#filled += chosen.reduce((sum, { file }) => sum + file.size, 0);
    this.#program().take(chosen, folder);
    this.#page.changed();
  }

  paste(text) {
    this.#taken++;
    this.#filled += text.length;
    this.#program().paste(text);
    this.#page.changed();
  }

  /** lookFor looks for a Key ID, as it stands in the field; "" is for none. */
  lookFor(id) {
    if (id === this.#id) return;
    this.#id = id;
    this.#ask();
  }

  #program() {
    this.#root.querySelector(".js-files-remove").hidden = false;
    if (!this.#files) {
      const files = new Files(programs.files, (event, detail) => {
        if (files === this.#files) this.#told(event, detail);
      });
      this.#files = files;
      files.start();
    }
    return this.#files;
  }

  /** #call asks the program; without one there is no answer. */
  async #call(name, args) {
    return (await this.#files?.call(name, args)) ?? {};
  }

  #told(event, detail) {
    if (event === "loading" && !this.#progress) this.#bar.loading();
    if (event === "failed") this.#bar.failed(detail.reason);
    if (event === "gave-up") this.#startedAnew(detail.name);
    if (event === "progress") this.#went(detail);
  }

  #went(progress) {
    const before = this.#progress;
    this.#progress = progress;
    this.#bar.show(progress);
    this.#list.update(progress);
    if (before?.notices !== progress.notices || !progress.running) this.#notices.update().then(() => this.#ask());
    if (before?.found !== progress.found || before.running !== progress.running) this.#ask();
  }

  #startedAnew(name) {
    this.#bar.gaveUp(name);
    this.#progress = null;
    this.#reveal(null);
    this.#list.forget();
    this.#notices.forget();
  }

  /** drop takes what was dropped: entries of files and folders. */
  async drop(entries) {
    const { signal } = (this.#listing ??= new AbortController());
    // Files that were dropped by themselves are meant; in a folder most are not.
    const files = entries.filter(({ isDirectory }) => !isDirectory);
    const folders = entries.filter(({ isDirectory }) => isDirectory);
    let lost = await list(files, { signal, count: () => {}, found: (chosen) => this.take(chosen, false) });
    lost += await list(folders, { signal, count: (n) => this.#progress?.running || this.#bar.listing(n), found: (chosen) => this.take(chosen, true) });
    if (signal.aborted) return;
    if (this.empty) {
      this.#rest();
      this.#answer.nothing("", false);
    }
    if (lost > 0) this.#bar.lost(lost);
  }

  #stop() {
    this.#listing?.abort();
    this.#listing = null;
    if (this.#files) this.#files.stop();
    this.#rest();
  }

  /** #rest shows what was last known of the progress. */
  #rest() {
    if (this.#progress) this.#bar.show(this.#progress);
    else this.#bar.forget();
  }

  // --- the answer ---

  /** #ask asks what the answer is. What changes meanwhile is asked next, once. */
  #ask() {
    this.#changed = true;
    if (!this.#asking) this.#answerChanges(this.#files);
  }

  async #answerChanges(files) {
    this.#asking = true;
    while (this.#changed && files && this.#progress) {
      this.#changed = false;
      const { found, running } = this.#progress;
      const id = this.#id;
      const match = found > 0 && id !== "" ? await files.call("match", { id }) : null;
      const { rows = [] } = found > 0 && found <= few ? await files.call("rows", { query: "", from: 0, count: few }) : {};
      if (files !== this.#files) return; // forgotten meanwhile
      if (!this.#changed) this.#say(match, rows, found, running);
    }
    this.#asking = false;
  }

  #say(match, rows, found, running) {
    if (found === 0 && running) this.#answer.none();
    else if (found === 0) this.#answer.nothing(this.#notices.kinds.length === 1 ? this.#notices.kinds[0] : "", this.#filled === 0);
    else if (match?.outcome && match.outcome !== "no-id") this.#answer.match(match, rows.filter(({ keyId }) => keyId === ""), running);
    else this.#answer.found(found, rows[0]);
    if (this.#shown?.where === this.#answer && !this.#answer.keys.some(({ index }) => index === this.#shown.index)) this.#reveal(null);
    this.#showList(found, this.#answer.keys.length > 0);
    this.#page.changed();
    this.#tellKnown();
  }

  /** #tellKnown tells the page the keys of the answer, when they have changed. */
  async #tellKnown() {
    const indexes = this.#answer.keys.map(({ index }) => index);
    if (String(indexes) === this.#known) return;
    this.#known = String(indexes);
    const files = this.#files;
    const { keys = [] } = indexes.length > 0 ? await this.#keys(indexes) : {};
    if (files === this.#files && String(indexes) === this.#known) this.#page.known(keys);
  }

  #showList(found, answered) {
    const keys = this.#root.querySelector(".js-keys");
    // With its keys in the answer the list is closed, until somebody opens it.
    if (keys.hidden || answered !== (keys.dataset.answered === "yes")) keys.open = !answered;
    keys.dataset.answered = answered ? "yes" : "no";
    keys.hidden = found < 2;
    keys.querySelector(".js-keys-title").textContent = say("files.keys", { count: found });
  }

  // --- what people do with a key ---

  /** #keys resolves with {keys} of the records with these indexes. */
  #keys(indexes) {
    return this.#call("keys", { indexes, query: "", from: 0, count: indexes.length });
  }

  async #act(what, row, where) {
    if (what === "show") return this.#show(row, where);
    const { keys } = await this.#keys([row.index]);
    if (!keys?.length) return;
    if (what === "use") this.#page.use(keys[0]);
    if (what === "type") this.#page.type(keys);
    if (what === "print") this.#page.print(keys);
  }

  /** #show shows the digits of a row where it was pressed, or hides them when they stand there. */
  async #show(row, where) {
    if (this.#shown?.index === row.index && this.#shown.where === where) return this.#reveal(null);
    const shown = await this.#call("key", { index: row.index });
    if (shown.key) this.#reveal({ ...shown, index: row.index, where });
  }

  #reveal(shown) {
    this.#shown = shown;
    for (const part of [this.#answer, this.#list]) part.reveal(shown?.where === part ? shown : null);
  }

  /** cover hides the digits that are shown; they are to be asked for anew. */
  cover() {
    if (this.#shown) this.#reveal(null);
  }

  uncover() {}

  async #typeSeveral(rows) {
    const { keys } = await this.#keys(rows.map(({ index }) => index));
    if (keys?.length) this.#page.type(keys);
  }

  async #print(indexes) {
    const { keys } = await this.#keys(indexes);
    if (keys?.length) this.#page.print(keys);
  }

  // --- forgetting ---

  #remove() {
    this.forget();
    this.#page.changed();
    this.#root.querySelector(".js-files-input").focus();
  }

  /** forget ends the program and leaves nothing of what it found. */
  forget() {
    this.#listing?.abort();
    this.#files?.close();
    this.#files = this.#progress = this.#listing = this.#shown = null;
    this.#asking = this.#changed = false;
    this.#known = "";
    this.#taken = this.#filled = 0;
    this.#bar.forget();
    this.#answer.forget();
    this.#list.forget();
    this.#notices.forget();
    for (const name of ["keys", "files-remove"]) this.#root.querySelector(`.js-${name}`).hidden = true;
    for (const name of ["files-input", "folder-input"]) this.#root.querySelector(`.js-${name}`).value = "";
  }
}
