// Asks the check program about the fields, one question at a time: what
// changes while it answers is asked next, once.
import programs from "fortyeight:programs";
import { Program } from "wasm/loader.js";
import { without } from "./without.js";

// The slowest call of a program is its first: it makes this one to itself.
const warm = { name: "check", args: { text: "0-0-0-0-0-0-0-0", id: "0" } };

export class Asking {
  /** failed says that the program could not be had and that somebody must ask for another try. */
  failed = false;

  #page;
  #program;
  #ready = false; // the program has come
  #open = null; // the promise of the answers under way
  #changed = false; // something has changed since they were asked for

  /**
   * page is what is asked about and what is told:
   *
   *   fields()               gives {text, id}
   *   settled()              says whether the text is more than a moment of typing
   *   state(name, error)     the program's state, as Program tells it
   *   early(answer, text)    what the rule alone tells, where the program has not come
   *   show(answer, text)     the answer about the fields, and the text it is about
   *   read(reading, answer, text) what an unclear text was meant as
   *   meant(id)              what an unclear Key ID was meant as
   *   gaveUp()               two programs have ended over this text
   */
  constructor(page) {
    this.#page = page;
    this.#program = this.#fresh();
  }

  #fresh() {
    const one = new Program(
      programs.check,
      (state, error) => {
        if (one !== this.#program) return;
        this.failed = state === "failed";
        this.#ready = state === "ready";
        this.#page.state(state, error);
        if (this.failed && this.#open) this.#early();
        if (state === "ready" && !this.#open && this.#changed) this.ask();
      },
      { warm },
    );
    return one;
  }

  /** program is the one that answers now. */
  get program() {
    return this.#program;
  }

  /** start loads the program, again after a failure. */
  start() {
    this.#changed ||= this.failed; // what seemed to end the program is asked about again
    this.#program.start();
  }

  /** ask resolves when the fields as they are now have been answered. */
  ask() {
    this.#changed = true;
    if (!this.#ready) this.#early();
    this.#open ??= this.#answer();
    return this.#open;
  }

  #early() {
    const { text } = this.#page.fields();
    this.#page.early(without(text), text);
  }

  async #answer() {
    const asked = this.#program;
    if (!this.failed) asked.start();
    let fatal = null; // the fields that ended two programs are not asked about again
    while (this.#changed) {
      this.#changed = false;
      const { text, id } = this.#page.fields();
      if (fatal?.text === text && fatal.id === id) break;
      fatal = null;
      const answer = await asked.call("check", { text, id });
      if (asked !== this.#program) return; // forgotten meanwhile
      if (answer.died) {
        fatal = { text, id };
        this.#page.gaveUp();
      } else this.#page.show(answer, text);
      if (this.#changed || answer.died) continue;
      await this.#readOn(asked, answer, text, id);
      if (asked !== this.#program) return;
    }
    this.#open = null;
  }

  /** #readOn asks what was meant. A clean key and a clean Key ID never come here. */
  async #readOn(asked, answer, text, id) {
    const late = () => asked !== this.#program || this.#changed;
    if (answer.unclear === "yes" || (answer.unclear && this.#page.settled())) {
      const reading = await asked.call("read", { text });
      if (late()) return;
      if (reading.died) this.#page.gaveUp();
      else this.#page.read(reading, answer, text);
    }
    if (answer.screen.problem === "id-strange") {
      const { id: meant } = await asked.call("readId", { text: id });
      if (!late() && meant) this.#page.meant(meant);
    }
  }

  /** forget ends the program and all that it knows. */
  forget() {
    this.#program.close();
    this.failed = this.#ready = this.#changed = false;
    this.#open = null;
    this.#program = this.#fresh();
  }
}
