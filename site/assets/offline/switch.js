// The switch on the page about trust: whether this browser keeps a copy of the site.
import { remove, turn } from "./keeping.js";

export class Switch {
  #say;
  #text = document.createElement("p");
  #button = document.createElement("button");
  #kept = false;

  /** keep begins to keep a copy, and resolves with whether it can be; removed is told when it is gone. */
  constructor(place, say, keep, removed) {
    this.#say = say;
    this.#text.setAttribute("role", "status");
    this.#button.className = "fe-button js-offline-turn";
    this.#button.type = "button";
    this.#button.addEventListener("click", async () => {
      const off = this.#kept;
      const done = turn(off) && (off ? await remove() : await keep());
      if (!done) this.#text.textContent = say("offline.denied");
      else if (off) removed();
      if (done) this.show(!off);
    });
    place.append(this.#text, this.#button);
  }

  show(kept) {
    this.#kept = kept;
    this.#text.textContent = this.#say(kept ? "offline.on" : "offline.off");
    this.#button.textContent = this.#say(kept ? "offline.remove" : "offline.keep");
  }
}
