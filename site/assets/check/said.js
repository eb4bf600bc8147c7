// What a screen reader hears: the outcome once typing pauses, not every digit.

const pause = 800; // milliseconds

export class Said {
  #line;
  #timer;

  constructor(line) {
    this.#line = line;
  }

  /** now says a sentence, in place of what was to be said. */
  now(sentence) {
    clearTimeout(this.#timer);
    this.#line.textContent = sentence;
  }

  /** soon says what the parts show then, unless something else comes before. */
  soon(...parts) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const seen = parts.filter((part) => part.checkVisibility?.() ?? part.offsetParent);
      this.#line.textContent = seen.flatMap((part) => (part.children.length ? [...part.children] : [part]).map((line) => line.textContent)).join(" ");
    }, pause);
  }
}
