// One key of the list: a copy of the template that view.Files renders. It holds
// no digits until they are shown.
import { say } from "../check/say.js";

export class Row {
  element;
  #parts = {};
  #buttons;
  #row; // what it shows, or null while that is on its way; unset until it is filled
  #opened = null; // what it shows the digits of
  #reached; // whether Tab comes here; unset outside a window

  /** act is called with "show", "use", "type", "print" or "pick", and the row. */
  constructor(template, act) {
    this.element = template.content.firstElementChild.cloneNode(true);
    for (const name of ["pick", "first", "rest", "device", "date", "repaired", "place", "open", "digits", "pairing", "changes", "places"]) {
      this.#parts[name] = this.element.querySelector(`.js-${name}`);
    }
    this.#buttons = [...this.element.querySelectorAll("[data-act]")];
    for (const button of this.#buttons) {
      button.addEventListener(button.type === "checkbox" ? "change" : "click", () => {
        if (this.#row) act(button.dataset.act, this.#row);
      });
    }
  }

  /** fill shows a row of the program, or with null an empty one. */
  fill(row, { count, picked = false, pickable = true, shown = null }) {
    const parts = this.#parts;
    this.element.setAttribute("aria-setsize", count);
    parts.pick.checked = picked;
    parts.pick.parentElement.hidden = !pickable;
    if (row !== this.#row) {
      this.#row = row;
      this.#write(row);
    }
    this.#open(row && shown?.index === row.index ? shown : null);
  }

  #write(row) {
    const parts = this.#parts;
    this.element.classList.toggle("fe-keys__row--empty", !row);
    const { keyId = "", repaired = false, places = [{ file: "", line: 0 }], morePlaces = 0 } = row ?? {};
    parts.first.textContent = row ? keyId.slice(0, 8) || say("row.no-id") : "";
    parts.rest.textContent = keyId.slice(8);
    parts.device.textContent = row ? device(row) : "";
    parts.date.textContent = row ? row.date.slice(0, 10) || row.created : "";
    parts.repaired.hidden = !repaired;
    parts.place.textContent = row ? place(places[0]) + (places.length + morePlaces > 1 ? ` ${say("row.more-places", { count: places.length + morePlaces - 1 })}` : "") : "";
    for (const whose of this.element.querySelectorAll(".js-whose")) whose.textContent = keyId.slice(0, 8) || (row ? place(places[0]) : "");
  }

  /** #open shows the digits of shown, or with null hides them. */
  #open(shown) {
    if (shown === this.#opened) return;
    this.#opened = shown;
    const parts = this.#parts;
    parts.open.hidden = !shown;
    this.element.classList.toggle("fe-keys__row--open", shown !== null);
    this.element.querySelector('[data-act="show"] .js-act').textContent = say(shown ? "row.hide" : "row.show");
    if (!shown) {
      for (const name of ["digits", "pairing", "changes", "places"]) parts[name].replaceChildren();
      return;
    }
    const changed = new Set(shown.changes.map(({ group }) => group));
    parts.digits.replaceChildren(
      ...shown.key.split("-").map((digits, i) => {
        const group = Object.assign(document.createElement("span"), { className: "fe-keys__group", textContent: digits });
        if (changed.has(i + 1)) group.dataset.tone = "repaired";
        return group;
      }),
    );
    parts.pairing.textContent = `${say(`format.${this.#row.format}`)} · ${say(`pairing.${this.#row.pairing || "none"}`)}`;
    parts.changes.hidden = !shown.repaired;
    parts.changes.textContent = shown.repaired ? say("row.repaired", { groups: [...changed].join(", ") }) : "";
    const lines = this.#row.places.map(place).slice(1); // the first stands above
    if (this.#row.morePlaces > 0) lines.push(say("row.more-places", { count: this.#row.morePlaces }));
    parts.places.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  }

  /** leave takes digits with it. */
  leave() {
    this.#open(null);
  }

  /** reach says whether Tab comes here. */
  reach(on) {
    if (on === this.#reached) return;
    this.#reached = on;
    this.element.tabIndex = on ? 0 : -1;
    for (const button of this.#buttons) button.tabIndex = on ? 0 : -1;
  }
}

/** device says what the list calls the PC and the drive. */
function device({ device, volume, unreadable }) {
  return [device, volume].filter(Boolean).join(" · ") || say(unreadable ? "row.unreadable" : "row.no-device");
}

/** place says where a key stands. */
export function place({ file, line }) {
  const where = file || say("files.pasted");
  return line > 0 ? say("row.line", { file: where, line }) : where;
}
