// The least that any Go program in a worker costs: the same worker script as the
// site's, and a program that does nothing but start.
const worker = new Worker("worker.js");
worker.postMessage({ module: await WebAssembly.compileStreaming(fetch("empty.wasm")) });
