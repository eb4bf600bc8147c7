// Stands in a page before its own scripts, and does what a person does as soon as it
// can be done: types a key and its Key ID once the field has been drawn, then gives a key
// file, then presses Print it. What is seen is marked, in milliseconds since somebody went
// to the page; what follows a press, since that press. inputs stands before this script.
globalThis.marks = {};
globalThis.seen = (name, since = 0) => (marks[name] ??= performance.now() - since); // for the page's scripts too

const { key, id, file } = inputs;
const find = (name) => document.querySelector(name);

function enter(field, text) {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** until resolves once it holds, looked at after each change of the page. */
function until(holds) {
  return new Promise((resolve) => {
    const look = () => holds() && (watch.disconnect(), resolve());
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}

// The first that any program says is that it has started.
globalThis.Worker = class extends Worker {
  constructor(script) {
    super(script);
    this.addEventListener("message", ({ data }) => data.ready && seen("ready"));
  }
};

async function use() {
  const answered = new Promise((resolve) => document.addEventListener("fe-answer", resolve, { capture: true, once: true }));
  until(() => find('.js-group[data-state="right"]')).then(() => seen("typed"));
  until(() => find('.js-verdict[data-tone="right"], .js-verdict[data-tone="match"]')).then(() => seen("verdict"));
  enter(find("#id"), id);
  enter(find("#key"), key);
  await answered;
  seen("answer");
  // A person looks at the verdict before they go on: the page gets a moment too.
  await new Promise((resolve) => requestIdleCallback(resolve));

  let began = performance.now();
  const given = new DataTransfer();
  given.items.add(new File([file], "key.txt"));
  find("#file").files = given.files;
  find("#file").dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => find(".js-files-answer:not([hidden])"));
  seen("match", began);

  began = performance.now();
  find(".js-print-it").click();
  await until(() => find(".js-paper .fe-sheet"));
  seen("sheet", began);
}

new PerformanceObserver((list) => {
  const first = list.getEntriesByName("first-contentful-paint")[0];
  if (first) marks.paint ??= first.startTime;
}).observe({ type: "paint", buffered: true });

// The browser tells of a paint late, and late by chance: what is done in the task after the
// frame is done at once.
function frame() {
  if (!find("#key")) {
    if (document.readyState === "loading") requestAnimationFrame(frame); // else the page has none
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => (find(".js-check") ? use() : enter(find("#key"), key));
  port2.postMessage(null);
}
if (key) requestAnimationFrame(frame);
