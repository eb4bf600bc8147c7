// The worker in which one program runs. Ending the worker is how a page
// forgets: all that the program knows lives here.
//
// In:  {module, warm}            a compiled program, once, and a call {name,
//                                args} that it makes to itself, or nothing
//      {n, name, args}           a call
//      {bytes}                   the piece of a file that was asked for
// Out: {ready: true}             the program has started
//      {n, result}               the answer to call n
//      {unread}                  a piece {number, at, size} of a file, which the page must read
//      {progress}                of a program that works in steps, as it goes on
//      {died: true, file}        the program has ended; only a new worker helps. File is the
//                                number of the file that it read, -1 for none; it is missing
//                                where the program died in a call.
import "fortyeight:runtime";
import { adopt, begin, give, guilty, imports, unread } from "./slices.js";

// What a Go program prints could hold what was typed: it reaches no console.
globalThis.fs.writeSync = (_, bytes) => bytes.length;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let program = null; // what the program exports
const waiting = [];

onmessage = ({ data }) => {
  if (data.module) start(data);
  else if (data.bytes) resume(data.bytes);
  else answer(data);
};

async function start({ module, warm }) {
  try {
    const go = new Go();
    let exports;
    go.importObject.fortyeight = imports(() => new Uint8Array(exports.mem.buffer));
    const instance = await WebAssembly.instantiate(module, go.importObject);
    exports = instance.exports;
    go.run(instance).then(died, died);
    program = exports;
    postMessage({ ready: true });
    // A program's first call is its slowest: it makes one to itself while
    // nobody waits. If somebody does, theirs is the first.
    if (warm && waiting.length === 0) call(warm.name, warm.args);
  } catch {
    died();
  }
  waiting.splice(0).forEach(answer);
}

function answer(message) {
  if (!program || unread()) return waiting.push(message);
  const { n, name, args } = message;
  let result;
  try {
    result = call(name, args.files ? adopt(args) : args);
  } catch {
    result = { died: true };
  }
  if (result.died) return died();
  if (unread()) {
    waiting.push(message); // to be made again
    return postMessage({ unread: unread() });
  }
  postMessage({ n, result });
  if (begins.includes(name)) work();
}

/** resume goes on with what waited for a piece of a file. */
function resume(bytes) {
  give(bytes);
  waiting.splice(0).forEach(answer);
  if (working) turns.port2.postMessage(0);
}

/** call makes a call; package bridge describes the bytes. */
function call(name, args) {
  const parts = [name, ...Object.entries(args).flat()].map((part) =>
    part instanceof Uint8Array ? part : encoder.encode(String(part)),
  );
  const length = parts.reduce((sum, part) => sum + 4 + part.length, 0);
  let at = program.reserve(length);
  const memory = new DataView(program.mem.buffer);
  for (const part of parts) {
    memory.setUint32(at, part.length, true);
    new Uint8Array(memory.buffer).set(part, at + 4);
    at += 4 + part.length;
  }
  const answered = program.call(length);
  return JSON.parse(decoder.decode(new Uint8Array(program.mem.buffer, program.answer(), answered)));
}

// A program that exports step works in steps. Between two of them, messages are
// served: a step is a message to ourselves, behind those of the page.

const begins = ["take", "paste", "stop"]; // calls after which there may be work
const tellEvery = 100; // ms
const turns = new MessageChannel();
let working = false;
let stepping = false;
let told = 0;

turns.port1.onmessage = step;

function work() {
  if (working || !program.step) return;
  working = true;
  turns.port2.postMessage(0);
}

function step() {
  if (unread()) return;
  stepping = true;
  try {
    begin();
    const standing = program.step(); // of package bridge/files: 0 done, 1 more, 2 ended
    if (standing < 0) return died();
    stepping = false;
    working = standing > 0;
    if (unread()) postMessage({ unread: unread() });
    else if (working) turns.port2.postMessage(0);
    if (standing === 1 && performance.now() - told < tellEvery) return;
    told = performance.now();
    postMessage({ progress: call("progress", {}) });
  } catch {
    died();
  }
}

function died() {
  postMessage(stepping ? { died: true, file: guilty() } : { died: true });
}
