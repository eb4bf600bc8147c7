// A program on the main thread, where the browser can slow the processor down. It is
// the worker's script that runs here: what it posts comes to us, and what it
// listens to is called.
const { program, key, id } = inputs;
globalThis.postMessage = ({ ready, n }) => {
  seen(n ? "answer" : "ready");
  if (ready && key) onmessage({ data: { n: 1, name: "check", args: { text: key, id } } });
};
await new Promise((resolve) => {
  const script = document.createElement("script");
  script.src = "worker.js";
  script.onload = resolve;
  document.head.append(script);
});
onmessage({ data: { module: await WebAssembly.compileStreaming(fetch(program)) } });
