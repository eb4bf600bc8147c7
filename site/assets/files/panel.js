// The panel of key files: what comes in goes to the program that reads files,
// and what that says is shown here.
import programs from "fortyeight:programs";
import words from "fortyeight:words/files";
import { Files } from "wasm/files.js";
import { learn, say } from "../check/say.js";
import { Acts } from "./acts.js";
import { Answer } from "./answer.js";
import { Inquiry } from "./inquiry.js";
import { KeyList } from "./list.js";
import { Notices } from "./notices.js";
import { ProgressPanel } from "./progress.js";
import { list } from "./tree.js";

learn(words);

export class FilePanel {
  #root;
  #page;
  #files = null; // the program, once somebody has wanted it
  #progress = null; // how far it has come
  #id = ""; // what stands in the field for the Key ID
  #taken = 0; // files and texts
  #filled = 0; // bytes or characters of them
  #known = ""; // indexes of the keys that the page knows
  #listing = null; // ends the listing of a dropped folder
  #bar;
  #answer;
  #list;
  #notices;
  #acts;
  #inquiry;

  /**
   * page.use is called with {key, keyId} that goes into the field; page.type
   * with a list of them to be typed; page.print with keys as the program lists
   * them; page.known with those that a typed key can be compared with;
   * page.changed when there is something new to hear of.
   */
  constructor(root, page) {
    this.#root = root;
    this.#page = page;
    const call = async (name, args) => (await this.#files?.call(name, args)) ?? {};
    const template = root.querySelector("template.js-row");
    this.#acts = new Acts(call, page);
    const act = (what, row, where) => this.#acts.act(what, row, where);
    this.#answer = new Answer(root.querySelector(".js-files-answer"), template, { act, typeAll: (indexes) => this.#acts.all("type", indexes) });
    this.#list = new KeyList(root.querySelector(".js-keys"), template, { call, act, hide: () => this.#acts.hide(this.#list), print: (indexes) => this.#acts.all("print", indexes) });
    this.#acts.listedIn(this.#answer, this.#list);
    this.#inquiry = new Inquiry(call, (question, answer) => this.#say(question, answer));
    this.#bar = new ProgressPanel(root, { stop: () => this.#stop(), again: () => this.#files?.start() });
    this.#notices = new Notices(root, call);
    root.querySelector(".js-files-remove").addEventListener("click", () => this.#remove());
  }

  /** empty says that nothing was chosen. */
  get empty() {
    return this.#taken === 0;
  }

  /** said are the elements whose text a screen reader hears. */
  get said() {
    return this.#answer.said;
  }

  // --- what comes in ---

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

  /** drop takes what was dropped: entries of files and folders. */
  async drop(entries) {
    const { signal } = (this.#listing ??= new AbortController());
    // Files that were dropped by themselves are meant; in a folder most are not.
    const files = entries.filter(({ isDirectory }) => !isDirectory);
    const folders = entries.filter(({ isDirectory }) => isDirectory);
    const count = (n) => this.#progress?.running || this.#bar.listing(n);
    let lost = await list(files, { signal, count: () => {}, found: (chosen) => this.take(chosen, false) });
    lost += await list(folders, { signal, count, found: (chosen) => this.take(chosen, true) });
    if (signal.aborted) return;
    if (this.empty) {
      this.#rest();
      this.#answer.nothing("", false);
    }
    if (lost > 0) this.#bar.lost(lost);
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

  #stop() {
    this.#listing?.abort();
    this.#listing = null;
    this.#files?.stop();
    this.#rest();
  }

  /** #rest shows what was last known of the progress. */
  #rest() {
    if (this.#progress) this.#bar.show(this.#progress);
    else this.#bar.forget();
  }

  // --- what the program tells ---

  #told(event, detail) {
    if (event === "loading" && !this.#progress) this.#bar.loading();
    if (event === "failed") this.#bar.failed(detail.reason);
    if (event === "gave-up") this.#startedAnew(detail.name);
    if (event === "progress") this.#went(detail);
  }

  async #went(progress) {
    const before = this.#progress;
    this.#progress = progress;
    this.#bar.show(progress);
    this.#list.update(progress);
    if (before?.notices !== progress.notices) await this.#notices.update();
    if (before?.found !== progress.found || before.running !== progress.running || before.notices !== progress.notices) this.#ask();
  }

  /** #startedAnew comes after a file that ended the program: the others are read again. */
  #startedAnew(name) {
    this.#bar.gaveUp(name);
    this.#progress = null;
    this.#acts.hide();
    this.#list.forget();
    this.#notices.forget();
  }

  // --- the answer ---

  #ask() {
    if (this.#progress) this.#inquiry.ask({ id: this.#id, found: this.#progress.found, running: this.#progress.running });
  }

  #say({ found, running }, { match, rows }) {
    const [kind, more] = this.#notices.kinds;
    const instead = found === 0 && !running && !more ? kind : ""; // the one kind of thing that was recognised
    this.#notices.hush(instead && this.#taken === 1);
    if (found === 0 && running) this.#answer.none();
    else if (found === 0) this.#answer.nothing(instead, this.#filled === 0);
    else if (match?.outcome && match.outcome !== "no-id") this.#answer.match(match, rows.filter(({ keyId }) => keyId === ""), running);
    else this.#answer.found(found, rows[0]);
    const indexes = this.#answer.keys.map(({ index }) => index);
    this.#acts.keep(this.#answer, indexes);
    this.#showList(found, indexes.length > 0);
    this.#tellKnown(indexes);
    this.#page.changed();
  }

  #showList(found, answered) {
    const keys = this.#root.querySelector(".js-keys");
    // With its keys in the answer the list is closed, until somebody opens it.
    if (keys.hidden || answered !== (keys.dataset.answered === "yes")) keys.open = !answered;
    keys.dataset.answered = answered ? "yes" : "no";
    keys.hidden = found < 2;
    keys.querySelector(".js-keys-title").textContent = say("files.keys", { count: found });
  }

  /** #tellKnown tells the page the keys of the answer, when they have changed. */
  async #tellKnown(indexes) {
    const known = String(indexes);
    if (known === this.#known) return;
    this.#known = known;
    const files = this.#files;
    const keys = await this.#acts.keys(indexes);
    if (files === this.#files && known === this.#known) this.#page.known(keys);
  }

  // --- covering and forgetting ---

  /** cover hides the digits that are shown; they are to be asked for anew. */
  cover() {
    this.#acts.hide();
  }

  #remove() {
    this.forget();
    this.#page.known([]);
    this.#page.changed();
    this.#root.querySelector(".js-files-input").focus();
  }

  /** forget ends the program and leaves nothing of what it found. */
  forget() {
    this.#listing?.abort();
    this.#files?.close();
    this.#files = this.#progress = this.#listing = null;
    this.#taken = this.#filled = 0;
    this.#known = "";
    this.#acts.hide();
    for (const part of [this.#inquiry, this.#bar, this.#answer, this.#list, this.#notices]) part.forget();
    for (const name of ["keys", "files-remove"]) this.#root.querySelector(`.js-${name}`).hidden = true;
    for (const name of ["files-input", "folder-input"]) this.#root.querySelector(`.js-${name}`).value = "";
  }
}
