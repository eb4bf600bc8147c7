// The frame in other sites' pages: the checker, and what it tells the page
// around. Nothing that it tells holds a digit of a key, but for the one message
// that somebody sends by a button which says so.
import words from "fortyeight:words/embed";
import { ask, forget, id, key, root } from "../check/page.js";
import { learn, say } from "../check/say.js";
import { guard } from "./covered.js";
import { Host } from "./host.js";
import { fromAddress, speak, without } from "./settings.js";
import { Theme } from "./theme.js";

learn(words);
const find = (name) => document.querySelector(`.js-${name}`);
const theme = new Theme();
const settings = {};
let standing = null; // the program's last answer
let told = ""; // what the page around was told last, as JSON
let matched = ""; // the last match that was told, as JSON

const host = new Host({ met, hear });

// --- what is told ---

function met() {
  host.tell({ event: "ready" });
  tellAnswer();
  tellSize();
  showGive();
}

const matches = { "key-matches": "whole", "key-matches-beginning": "beginning", "key-other": "other" };

function tellAnswer() {
  const change = {
    state: standing?.state ?? "none",
    groups: (standing?.groups ?? Array(8).fill({ state: "empty" })).map(({ state }) => state),
    match: matches[standing?.answer] ?? "none",
  };
  const now = JSON.stringify(change);
  if (now !== told) host.tell({ event: "change", detail: change });
  told = now;
  const match = { keyId: standing?.keyId, whole: change.match === "whole" };
  const found = match.whole || change.match === "beginning" ? JSON.stringify(match) : "";
  if (found && found !== matched) host.tell({ event: "match", detail: match });
  matched = found;
}

const step = 16; // px: the height tells what is shown, and no more

function tellSize() {
  host.tell({ size: Math.ceil(document.body.getBoundingClientRect().height / step) * step });
}

// --- giving the key ---

/** showGive offers to give the key to the page around, where that asks for it and says who it is. */
function showGive() {
  const named = host.origin !== "" && host.origin !== "null";
  find("give-part").hidden = settings.return !== "key" || !named || standing?.state !== "valid" || standing.answer === "key-other";
  find("give").textContent = say("embed.give", { origin: host.origin });
  find("note").textContent = "";
}

function give() {
  host.tell({ event: "key", detail: { key: standing.key, keyId: standing.keyId } });
  find("note").textContent = say("embed.given", { origin: host.origin });
}

// --- what is heard ---

function hear({ set, focus, reset }) {
  if (reset) forget();
  apply(set);
  if (focus) key.element.focus();
}

function apply(set) {
  Object.assign(settings, set);
  if ("lang" in set && speak(set.lang)) return;
  if ("theme" in set) theme.scheme(set.theme);
  if ("accent" in set) theme.accent(set.accent);
  if ("features" in set) root.dataset.without = without(set.features).join(" ");
  if ("key-id" in set) setID(String(set["key-id"] ?? ""));
  if ("return" in set) showGive();
}

function setID(text) {
  if (id().value === text) return;
  id().value = text;
  ask();
}

root.addEventListener("fe-answer", ({ detail }) => {
  standing = detail;
  tellAnswer();
  showGive();
});
root.addEventListener("fe-failed", ({ detail }) => host.tell({ event: "error", detail: { reason: detail } }));

// Files are nobody's business where the portal left them out.
for (const way of ["dragover", "drop", "paste"]) {
  addEventListener(
    way,
    (event) => {
      const carried = event.dataTransfer ?? event.clipboardData;
      if (carried?.types.includes("Files") && root.dataset.without.includes("file")) event.stopPropagation();
    },
    { capture: true },
  );
}

find("give").addEventListener("click", give);
// All that shows digits, or gives them away.
guard(
  "button[data-act], .js-type, .js-type-all, .js-type-several, .js-copy, .js-print-it, .js-print-picked, .js-compare, .js-give",
  () => (find("note").textContent = say("embed.covered")),
);
new ResizeObserver(tellSize).observe(document.body);
const given = fromAddress();
if (!speak(given.lang)) {
  apply({ features: "", ...given });
  host.call();
}
