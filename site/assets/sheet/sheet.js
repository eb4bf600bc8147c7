// Printing makes backup sheets: fields, a preview that is the print, the drill
// with the finished paper, and other ways to keep a key.
import { say } from "../check/say.js";
import { Stage } from "../stage/stage.js";
import { Drill } from "./drill.js";
import { Paper } from "./paper.js";
import { localPaper } from "./locale.js";
import { savePNG, saveSVG, saveText } from "./save.js";

export class Printing {
  #find;
  #fields;
  #kit;
  #stage;
  #paper;
  #drill;
  #orders = []; // {key, id, repaired, device, …}: what was opened
  #sheets = []; // the kit's answers, in their order
  #making = 0; // counts, so that a late answer of the kit is none

  /**
   * root is the section that view.Printing renders, kit a Kit. options.closed,
   * if there is one, is called when somebody leaves the view.
   */
  constructor(root, kit, { closed = () => {} } = {}) {
    this.#find = (name) => root.querySelector(`.js-${name}`);
    const find = this.#find;
    this.#kit = kit;
    this.#fields = [...root.querySelectorAll("[data-field]")];
    this.#paper = new Paper(find("paper"), root.querySelectorAll("template.js-sheet"));
    this.#drill = new Drill(root, kit);
    this.#stage = new Stage(root, () => {
      this.close();
      closed();
    });
    find("print-paper").value = localPaper();
    find("print-paper").addEventListener("change", () => this.#show());
    find("fields").addEventListener("input", () => this.#make());
    find("go").addEventListener("click", () => print());
    find("print-uncover").addEventListener("click", () => this.uncover());
    find("save-text").addEventListener("click", () => saveText(kit, this.#order(0)));
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

  /**
   * open makes the sheet of one key, or of several: each {key} as the program
   * writes it, with {id, repaired, device, drive, owner, note} where they are
   * known. What is written into the fields stands on all that lack it.
   */
  async open(orders) {
    this.#orders = [orders].flat();
    this.#begin(say("sheet.print.title"));
    const several = this.#orders.length > 1;
    this.#find("go").textContent = say(several ? "sheet.print.go-all" : "sheet.print.go", { count: this.#orders.length });
    this.#find("save").hidden = several;
    this.#find("drill").hidden = false;
    this.#find("drill").open = false;
    const one = several ? {} : this.#orders[0];
    for (const field of this.#fields) field.value = one[field.dataset.field] ?? (field.dataset.field === "date" ? today() : "");
    await this.#make();
  }

  /** openBlank makes the sheet to be filled in by hand. It needs no program. */
  openBlank() {
    this.#orders = [];
    this.#sheets = [];
    this.#making++;
    this.#begin(say("sheet.print.title-blank"));
    this.#find("go").textContent = say("sheet.print.go");
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
    this.#making++;
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
    const several = this.#orders.length > 1;
    const order = { ...this.#orders[i] };
    for (const { dataset, value } of this.#fields) {
      if (!several || !order[dataset.field]) order[dataset.field] = value;
    }
    return order;
  }

  async #make() {
    const making = ++this.#making;
    if (this.#sheets.length === 0) this.#tell("sheet.print.loading");
    this.#find("go").disabled = this.#sheets.length === 0;
    const sheets = await Promise.all(this.#orders.map((_, i) => this.#kit.call("sheet", this.#order(i))));
    if (making !== this.#making) return;
    if (!sheets.every((sheet) => sheet.qr)) {
      this.#tell("sheet.print.failed");
      return;
    }
    this.#sheets = sheets;
    this.#tell("");
    this.#show();
  }

  #tell(sentence) {
    this.#find("print-note").textContent = sentence === "" ? "" : say(sentence);
  }

  #show() {
    const paper = this.#find("print-paper").value;
    const blank = this.#orders.length === 0;
    if (blank) this.#paper.showBlank(paper);
    else this.#paper.show(paper, this.#sheets);
    this.#find("go").disabled = !blank && this.#sheets.length === 0;
  }
}

/** today is the date as the command writes it, on this device's calendar. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}
