// The worker in which one program runs. Ending the worker is how a page
// forgets: all that the program knows lives here.
//
// In:  {module}                  a compiled program, once
//      {n, name, args}           a call
// Out: {ready: true}             the program has started
//      {n, result}               the answer to call n
//      {died: true}              the program has ended; only a new worker helps
import "fortyeight:runtime";

// What a Go program prints could hold what was typed: it reaches no console.
globalThis.fs.writeSync = (_, bytes) => bytes.length;

let started = false;
const waiting = [];

onmessage = ({ data }) => {
  if (data.module) start(data.module);
  else if (started) answer(data);
  else waiting.push(data);
};

async function start(module) {
  try {
    const go = new Go();
    const instance = await WebAssembly.instantiate(module, go.importObject);
    go.run(instance).then(died, died);
    started = true;
    postMessage({ ready: true });
  } catch {
    died();
  }
  // A program's first call is its slowest: it makes one to itself while nobody
  // waits. If somebody does, theirs is the first.
  if (waiting.length === 0) globalThis.fortyeight?.("check", { text: "0-0-0-0-0-0-0-0", id: "0" });
  waiting.splice(0).forEach(answer);
}

function answer({ n, name, args }) {
  let result;
  try {
    result = globalThis.fortyeight(name, args);
  } catch {
    result = { died: true };
  }
  if (result.died) died();
  else postMessage({ n, result });
}

function died() {
  postMessage({ died: true });
}
