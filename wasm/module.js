// The checker for programs: the programs beside this file, each in a worker of
// its own, in a browser or in Node. check.d.ts is the contract.
import { Files } from "./files.js";
import { LoadError, Program } from "./loader.js";

/** The only error that is thrown here. reason is one of those of check.d.ts; no message holds a digit. */
export class FortyeightError extends Error {
  constructor(reason, options) {
    super(sentences[reason] ?? reason, options);
    this.name = "FortyeightError";
    this.reason = reason;
  }
}

const sentences = {
  download: "A file of Fortyeight could not be loaded; it must stand beside check.js.",
  compile: "The program could not be compiled; its file may be damaged.",
  start: "The program ends as soon as it starts.",
  unsupported: "There is no WebAssembly here.",
  died: "The program has ended over this; it was started anew and can be asked again.",
  usage: "The call was given something that it does not take.",
  closed: "close was called before.",
};

const inNode = Boolean(globalThis.process?.versions?.node) && !globalThis.document;
const builtin = (name) => import(`node:${name}`); // not a literal, so that no bundler follows it
const beside = (name) => new URL(name, import.meta.url).href;
const program = (name) => ({ wasm: beside(`${name}.wasm`), worker: beside("worker.js") });

/** load resolves when the check program answers. */
export async function load() {
  const one = new Fortyeight(inNode ? await node() : {});
  await one.start();
  return one;
}

/** node says how Node compiles a program and starts a worker. */
async function node() {
  const [{ readFile }, threads] = await Promise.all([builtin("fs/promises"), builtin("worker_threads")]);
  const modules = new Map();
  const compile = ({ wasm }) => {
    if (!modules.has(wasm)) modules.set(wasm, read(wasm).then((bytes) => WebAssembly.compile(bytes)));
    return modules.get(wasm);
  };
  const read = (wasm) =>
    readFile(new URL(wasm)).catch((cause) => {
      throw new LoadError("download", { cause });
    });
  const spawn = () => {
    const thread = new threads.Worker(new URL("node.js", import.meta.url));
    const worker = { postMessage: (message) => thread.postMessage(message), terminate: () => thread.terminate() };
    thread.on("message", (data) => worker.onmessage({ data }));
    thread.on("error", () => worker.onerror({ preventDefault() {} }));
    thread.unref(); // a program that forgets close must be able to end
    return worker;
  };
  return { compile, spawn };
}

class Fortyeight {
  #options;
  #programs = new Map(); // name → {program, failed: promise that rejects}
  #scans = new Set();
  #closed = false;

  constructor(options) {
    this.#options = options;
  }

  /** start loads the check program. */
  start() {
    return this.#ask("check", "check", { text: "", id: "" });
  }

  async #ask(name, call, args) {
    if (this.#closed) throw new FortyeightError("closed");
    const { program, failed } = this.#program(name);
    const answer = await held(Promise.race([program.call(call, args), failed]));
    if (answer.died) throw new FortyeightError("died");
    if (answer.usage) throw new FortyeightError("usage");
    return answer;
  }

  #program(name) {
    let one = this.#programs.get(name);
    if (!one) {
      let fail;
      const failed = new Promise((_, reject) => (fail = reject));
      failed.catch(() => {});
      const tell = (state, error) => {
        if (state !== "failed") return;
        this.#programs.delete(name); // the next call tries again
        one.program.close();
        fail(asError(error));
      };
      one = { program: new Program(program(name), tell, this.#options), failed, fail };
      this.#programs.set(name, one);
      one.program.start();
    }
    return one;
  }

  check(text, keyId = "") {
    return this.#ask("check", "check", { text: String(text), id: String(keyId) });
  }

  read(text) {
    return this.#ask("check", "read", { text: String(text) });
  }

  async matchId(text, keyId) {
    const { answer, keyId: known } = await this.check(text, keyId);
    const match = { "key-matches": "whole", "key-matches-beginning": "beginning", "key-other": "other", "key-id-unknown": "unknown" }[answer];
    return { match: match ?? "none", keyId: known };
  }

  async sheet(key, fields = {}) {
    const { state, key: canonical } = await this.check(key);
    if (state !== "valid") throw new FortyeightError("usage");
    return this.#ask("kit", "sheet", { ...fields, key: canonical });
  }

  async scan(files, { onProgress = () => {}, signal } = {}) {
    if (this.#closed) throw new FortyeightError("closed");
    signal?.throwIfAborted();
    const chosen = await Promise.all([...files].map(asChosen));
    signal?.throwIfAborted();
    if (this.#closed) throw new FortyeightError("closed");
    if (chosen.length === 0) return { keys: [], notices: [] };
    let reader, stop;
    const done = new Promise((resolve, reject) => {
      stop = reject;
      const tell = (event, detail) => {
        if (event === "failed") reject(asError(detail));
        if (event !== "progress") return;
        onProgress(detail);
        if (!detail.running && detail.searchable === detail.found) resolve();
      };
      reader = new Files(program("files"), tell, this.#options);
    });
    const abort = () => stop(signal.reason);
    const close = () => stop(new FortyeightError("closed"));
    this.#scans.add(close);
    signal?.addEventListener("abort", abort);
    try {
      reader.take(chosen, false);
      await held(done);
      const keys = await all((from, count) => reader.call("keys", { indexes: [], query: "", from, count }), "keys");
      const notices = await all((from, count) => reader.call("notices", { from, count }), "notices");
      return { keys, notices };
    } finally {
      signal?.removeEventListener("abort", abort);
      this.#scans.delete(close);
      reader.close();
    }
  }

  close() {
    this.#closed = true;
    for (const { program, fail } of this.#programs.values()) {
      program.close();
      fail(new FortyeightError("closed"));
    }
    this.#programs.clear();
    for (const stop of this.#scans) stop();
  }
}

/** held keeps Node from ending while something is awaited: threads that wait for work do not. */
function held(promise) {
  const hold = setInterval(() => {}, 2 ** 30);
  return promise.finally(() => clearInterval(hold));
}

const page = 200; // what the program gives at a time

async function all(ask, name) {
  const list = [];
  for (;;) {
    const answer = await held(ask(list.length, page));
    if (answer.died) throw new FortyeightError("died");
    if (answer.usage) throw new FortyeightError("usage");
    list.push(...answer[name]);
    if (answer[name].length === 0 || list.length >= answer.total) return list;
  }
}

const asError = (error) => (error instanceof LoadError ? new FortyeightError(error.reason, { cause: error }) : error);

/** asChosen makes of a file, {name, data} or File, what the program reads. */
async function asChosen(given) {
  const { name } = given;
  const data = given.data ?? given;
  if (typeof name !== "string" || name === "") throw new FortyeightError("usage");
  if (inNode) return { path: name, file: data instanceof Uint8Array ? data : new Uint8Array(await data.arrayBuffer()) };
  return { path: name, file: data instanceof Blob ? data : new File([data], name) };
}
