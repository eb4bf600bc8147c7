// What somebody answered, as the page's address keeps it behind its #, and the
// places for it. It does what package find does, from the same file; given is a
// Map from a question's id to a list of answers.

const unknown = "unknown";

export class Finder {
  #questions;
  #places;
  #last;

  constructor({ questions, places, last }) {
    this.#questions = questions;
    this.#places = places;
    this.#last = last;
  }

  /** read returns the answers of an address, and leaves out what is none. */
  read(fragment) {
    const address = new URLSearchParams(fragment);
    const given = new Map();
    for (const question of this.#questions) {
      const answers = address.get(question.id)?.split(",") ?? [];
      if (this.#fits(question, answers)) given.set(question.id, answers);
    }
    return given;
  }

  #fits({ several, answers: known }, answers) {
    const one = answers.length === 1;
    if (one && answers[0] === unknown) return true;
    if (answers.length === 0 || new Set(answers).size !== answers.length || !(several || one)) return false;
    return answers.every((id) => known.some((answer) => answer.id === id && (one || !answer.alone)));
  }

  /** write returns the address for answers, without those that nobody asked for. */
  write(given) {
    return this.asked(given)
      .filter((id) => given.has(id))
      .map((id) => `${id}=${given.get(id).join()}`)
      .join("&");
  }

  /** asked returns the ids of the questions for somebody who answers so. */
  asked(given) {
    const said = (pair) => {
      const [id, answer] = pair.split("=");
      return given.get(id)?.includes(answer);
    };
    return this.#questions.filter((question) => !question.unless?.some(said)).map((question) => question.id);
  }

  /** order returns the ids of the places, the likeliest first. */
  order(given) {
    const said = this.asked(given).flatMap((id) => (given.get(id) ?? []).map((answer) => `${id}=${answer}`));
    const worth = (place) => said.reduce((sum, pair) => sum + (place.answers[pair] ?? 0), place.weight);
    const found = this.#places
      .map((place) => ({ id: place.id, points: worth(place) }))
      .filter((place) => place.points > 0 && place.id !== this.#last)
      .sort((a, b) => b.points - a.points);
    return [...found.map((place) => place.id), this.#last];
  }
}
