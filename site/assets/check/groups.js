// Shows the eight groups as the program reports them.
import { say } from "./say.js";
import { groupTone, showTone } from "./tone.js";

const digits = 6;

export class Groups {
  #tiles;

  /** choose is called with the group, {start, end}, whose tile was pressed. */
  constructor(root, choose) {
    this.#tiles = [...root.querySelectorAll(".js-group")].map((element) => ({
      element,
      digits: element.querySelector(".js-digits"),
      rest: element.querySelector(".js-rest"),
      word: element.querySelector(".js-word"),
      shown: "",
      group: null,
    }));
    for (const tile of this.#tiles) {
      tile.element.querySelector("button").addEventListener("click", () => choose(tile.group));
    }
  }

  /** show shows the groups; repaired are those that a reading has changed. */
  show({ groups, problems }, repaired = new Set()) {
    this.#tiles.forEach((tile, i) => {
      const { text, state } = groups[i];
      const short = problems.some(({ kind, group }) => kind === "group-short" && group === i + 1);
      let name = short ? "short" : state;
      if (state === "right" && repaired.has(i + 1)) name = "repaired";
      tile.group = groups[i];
      // Only what changed is touched: a key press changes one tile.
      if (tile.shown === name + text) return;
      tile.shown = name + text;
      tile.element.dataset.state = name;
      tile.digits.textContent = text;
      tile.rest.textContent = "·".repeat(Math.max(0, digits - [...text].length));
      tile.word.textContent = say(`group.${name}`);
      showTone(tile.element, groupTone(name));
    });
  }
}
