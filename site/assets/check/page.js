// The Check page: wires fields, program and answers. What is about keys is
// decided by the program; here is only what stands where.
import programs from "fortyeight:programs";
import { Program } from "wasm/loader.js";
import { Kit } from "../sheet/kit.js";
import { Printing } from "../sheet/sheet.js";
import { Typing } from "../typing/typing.js";
import { FilePanel } from "./filepanel.js";
import { Groups } from "./groups.js";
import { watchIdle } from "./idle.js";
import { Repair } from "./repair.js";
import { say } from "./say.js";
import { placeSentences, problemSentences, showID, Verdict } from "./verdict.js";

const root = document.querySelector(".js-check");
const find = (name) => root.querySelector(`.js-${name}`);
const key = () => find("key"); // Forget puts a new field in its place
const id = () => find("id");
const expiry = find("expiry");
document.body.append(expiry); // beside the views, so that it shows whichever is open

let program = newProgram();
let failed = false; // the program could not be had; somebody must ask for another try
let standing = null; // the program's last answer
let taken = null; // {before, key, groups, sentence} of a repair that was taken
let asking = null; // the promise of the answers under way
let changed = false; // something has changed since they were asked for

const groups = new Groups(root, selectGroup);
const verdict = new Verdict(find("verdict"));
const repair = new Repair(find("repair"), takeCandidate);
const file = new FilePanel(find("file"), { program: () => program, ask: askAboutFile, use: () => replaceText(standing.file.key) });

const kit = new Kit(); // the second program: sheets
const typing = new Typing(document.querySelector(".js-typing"), { sheet: (order) => kit.call("sheet", order) });
const printing = new Printing(document.querySelector(".js-print"), kit);

function newProgram() {
  const one = new Program(programs.check, (state, error) => {
    if (one === program) programState(state, error);
  });
  return one;
}

function programState(state, error) {
  failed = state === "failed";
  find("program").hidden = !failed;
  if (state === "ready" && hasText() && !asking) ask();
  if (state === "loading" && hasText()) sayLoading();
  if (!failed) return;
  verdict.show("key-none", {});
  const sentence = { unsupported: "program.unsupported", start: "program.broken" }[error.reason] ?? "program.failed";
  find("program-text").textContent = say(sentence);
  find("program-retry").hidden = error.reason === "unsupported";
}

const hasText = () => key().value !== "" || id().value !== "" || !file.empty;

function sayLoading() {
  verdict.say("typing", "", say("program.loading"));
}

// --- asking and showing ---

/**
 * ask gives the fields to the program and shows its answer. What changes while
 * it answers is asked next, once. The promise resolves when the fields as they
 * are now have been answered.
 */
function ask() {
  find("forget").hidden = !hasText();
  changed = true;
  asking ??= answerChanges();
  return asking;
}

async function answerChanges() {
  if (!failed) program.start();
  if (!standing && !failed) sayLoading();
  const asked = program;
  while (changed) {
    changed = false;
    const text = key().value;
    const answer = await asked.call("check", { text, id: id().value });
    if (asked !== program) return; // forgotten meanwhile
    if (answer.died) gaveUp();
    else show(answer, text);
    if (changed || answer.died) continue;
    await readOn(asked, answer, text);
    if (asked !== program) return;
  }
  asking = null;
}

/** readOn asks what an unclear text was meant as. A clean key never comes here. */
async function readOn(asked, answer, text) {
  if (answer.unclear) {
    const reading = await asked.call("read", { text });
    if (asked !== program || changed) return;
    if (reading.died) gaveUp();
    else showReading(reading, answer);
  }
  if (answer.screen.problem === "id-strange") {
    const { id: meant } = await asked.call("readId", { text: id().value });
    if (asked !== program || changed || !meant) return;
    find("id-meant").textContent = meant;
    find("id-offer").hidden = false;
  }
}

function gaveUp() {
  repair.hide();
  verdict.say("open", say("program.broken"), say("program.gave-up"));
}

function show(answer, text) {
  standing = answer;
  if (taken && taken.key !== answer.key) taken = null;
  groups.show(answer, taken?.groups);
  showID(find("id-field"), answer.screen);
  find("id-offer").hidden = true;
  const more = [...problemSentences(answer), ...placeSentences(answer, text)];
  if (taken) more.unshift(taken.sentence);
  verdict.show(answer.answer, { id: answer.keyId, screen: answer.screen.id }, more);
  if (answer.state === "none" && text.trim() !== "") {
    verdict.say("quiet", say("answer.key-none.title"), say("problem.no-digits"));
  }
  key().setAttribute("aria-invalid", answer.state === "wrong");
  find("actions").hidden = answer.state !== "valid" || answer.answer === "key-other";
  find("back").hidden = !taken;
  find("copy-note").textContent = "";
  if (!answer.unclear) repair.hide();
  if (answer.found.length > 1) repair.showFound(answer.found);
  file.show(answer);
  announce();
}

function showReading(reading, answer) {
  repair.show(reading, answer.groups);
  if (reading.diagnosis !== "nothing" && reading.candidates.length === 0) {
    verdict.say("open", say(`diagnosis.${reading.diagnosis}.title`), say(`diagnosis.${reading.diagnosis}.text`));
  }
}

