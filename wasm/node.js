// The worker of a program in Node: gives worker.js the few things of a browser's
// worker that it asks for.
import { parentPort } from "node:worker_threads";

globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.onmessage = null; // worker.js sets it

// Files come as bytes, and a slice of them is read as a browser reads one.
globalThis.FileReaderSync = class {
  readAsArrayBuffer(slice) {
    return slice.slice().buffer;
  }
};
const asFile = (bytes) => ({ size: bytes.length, slice: (from, to) => bytes.subarray(from, to) });

await import("./worker.js"); // what comes meanwhile waits
parentPort.on("message", (data) => {
  if (data.args?.files) data.args.files = data.args.files.map(({ path, file }) => ({ path, file: asFile(file) }));
  globalThis.onmessage({ data });
});
