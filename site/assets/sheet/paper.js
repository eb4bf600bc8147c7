// Fills the empty sheets of view.SheetTemplates with what the kit says.
import { say } from "../check/say.js";
import { breathe, frame } from "./breathe.js";
import { localPaper } from "./locale.js";

export class Paper {
  #place;
  #templates = {};
  #showing = 0; // counts, so that a paper that was begun gives way to a later one

  constructor(place, templates) {
    this.#place = place;
    for (const template of templates) this.#templates[template.dataset.format] = template;
  }

  clear() {
    this.#showing++;
    this.#place.replaceChildren();
  }

  /**
   * show puts sheets on a paper: "a4", "letter", "card", "label" or "list". It
   * pauses whenever a frame is over, so that the page answers meanwhile, and
   * calls tell with how many sheets are laid out. It resolves with false where
   * something else has been shown since.
   */
  async show(paper, sheets, tell = () => {}) {
    const showing = ++this.#showing;
    this.#dress(paper);
    const numbered = sheets.map((sheet, i) => ({
      ...values(sheet),
      number: sheets.length > 1 ? say("sheet.number", { n: i + 1, count: sheets.length }) : "",
    }));
    let began = performance.now();
    let count = 0;
    for (const page of this.#pages(paper === "a4" || paper === "letter" ? "page" : paper, numbered)) {
      if (performance.now() - began > frame) {
        tell(Math.round((count / this.#place.dataset.pages) * sheets.length));
        await breathe();
        if (showing !== this.#showing) return false;
        began = performance.now();
      }
      this.#put(count++, page);
    }
    while (this.#place.children.length > count) this.#place.lastChild.remove();
    return true;
  }

  showBlank(paper) {
    this.clear();
    this.#dress(paper);
    this.#place.append(page([fill(this.#copy("blank"), {})]));
  }

  *#pages(format, sheets) {
    const many = Number(this.#templates[format].dataset.many ?? 1);
    const count = Math.ceil(sheets.length / many);
    this.#place.dataset.pages = count;
    for (let n = 1; n <= count; n++) {
      const some = sheets.slice((n - 1) * many, n * many);
      if (format !== "list") yield page(some.map((one) => fill(this.#copy(format), one)), format);
      else yield page([this.#list(some, say("sheet.page", { n, count }))], format);
    }
  }

  #list(sheets, number) {
    const list = fill(this.#copy("list"), { number });
    list.querySelector(".js-rows").append(...sheets.map((one) => fill(this.#copy("row").querySelector("tr"), one)));
    return list;
  }

  /** put puts a page in the place of an older one, so that nothing moves under somebody's eyes. */
  #put(i, page) {
    const old = this.#place.children[i];
    if (old) old.replaceWith(page);
    else this.#place.append(page);
  }

  #copy(format) {
    return this.#templates[format].content.cloneNode(true).firstElementChild;
  }

  #dress(paper) {
    const size = ["a4", "letter", "label"].includes(paper) ? paper : localPaper();
    const card = paper === "card" ? " fe-paper--card" : "";
    if (this.#place.dataset.paper !== paper) this.#place.replaceChildren();
    this.#place.dataset.paper = paper;
    this.#place.className = `fe-paper js-paper fe-paper--${size}${card}`;
  }
}

function page(children, format) {
  const one = document.createElement("div");
  one.className = format === "card" ? "fe-paper__page fe-paper__page--flow" : "fe-paper__page";
  one.append(...children);
  return one;
}

/** values names what a sheet says as the slots do. */
function values({ groups, qr, bars, repaired, ...texts }) {
  const all = { ...texts, qr: qr.path, bars: bars[0].path, repaired: repaired ? "yes" : "" };
  groups.forEach((group, i) => (all[`group${i + 1}`] = group));
  return all;
}

/** fill puts values into the slots, and takes away what has none to show. */
function fill(sheet, values) {
  for (const part of sheet.querySelectorAll("[data-row]")) {
    if (!values[part.dataset.row]) part.remove();
  }
  for (const part of sheet.querySelectorAll("[data-without]")) {
    if (values[part.dataset.without]) part.remove();
  }
  for (const slot of sheet.querySelectorAll("[data-slot]")) slot.textContent = values[slot.dataset.slot] ?? "";
  for (const path of sheet.querySelectorAll("[data-path]")) path.setAttribute("d", values[path.dataset.path] ?? "");
  return sheet;
}
