// Fills the screen with a code for the scanner at the locked PC: the QR, or the
// bar code in two lines, one at a time, so that a scanner cannot take the wrong
// one.
import { draw } from "../sheet/draw.js";
import { say } from "../check/say.js";

export class Scanner {
  #root;
  #field;
  #note;
  #codes;
  #sheet;
  #opener;
  #drawn = null;

  constructor(root, sheet) {
    this.#root = root.querySelector(".js-scanner");
    this.#field = this.#root.querySelector(".js-field");
    this.#note = this.#root.querySelector(".js-scan-note");
    this.#codes = [...this.#root.querySelectorAll(".js-code")];
    this.#opener = root.querySelector(".js-scan");
    this.#sheet = sheet;
    for (const button of this.#codes) button.addEventListener("click", () => this.#show(button.dataset.code));
    this.#root.querySelector(".js-scan-close").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  async open(key) {
    this.#root.hidden = false;
    this.#note.textContent = say("typing.scan-loading");
    this.#codes[0].focus();
    const asked = (this.#drawn = {});
    const sheet = await this.#sheet({ key });
    if (asked !== this.#drawn) return; // closed meanwhile
    if (!sheet?.qr) {
      this.#note.textContent = say("typing.scan-failed");
      return;
    }
    this.#drawn = sheet;
    this.#show("qr");
  }

  #show(code) {
    if (!this.#drawn?.qr) return;
    const { qr, halves } = this.#drawn;
    const drawing = code === "qr" ? draw(qr.path, qr.size, qr.size) : draw(halves[code].path, halves[code].width, 1);
    drawing.setAttribute("class", code === "qr" ? "fe-scan__qr" : "fe-scan__bars");
    this.#field.replaceChildren(drawing);
    for (const button of this.#codes) button.setAttribute("aria-pressed", button.dataset.code === code);
    this.#note.textContent = say(code === "qr" ? "typing.scan-hint" : "typing.scan-hint-bars");
  }

  /** close returns whether it was open. */
  close() {
    if (!this.isOpen) return false;
    this.#root.hidden = true;
    this.#drawn = null;
    this.#field.replaceChildren();
    this.#opener.focus();
    return true;
  }
}
