// Brings a program into a page: downloads and compiles it once, runs it in a
// worker, and replaces the worker when the program dies.

import { get, LoadError, program } from "./download.js";

export { LoadError };

// Where a program comes from is said by its source:
//
//   {wasm, gzip, worker}   addresses of the program, of its gzip copy, and of the
//                          script of its worker
//   {unpack, script}       a page that has them inside: a function that resolves
//                          with the program, a Response, and the script's text

const compiled = new Map(); // address, or source without one → promise of the compiled module

/**
 * compile gets and compiles the program of a source. The result is kept,
 * a failure is not: the next call tries again.
 */
export function compile(source) {
  const name = source.wasm ?? source;
  let module = compiled.get(name);
  if (!module) {
    module = load(source);
    compiled.set(name, module);
    module.catch(() => compiled.delete(name));
  }
  return module;
}

async function load(source) {
  if (!globalThis.WebAssembly) throw new LoadError("unsupported");
  const response = await (source.unpack ?? program)(source);
  const streams = WebAssembly.compileStreaming && response.headers.get("Content-Type") === "application/wasm";
  try {
    return await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    // A cut connection shows here too, as the end of a stream: both are worth
    // another try.
    throw new LoadError(cause instanceof WebAssembly.CompileError ? "compile" : "download", { cause });
  }
}

const tries = 2; // workers that one call may end before it is given up
const starts = 4; // workers that may end in a row, without an answer, before all is given up

const patience = 30_000; // milliseconds a call may take, on the slowest of phones, before its worker counts as hung

/**
 * A Program runs in a worker of its own. tell is called with its state:
 * "loading", "ready", "failed" (with a LoadError) or "replaced" (with the
 * number of the file that it died of, if it reads files; see worker.js), and
 * with "progress" of its work and what is "unread" to it of files. Where there is
 * no browser, options say how to compile a program and how to start a worker. The
 * program makes the call warm, {name, args}, to itself while nobody waits, since
 * the first one is the slowest.
 */
export class Program {
  #source;
  #tell;
  #options;
  #watch; // timer that ends a worker which does not answer
  #worker = null;
  #script = ""; // where a worker starts from
  #module = null; // the compiled program
  #running = false; // the worker has started it
  #calls = new Map(); // number → {name, args, tries, resolve}
  #number = 0;
  #first = []; // calls that a new worker gets before all others: what the program must know
  #deaths = 0; // workers that ended since the last answer
  #closed = false;

  constructor(source, tell = () => {}, options = {}) {
    this.#source = source;
    this.#tell = tell;
    this.#options = { patience, compile, spawn: (script) => new Worker(scriptURL(script)), ...options };
  }

