// Asks the program which key belongs to the Key ID on the screen, one question
// at a time: what changes while it answers is asked next, once.

const few = 20; // keys among which those without a Key ID are looked for

export class Inquiry {
  #call;
  #told;
  #question = null; // what is to be asked next
  #asking = null; // tells the questions under way from those before forget

  /** call asks the program. told is called with the question and its answer, {match, rows}: a Match, or null without an ID, and the first rows where keys are few. */
  constructor(call, told) {
    this.#call = call;
    this.#told = told;
  }

  /** ask asks {id, found, running}. */
  ask(question) {
    this.#question = question;
    if (!this.#asking) this.#answer();
  }

  async #answer() {
    const asking = (this.#asking = {});
    while (this.#question) {
      const question = this.#question;
      this.#question = null;
      const { id, found } = question;
      const match = found > 0 && id !== "" ? await this.#call("match", { id }) : null;
      const { rows = [] } = found > 0 && found <= few ? await this.#call("rows", { query: "", from: 0, count: few }) : {};
      if (asking !== this.#asking) return;
      if (!this.#question) this.#told(question, { match, rows });
    }
    this.#asking = null;
  }

  forget() {
    this.#question = this.#asking = null;
  }
}