// A screen reader hears the outcome once typing pauses, not every digit.
let announcing;
function announce() {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    const parts = [".js-title", ".js-text", ".js-problems", ".js-repair-lead"].map((part) => find("verdict").querySelector(part));
    const seen = parts.filter((part) => part.checkVisibility?.() ?? part.offsetParent);
    find("said").textContent = seen.map((part) => [...(part.children.length ? part.children : [part])].map((line) => line.textContent).join(" ")).join(" ");
  }, 800);
}

// --- changing the text ---

function selectGroup(group) {
  key().focus();
  if (group && group.end > 0) key().setSelectionRange(group.start, group.end);
  else key().setSelectionRange(key().value.length, key().value.length);
}

/** replaceText replaces a part of the text, or all of it, so that the browser's undo brings it back. */
function replaceText(text, start = 0, end = key().value.length) {
  key().focus();
  key().setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, text)) {
    key().setRangeText(text, start, end, "end");
    ask();
  }
}

/** takeCandidate puts a reading in place of what it was read from. */
function takeCandidate({ key: digits, keyId, changes, start, end }) {
  const before = key().value;
  if (keyId !== undefined) return replaceText(keyId ? `${keyId}\n${digits}` : digits); // one of several keys
  const texts = digits.split("-");
  const numbers = [...new Set(changes.map(({ group }) => group))];
  const list = numbers.map((group) => say("repair.taken-group", { group, to: texts[group - 1] })).join(", ");
  taken = { before, key: digits, groups: new Set(numbers), sentence: say("repair.taken", { groups: list }) };
  replaceText(digits, start, end);
}

function takeBack() {
  if (taken) replaceText(taken.before);
}

async function askAboutFile() {
  await ask();
  const found = standing?.file;
  if (found?.key && found.answer !== "file-other" && key().value.trim() === "") {
    key().value = found.key; // the field is empty: nothing to lose
    ask();
  }
}

/** order is what is known for the sheet of the key that is shown. */
function order() {
  return { key: standing.key, id: standing.keyId, repaired: taken !== null };
}

async function copyKey() {
  let done = "copy.done";
  try {
    await navigator.clipboard.writeText(standing.key);
  } catch {
    done = "copy.failed";
  }
  find("copy-note").textContent = say(done);
}

// --- forgetting ---

/** forget clears all and ends the worker. New fields take the old ones' places, since a field's undo remembers. */
function forget() {
  program.close();
  program = newProgram();
  failed = false;
  standing = taken = asking = null;
  for (const field of [key(), id()]) {
    field.value = "";
    const fresh = field.cloneNode(false);
    field.replaceWith(fresh);
    fresh.value = "";
  }
  file.forget();
  repair.forget();
  typing.forget();
  printing.forget();
  kit.close();
  for (const name of ["forget", "actions", "back", "program", "id-offer"]) find(name).hidden = true;
  expiry.hidden = true;
  find("id-meant").textContent = find("copy-note").textContent = "";
  uncover();
  groups.show({ groups: Array(8).fill({ text: "", state: "empty", start: 0, end: 0 }), problems: [] });
  showID(find("id-field"), { state: "none", problem: "id-empty" });
  verdict.show("key-none", {});
  key().setAttribute("aria-invalid", false);
  clearTimeout(announcing);
  find("said").textContent = "";
}

function cover() {
  if (!hasText()) return;
  typing.cover();
  printing.cover();
  find("entry").hidden = true;
  find("cover").hidden = false;
}

function uncover() {
  printing.uncover();
  find("entry").hidden = false;
  find("cover").hidden = true;
}

const used = watchIdle({
  cover,
  warn: () => (expiry.hidden = !hasText()),
  expire() {
    if (!hasText()) return;
    forget();
    find("said").textContent = say("expiry.done");
  },
}, () => !find("cover").hidden);

// --- what people do ---

const on = (target, event, act) => target.addEventListener(event, act);

on(root, "input", ({ target }) => {
  if (target === key() || target === id()) ask();
});
on(find("copy"), "click", copyKey);
on(find("type"), "click", () => typing.open(standing.key, { id: standing.keyId }));
on(find("type-all"), "click", () => typing.open(repair.keys[0].key, { candidates: repair.keys }));
on(find("print-it"), "click", () => printing.open(order()));
on(find("compare"), "click", () => printing.openDrill(order()));
on(find("blank"), "click", () => printing.openBlank());
on(find("back"), "click", takeBack);
on(find("id-take"), "click", () => {
  const meant = find("id-meant").textContent;
  id().focus();
  id().select();
  if (!document.execCommand("insertText", false, meant)) id().value = meant;
  ask();
});
on(find("forget"), "click", () => {
  forget();
  key().focus();
  find("said").textContent = say("forget.done");
});
on(find("program-retry"), "click", () => program.start());
on(window, "online", () => failed && program.start());
for (const button of document.querySelectorAll(".js-uncover, .js-print-uncover")) {
  on(button, "click", () => {
    used();
    uncover();
  });
}
on(find("cover-show"), "click", () => {
  used();
  uncover();
  key().focus();
});
on(expiry.querySelector("button"), "click", () => {
  expiry.hidden = true;
  used();
  uncover();
});

// Leaving the page forgets, also where the browser keeps it to come back to.
on(window, "pagehide", forget);
on(window, "pageshow", () => program.start());

program.start();
if (hasText()) ask(); // typed before this script had come
