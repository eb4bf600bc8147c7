// Fills the empty sheets of view.SheetTemplates with what the kit says.
import { say } from "../check/say.js";
import { localPaper } from "./locale.js";

export class Paper {
  #place;
  #templates = {};

  constructor(place, templates) {
    this.#place = place;
    for (const template of templates) this.#templates[template.dataset.format] = template.content;
  }

  clear() {
    this.#place.replaceChildren();
  }

  /** show puts sheets on a paper: "a4", "letter", "card", "label" or "list". */
  show(paper, sheets) {
    this.#dress(paper);
    const format = paper === "a4" || paper === "letter" ? "page" : paper;
    const numbered = sheets.map((sheet, i) => ({
      ...values(sheet),
      number: sheets.length > 1 ? say("sheet.number", { n: i + 1, count: sheets.length }) : "",
    }));
    if (format === "list") {
      const list = this.#copy("list");
      list.querySelector(".js-rows").append(...numbered.map((one) => fill(this.#copy("row").querySelector("tr"), one)));
      this.#place.replaceChildren(page([list], "fe-paper__page--flow"));
      return;
    }
    const filled = numbered.map((one) => fill(this.#copy(format), one));
    if (format === "card") this.#place.replaceChildren(page(filled, "fe-paper__page--flow"));
    else this.#place.replaceChildren(...filled.map((one) => page([one])));
  }

  showBlank(paper) {
    this.#dress(paper);
    this.#place.replaceChildren(page([fill(this.#copy("blank"), {})]));
  }

  #copy(format) {
    return this.#templates[format].cloneNode(true).firstElementChild;
  }

  #dress(paper) {
    const size = ["a4", "letter", "label"].includes(paper) ? paper : localPaper();
    this.#place.className = `fe-paper js-paper fe-paper--${size}`;
    if (paper === "list" || paper === "card") this.#place.classList.add(`fe-paper--${paper}`);
  }
}

function page(children, ...classes) {
  const one = document.createElement("div");
  one.classList.add("fe-paper__page", ...classes);
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