  /** start loads the program; after a failure it can be called again. */
  async start() {
    if (this.#worker) return;
    this.#tell("loading");
    try {
      const compiling = this.#options.compile(this.#source);
      const script = workerScript(this.#source);
      this.#script = await Promise.race([script, compiling.then(() => script)]);
      if (this.#worker || this.#closed) return;
      // A worker takes as long to start as a stored program to compile: both at once.
      this.#run();
      const module = await compiling;
      if (this.#module || this.#closed) return;
      this.#module = module;
      if (this.#worker) this.#give();
      else this.#run(); // that one had no script: it may have one now
    } catch (error) {
      this.#stop();
      if (!this.#closed) this.#tell("failed", error);
    }
  }

  /** #run starts a worker. It keeps its calls until it is given the program. */
  #run() {
    const worker = this.#options.spawn(this.#script);
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      if (worker !== this.#worker) return;
      if (data.ready) this.#ready();
      else if (data.died) this.#replace(data.file);
      else if (data.progress) this.#progress(data.progress);
      else if (data.unread) this.#tell("unread", { ...data.unread, give: (bytes) => worker.postMessage({ bytes }, [bytes]) });
      else this.#settle(data.n, data.result);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      if (this.#module) this.#replace();
      else this.#stop();
    };
    if (this.#module) this.#give();
    for (const call of this.#first) worker.postMessage({ n: 0, ...call });
    for (const [n, call] of this.#calls) worker.postMessage({ n, name: call.name, args: call.args });
  }

  #give() {
    this.#worker.postMessage({ module: this.#module, warm: this.#options.warm });
  }

  #ready() {
    this.#running = true;
    this.#expect();
    this.#tell("ready");
  }

  /** #expect gives a running worker its time for the first open call. */
  #expect() {
    clearTimeout(this.#watch);
    if (this.#running && this.#calls.size > 0) this.#watch = setTimeout(() => this.#replace(-1), this.#options.patience);
  }

  #stop() {
    clearTimeout(this.#watch);
    this.#worker?.terminate();
    this.#worker = null;
    this.#running = false;
  }

  #progress(progress) {
    this.#deaths = 0;
    this.#tell("progress", progress);
  }

  #replace(file) {
    this.#stop();
    // Calls are answered in order: the first one open was being worked on.
    const [n, call] = this.#calls.entries().next().value ?? [];
    if (call && ++call.tries === tries) {
      call.resolve({ died: true });
      this.#calls.delete(n);
    }
    if (++this.#deaths === starts) {
      this.#deaths = 0;
      this.#tell("failed", new LoadError("start"));
      return;
    }
    this.#tell("replaced", file);
    this.#run();
  }

  #settle(n, result) {
    this.#deaths = 0;
    this.#calls.get(n)?.resolve(result);
    this.#calls.delete(n);
    this.#expect();
  }

  /** call resolves with the program's answer, or {died: true}. It waits until the program has arrived. */
  call(name, args) {
    return new Promise((resolve) => {
      const n = ++this.#number;
      this.#calls.set(n, { name, args, tries: 0, resolve });
      this.#worker?.postMessage({ n, name, args });
      if (this.#calls.size === 1) this.#expect();
    });
  }

  /** remember makes a call, and again for every worker that replaces this one. */
  remember(name, args) {
    this.#first = [{ name, args }];
    return this.call(name, args);
  }

  /** keep makes one more call that every worker gets; its answer goes nowhere. */
  keep(call) {
    this.#first.push(call);
    this.#worker?.postMessage({ n: 0, ...call });
  }

  /** keepOnly says which calls the worker gets that takes the place of this one. */
  keepOnly(calls) {
    this.#first = [...calls];
  }

  /** close ends the worker for good, and with it all that the program knows; open calls stay unanswered. */
  close() {
    this.#closed = true;
    this.#stop();
    this.#calls.clear();
    this.#first = [];
  }
}

// A frame in a sandbox has no origin, so no script of ours counts as its own:
// there a worker starts from a copy, and so it does where the script has no
// address. The copy is a data: address, since WebKit lets no worker start from a blob
// in such a frame where the page has a Cross-Origin-Embedder-Policy.
const copied = new Set(); // addresses of copies

async function workerScript({ worker, script }) {
  if (!script && globalThis.origin !== "null") return worker;
  try {
    script ??= await (await get(worker)).text();
  } catch (cause) {
    throw cause instanceof LoadError ? cause : new LoadError("download", { cause });
  }
  const address = `data:text/javascript,${encodeURIComponent(script)}`;
  copied.add(address);
  return address;
}

// All that we are stands in one folder.
const folder = new URL(".", import.meta.url).href;

// The one place where a page turns an address into a script that runs. The
// policy header lets nothing else do it, and this lets through what stands beside
// this very script, and copies that were made of it here.
const policy = globalThis.trustedTypes?.createPolicy("fortyeight", {
  createScriptURL(url) {
    if (!new URL(url, location.href).href.startsWith(folder) && !copied.has(url)) throw new TypeError("not one of our scripts");
    return url;
  },
});

function scriptURL(url) {
  return policy ? policy.createScriptURL(url) : url;
}
