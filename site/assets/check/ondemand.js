// A program that is loaded when somebody first wants something of it.
import { Program } from "wasm/loader.js";

export class OnDemand {
  #source;
  #program = null;
  #fail = null; // settles all open calls when the program cannot be had

  /** source is that of one program, as fortyeight:programs has it. */
  constructor(source) {
    this.#source = source;
  }

  /** start loads the program before it is called. */
  start() {
    if (!this.#program) this.#start();
  }

  /** call resolves with the program's answer, {died: true}, or {failed: why}; the next call tries again. */
  call(name, args) {
    this.start();
    return Promise.race([this.#program.call(name, args), this.#fail]);
  }

  #start() {
    let fail;
    this.#fail = new Promise((resolve) => (fail = resolve));
    const program = new Program(this.#source, (state, error) => {
      if (state !== "failed" || program !== this.#program) return;
      fail({ failed: error.reason });
      this.close();
    });
    this.#program = program;
    program.start();
  }

  /** close ends the program and all that it knows. */
  close() {
    this.#program?.close();
    this.#program = null;
  }
}
