// The drill: digits from the paper are compared with the key, by the program.
import { say } from "../check/say.js";

const tones = { unfinished: "typing", different: "wrong", same: "right" };

export class Drill {
  #part;
  #field;
  #answer;
  #kit;
  #keys = [];
  #asked = 0;

  /** camera.call("read") resolves with the key of a paper before the camera, or null. */
  constructor(root, kit, camera) {
    this.#part = root.querySelector(".js-drill");
    this.#field = root.querySelector(".js-drill-field");
    this.#answer = root.querySelector(".js-drill-answer");
    this.#kit = kit;
    this.#field.addEventListener("input", () => this.#compare());
    root.querySelector(".js-drill-camera").addEventListener("click", () => this.#see(camera));
  }

  async #see(camera) {
    const asked = this.#asked;
    const key = await camera.call("read");
    if (!key || asked !== this.#asked) return;
    this.#field.value = key;
    this.#field.focus();
    this.#compare();
  }

  /** set begins anew with the keys that papers may hold. */
  set(keys) {
    this.#keys = keys;
    this.#asked++;
    // A field's undo remembers: a new one takes its place.
    const fresh = this.#field.cloneNode(false);
    fresh.value = "";
    fresh.addEventListener("input", () => this.#compare());
    this.#field.replaceWith(fresh);
    this.#field = fresh;
    this.#tell("quiet", "");
  }

  /** invite opens the drill and puts the cursor into its field. */
  invite() {
    this.#part.open = true;
    this.#field.focus();
    this.#part.scrollIntoView({ block: "nearest" });
  }

  async #compare() {
    const asked = ++this.#asked;
    const text = this.#field.value;
    const answers = await Promise.all(this.#keys.map((key) => this.#kit.call("readBack", { key, text })));
    if (asked !== this.#asked) return;
    const best = ["same", "unfinished", "different"].map((state) => answers.find((one) => one.state === state)).find(Boolean);
    if (!best || text.trim() === "") this.#tell("quiet", best ? "" : say("sheet.print.failed"));
    else this.#tell(tones[best.state], this.#sentence(best));
  }

  #sentence({ state, groups }) {
    if (state !== "different") return say(`sheet.print.drill.${state}`);
    if (this.#keys.length > 1) return say("sheet.print.drill.other");
    if (groups.length === 0) return say("sheet.print.drill.longer");
    return say("sheet.print.drill.different", { groups: groups.join(", ") });
  }

  #tell(tone, sentence) {
    this.#answer.dataset.tone = tone;
    this.#answer.textContent = sentence;
    this.#field.setAttribute("aria-invalid", tone === "wrong");
  }
}
