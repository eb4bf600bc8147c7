// Covers the digits while nobody uses the page and lets them expire.
import { watchIdle } from "./idle.js";

export class Clearing {
  #root;
  #expiry;
  #views;
  #used;

  /**
   * filled says whether there is anything to hide, views are the views that
   * cover themselves, and expire clears all.
   */
  constructor(root, { filled, views, expire }) {
    this.#root = root;
    this.#views = views;
    this.#expiry = this.#part("expiry");
    document.body.append(this.#expiry); // beside the views, so that it shows whichever is open
    this.#used = watchIdle(
      {
        cover: () => filled() && this.cover(),
        warn: () => (this.#expiry.hidden = !filled()),
        expire: () => filled() && expire(),
      },
      () => !this.#part("cover").hidden,
    );
    const presses = [...document.querySelectorAll(".js-uncover, .js-print-uncover, .js-cover-show"), this.#expiry.querySelector("button")];
    for (const button of presses) button.addEventListener("click", () => this.show());
  }

  #part(name) {
    return this.#root.querySelector(`.js-${name}`);
  }

  cover() {
    for (const view of this.#views) view.cover();
    this.#part("entry").hidden = true;
    this.#part("cover").hidden = false;
  }

  /** uncover shows the digits without counting as use. */
  uncover() {
    for (const view of this.#views) view.uncover();
    this.#part("entry").hidden = false;
    this.#part("cover").hidden = true;
    this.#expiry.hidden = true;
  }

  /** show is a person's press: the time begins anew. */
  show() {
    this.#used();
    this.uncover();
  }
}
