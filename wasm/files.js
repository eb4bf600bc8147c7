// Reads files in a worker; files.d.ts is the contract.
import { Program } from "./loader.js";

const batch = 1000; // files that are handed over at a time: a page must not stall

/** Files is a program that reads files, and what it is to read. */
export class Files {
  #tell;
  #program;
  #kept = []; // calls that a worker has got, and that its successor gets
  #waiting = []; // calls that no worker has got yet
  #sending = false;

  constructor(source, tell = () => {}, options = {}) {
    this.#tell = tell;
    this.#program = new Program(source, (event, detail) => {
      if (event === "replaced") this.#replaced(detail);
      else if (event === "unread") this.#read(detail);
      else this.#tell(event, detail);
    }, options);
  }

  start() {
    return this.#program.start();
  }

  take(chosen, folder) {
    for (let i = 0; i < chosen.length; i += batch) {
      const files = chosen.slice(i, i + batch);
      this.#waiting.push({ name: "take", args: { files, folder, more: i + batch < chosen.length } });
    }
    this.#send();
  }

  paste(text) {
    this.#waiting.push({ name: "paste", args: { text } });
    this.#send();
  }

  async #send() {
    this.start();
    if (this.#sending) return;
    this.#sending = true;
    while (this.#waiting.length > 0) {
      const call = this.#waiting.shift();
      this.#kept.push(call);
      this.#program.keep(call);
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#sending = false;
  }

  stop() {
    this.#waiting = [];
    const last = this.#kept[this.#kept.length - 1];
    if (last?.args.more) last.args.more = false; // the rest of it does not come any more
    this.call("stop", {});
  }

  call(name, args) {
    return this.#program.call(name, args);
  }

  close() {
    this.#waiting = [];
    this.#kept = [];
    this.#program.close();
  }

  /**
   * replaced takes the file that ended the program out of what its successor
   * gets. If it was not a file, or nobody knows which, the successor gets nothing
   * that could end it again.
   */
  #replaced(file) {
    let name = "";
    if (file !== undefined) {
      const { files, i } = this.#place(file);
      if (files) name = files.splice(i, 1)[0].path;
      else this.#kept = [];
      this.#program.keepOnly(this.#kept);
    }
    this.#tell("gave-up", { name });
  }

  /** #place finds a file by its number: the list in which it stands, and where. */
  #place(number) {
    for (const { args } of this.#kept) {
      const { files } = args;
      if (number < files?.length) return number < 0 ? {} : { files, i: number };
      number -= files?.length ?? 0;
    }
    return {};
  }

  /** #read reads a piece of a file for a worker that cannot. */
  async #read({ number, at, size, give }) {
    const { files, i } = this.#place(number);
    if (!files) return; // the worker that asked has been given up meanwhile
    give(await files[i].file.slice(at, at + size).arrayBuffer().catch(() => new ArrayBuffer(0)));
  }
}
