// The worker in which one program runs. Ending the worker is how a page
// forgets: all that the program knows lives here.
//
// In:  {module, warm}            a compiled program, once, and a call {name,
//                                args} that it makes to itself, or nothing
//      {n, name, args}           a call
// Out: {ready: true}             the program has started
//      {n, result}               the answer to call n
//      {died: true}              the program has ended; only a new worker helps
import "fortyeight:runtime";

// What a Go program prints could hold what was typed: it reaches no console.
globalThis.fs.writeSync = (_, bytes) => bytes.length;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let program = null; // what the program exports
const waiting = [];

onmessage = ({ data }) => {
  if (data.module) start(data);
  else if (program) answer(data);
  else waiting.push(data);
};

async function start({ module, warm }) {
  try {
    const go = new Go();
    const instance = await WebAssembly.instantiate(module, go.importObject);
    go.run(instance).then(died, died);
    program = instance.exports;
    postMessage({ ready: true });
    // A program's first call is its slowest: it makes one to itself while
    // nobody waits. If somebody does, theirs is the first.
    if (warm && waiting.length === 0) call(warm.name, warm.args);
  } catch {
    died();
  }
  waiting.splice(0).forEach(answer);
}

function answer({ n, name, args }) {
  let result;
  try {
    result = call(name, args);
  } catch {
    result = { died: true };
  }
  if (result.died) died();
  else postMessage({ n, result });
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

function died() {
  postMessage({ died: true });
}
