// A repair that was taken, and how it is taken back.
import { say } from "./say.js";

export class Taken {
  #field;
  #one = null; // {digits, before, groups, sentence}

  constructor(field) {
    this.#field = field;
  }

  /** groups are the numbers of those that were repaired, or undefined. */
  get groups() {
    return this.#one?.groups;
  }

  get sentence() {
    return this.#one?.sentence;
  }

  get stands() {
    return this.#one !== null;
  }

  /** take puts a reading in place of what it was read from. */
  take({ key, changes, start, end }) {
    const texts = key.split("-");
    const numbers = [...new Set(changes.map(({ group }) => group))];
    const list = numbers.map((group) => say("repair.taken-group", { group, to: texts[group - 1] })).join(", ");
    this.#one = {
      digits: key,
      before: this.#field.text.slice(start, end),
      groups: new Set(numbers),
      sentence: say("repair.taken", { groups: list }),
    };
    this.#field.replace(key, start, end);
  }

  /** keep lets go of the repair once another key stands in the field. */
  keep(key) {
    if (this.#one && (this.#one.digits !== key || !this.#field.text.includes(key))) this.#one = null;
  }

  /** back puts in its place what stood there; what was typed around it since stays. */
  back() {
    if (!this.#one) return;
    const { digits, before } = this.#one;
    const start = this.#field.text.indexOf(digits);
    if (start >= 0) this.#field.replace(before, start, start + digits.length);
  }

  forget() {
    this.#one = null;
  }
}
