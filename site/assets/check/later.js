// A view that is loaded when it is first wanted.

export class Later {
  #load;
  #failed;
  #view = null;
  #wanted = 0; // tells the last wish from those before Forget

  /** load resolves with the view; failed is called when it cannot be had now. */
  constructor(load, failed) {
    this.#load = load;
    this.#failed = failed;
  }

  /** call calls a method of the view, once it is there and unless Forget came first; it resolves with what that gives. */
  async call(method, ...args) {
    const wanted = ++this.#wanted;
    try {
      this.#view ??= await this.#load();
    } catch {
      this.#failed(); // and what that gives is no answer of the view
      return;
    }
    if (wanted === this.#wanted) return this.#view[method](...args);
  }

  cover() {
    this.#view?.cover();
  }

  uncover() {
    this.#view?.uncover();
  }

  forget() {
    this.#wanted++;
    this.#view?.forget();
  }
}
