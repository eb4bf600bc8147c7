// Printing makes backup sheets: fields, a preview that is the print, the drill
// with the finished paper, and other ways to keep a key.
import words from "fortyeight:words/sheet";
import { learn, say } from "../check/say.js";
import { Stage } from "../stage/stage.js";
import { makeSheets, today } from "./batch.js";
import { Drill } from "./drill.js";
import { Paper } from "./paper.js";
import { localPaper } from "./locale.js";
import { savePNG, saveSVG, saveText } from "./save.js";

learn(words);

export class Printing {
  #find;
  #fields;
  #kit;
  #stage;
  #paper;
  #drill;
  #progress;
  #orders = []; // {key, id, repaired, device, …}: what was opened
  #sheets = []; // the kit's answers, in their order
  #making = null; // tells what the kit is asked for now from what it was asked before
  /**
   * root is the section that view.Printing renders, kit the program that makes sheets. options.closed,
   * if there is one, is called when somebody leaves the view; options.camera
   * reads a paper for the drill.
   */
  constructor(root, kit, { closed = () => {}, camera } = {}) {
    this.#find = (name) => root.querySelector(`.js-${name}`);
    const find = this.#find;
    this.#kit = kit;
    this.#fields = [...root.querySelectorAll("[data-field]")];
    this.#progress = find("print-progress");
    this.#paper = new Paper(find("paper"), root.querySelectorAll("template.js-sheet"));
    this.#drill = new Drill(root, kit, camera);
    this.#stage = new Stage(root, () => {
      this.close();
      closed();
    });
    find("print-paper").value = localPaper();
    find("print-paper").addEventListener("change", () => this.#show());
    find("fields").addEventListener("input", () => this.#make());
    find("go").addEventListener("click", () => print());
    find("print-uncover").addEventListener("click", () => this.uncover());
    find("save-text").addEventListener("click", async () => this.#tell((await saveText(kit, this.#order(0))) ? "" : "sheet.print.failed"));
    find("save-svg").addEventListener("click", () => saveSVG(this.#sheets[0]));
    find("save-png").addEventListener("click", () => savePNG(this.#sheets[0]));
    addEventListener("afterprint", () => {
      if (this.isOpen && this.#orders.length > 0) this.#drill.invite();
    });
    addEventListener("pagehide", () => this.forget());
  }

  get isOpen() {
    return this.#stage.isOpen;
  }

  get #several() {
    return this.#orders.length > 1;
  }

  /**
   * open makes the sheet of one key, or of several: each {key} as the program
   * writes it, with {id, repaired, device, drive, owner, note} where they are
   * known. What is written into the fields stands on all that lack it.
   */
  async open(orders) {
    const before = String(this.#orders.map(({ key }) => key));
    this.#orders = [orders].flat();
    this.#begin(say("sheet.print.title"));
    this.#find("save").hidden = this.#several;
    this.#find("drill").hidden = false;
    this.#find("drill").open = false;
    if (String(this.#orders.map(({ key }) => key)) !== before) this.#fill(); // else what was written stays
    await this.#make();
  }

  #fill() {
    const one = this.#several ? {} : this.#orders[0];
    for (const field of this.#fields) field.value = one[field.dataset.field] ?? (field.dataset.field === "date" ? today() : "");
  }

  /** openMany makes the sheets of keys as the program lists them, {key, keyId, device, drive, date, repaired}. */
  openMany(keys) {
    return this.open(keys.map(({ keyId, ...known }) => ({ ...known, id: keyId })));
  }

  /** openBlank makes the sheet to be filled in by hand. It needs no program. */
  openBlank() {
    this.#orders = [];
    this.#sheets = [];
    this.#making = null;
    this.#begin(say("sheet.print.title-blank"));
    this.#find("save").hidden = true;
    this.#find("drill").hidden = true;
    this.#find("print-note").textContent = "";
    this.#show();
  }

  /** openDrill opens with the question whether a paper holds the key. */
  async openDrill(orders) {
    await this.open(orders);
    this.#drill.invite();
  }

  close() {
    this.uncover();
    this.#stage.close();
  }

  /** cover hides sheet and drill until somebody presses a button; nothing prints meanwhile. */
  cover() {
    if (this.isOpen && this.#orders.length > 0) this.#cover(true);
  }

  /** uncover shows them again. */
  uncover() {
    this.#cover(false);
  }

  #cover(on) {
    this.#find("print-uncover").hidden = !on;
    this.#find("layout").hidden = on;
  }

  /** forget closes the view and forgets the keys and all that was written. */
  forget() {
    this.close();
    this.#making = null;
    this.#orders = [];
    this.#sheets = [];
    this.#paper.clear();
    this.#drill.set([]);
    for (const field of this.#fields) field.value = "";
  }

  #begin(title) {
    this.#paper.clear();
    this.#find("print-title").textContent = title;
    this.#offer();
    this.#name();
    this.#find("fields").hidden = this.#orders.length === 0;
    this.#drill.set(this.#orders.map(({ key }) => key));
    this.#stage.open(this.#find("print-title"));
  }

  /** offer shows the papers that make sense for what is open. */
  #offer() {
    const list = this.#find("print-paper");
    const wholePages = ["a4", "letter"];
    for (const option of list.options) {
      option.hidden = this.#orders.length === 0 ? !wholePages.includes(option.value) : option.value === "list" && this.#orders.length === 1;
    }
    if (list.selectedOptions[0].hidden) list.value = localPaper();
  }

  /** order is what one sheet is made of: what is known of its key, then the fields. */
  #order(i) {
    const order = { ...this.#orders[i] };
    for (const { dataset, value } of this.#fields) {
      if (!this.#several || !order[dataset.field]) order[dataset.field] = value;
    }
    return order;
  }

  async #make() {
    const making = (this.#making = {});
    if (this.#sheets.length === 0) this.#tell("sheet.print.loading");
    this.#wait(0);
    const sheets = await makeSheets(
      this.#kit,
      this.#orders.map((_, i) => this.#order(i)),
      (made) => making === this.#making && this.#wait(made / 2),
    );
    if (making !== this.#making) return;
    this.#making = null;
    if (!sheets.every((sheet) => sheet.qr)) {
      this.#progress.hidden = true;
      this.#tell("sheet.print.failed");
      return;
    }
    this.#sheets = sheets;
    this.#tell("");
    await this.#show();
  }

  /** name writes on the button what it prints. */
  #name() {
    const many = this.#find("print-paper").value === "list" ? "sheet.print.go-list" : "sheet.print.go-all";
    this.#find("go").textContent = say(this.#several ? many : "sheet.print.go", { count: this.#orders.length });
  }

  #tell(sentence) {
    this.#find("print-note").textContent = sentence === "" ? "" : say(sentence);
  }

  /** wait shows how many sheets are done while the print must wait, and returns true. */
  #wait(done) {
    if (this.#several || this.#sheets.length === 0) this.#find("go").disabled = true;
    this.#progress.hidden = !this.#several;
    this.#progress.value = done / this.#orders.length;
    return true;
  }

  async #show() {
    this.#name();
    if (this.#making) return; // it will be shown when it has been made
    const paper = this.#find("print-paper").value;
    const count = this.#orders.length;
    if (count === 0) this.#paper.showBlank(paper);
    else {
      this.#wait(count / 2);
      if (!(await this.#paper.show(paper, this.#sheets, (laid) => this.#wait((count + laid) / 2)))) return;
    }
    this.#progress.hidden = true;
    this.#find("go").disabled = false;
  }
}
