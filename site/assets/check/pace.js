// Tells whether somebody is still typing a text, so that nothing is said of it
// that the next digit would take back.

const pause = 2500; // milliseconds, more than most looks at a paper take

export class Pace {
  #rested;
  #timer;
  #length = 0;

  /** ended says that the text came in one piece, so that all of it is there. */
  ended = false;

  /** resting says that nothing has come for a while, though more may. */
  resting = false;

  /** rested is called when typing comes to rest. */
  constructor(rested) {
    this.#rested = rested;
  }

  /** settled says that what stands there is more than a moment of typing. */
  get settled() {
    return this.ended || this.resting;
  }

  /**
   * note takes an input event of the field and the length of its text. What a
   * browser fills in by itself has no type, and input methods bring a text that
   * was copied as typing would, but into an empty field and all at once.
   */
  note({ inputType = "insertFromBrowser" }, length) {
    const atOnce = this.#length === 0 && length > 2;
    this.ended = atOnce || inputType.startsWith("insertFrom") || inputType === "insertReplacementText";
    this.wait(length);
  }

  /** wait takes the length of a text that came nobody knows how. */
  wait(length) {
    this.resting = false;
    this.#length = length;
    clearTimeout(this.#timer);
    if (this.ended || length === 0) return;
    this.#timer = setTimeout(() => {
      this.resting = true;
      this.#rested();
    }, pause);
  }

  forget() {
    clearTimeout(this.#timer);
    this.ended = this.resting = false;
    this.#length = 0;
  }
}
