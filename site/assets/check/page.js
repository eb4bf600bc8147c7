// The Check page: wires fields, program and answers. What is about keys is
// decided by the program; here is only what stands where.
import programs from "fortyeight:programs";
import { Program } from "wasm/loader.js";
import { Groups } from "./groups.js";
import { watchIdle } from "./idle.js";
import { maxFile, readKeyFile } from "./keyfile.js";
import { say } from "./say.js";
import { problemSentences, showID, Verdict } from "./verdict.js";

const root = document.querySelector(".js-check");
const find = (name) => root.querySelector(`.js-${name}`);
const key = () => find("key"); // Forget puts a new field in its place
const id = () => find("id");

const groups = new Groups(root, selectGroup);
const keyVerdict = new Verdict(find("verdict"));
const fileVerdict = new Verdict(find("file-answer"));

let program = newProgram();
let failed = false; // the program could not be had; somebody must ask for another try
let standing = null; // the program's last answer
let file = null; // {name} of the chosen file
let asking = null; // the promise of the answers under way
let changed = false; // something has changed since they were asked for

function newProgram() {
  const one = new Program(programs.check, (state, error) => {
    if (one === program) programState(state, error);
  });
  return one;
}

function programState(state, error) {
  failed = state === "failed";
  find("program").hidden = !failed;
  if (state === "loading" && hasText()) sayLoading();
  if (!failed) return;
  keyVerdict.show("key-none", {});
  const sentence = { unsupported: "program.unsupported", start: "program.broken" }[error.reason] ?? "program.failed";
  find("program-text").textContent = say(sentence);
  find("program-retry").hidden = error.reason === "unsupported";
}

const hasText = () => key().value !== "" || id().value !== "" || file !== null;

function sayLoading() {
  keyVerdict.say("typing", "", say("program.loading"));
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
    const answer = await asked.call("check", { text: key().value, id: id().value });
    if (asked !== program) return; // forgotten meanwhile
    if (answer.died) keyVerdict.say("open", say("program.broken"), say("program.gave-up"));
    else show(answer);
  }
  asking = null;
}

function show(answer) {
  standing = answer;
  const { screen } = answer;
  groups.show(answer);
  showID(find("id-field"), screen);
  const problems = problemSentences(answer);
  const text = key().value.trim() !== "" && answer.state === "none";
  keyVerdict.show(answer.answer, { id: answer.keyId, screen: screen.id }, problems);
  if (text) keyVerdict.say("open", say("answer.key-none.title"), say("problem.no-digits"));
  key().setAttribute("aria-invalid", answer.state === "wrong");
  find("actions").hidden = answer.state !== "valid" || answer.answer === "key-other";
  find("copy-note").textContent = "";
  if (answer.file) showFile(answer);
  announce();
}

function showFile({ file: answer, key: own, screen }) {
  fileVerdict.show(answer.answer, { id: answer.keyId, screen: screen.id });
  const several = answer.found > 1 ? ` · ${say("file.several", { count: answer.found })}` : "";
  find("file-name").textContent = file.name + several;
  find("file-answer").hidden = false;
  find("file-use").hidden = answer.key === "" || answer.key === own;
}

// A screen reader hears the outcome once typing pauses, not every digit.
let announcing;
function announce() {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    const parts = [find("verdict"), find("id-note")].filter((part) => part.textContent.trim() !== "");
    const said = standing ? [find("verdict").querySelector(".js-title").textContent] : [];
    if (standing?.state === "wrong") said.push(...problemSentences(standing));
    else if (parts.length > 0) said.push(find("verdict").querySelector(".js-text").textContent);
    find("said").textContent = said.join(" ");
  }, 800);
}

function selectGroup(group) {
  key().focus();
  if (group && group.end > 0) key().setSelectionRange(group.start, group.end);
  else key().setSelectionRange(key().value.length, key().value.length);
}

// --- the file ---

async function takeFile(chosen) {
  if (!chosen) return;
  file = { name: chosen.name };
  find("forget").hidden = false;
  find("file-name").textContent = chosen.name;
  find("file-use").hidden = true;
  find("file-answer").hidden = false;
  if (chosen.size > maxFile) {
    await dropFile();
    fileVerdict.say("open", say("file.too-large"), say("file.too-large-text"));
    return;
  }
  fileVerdict.say("quiet", "", say("file.reading", { name: chosen.name }));
  const taking = file;
  let read;
  try {
    read = await readKeyFile(chosen);
  } catch {
    await dropFile();
    if (taking === file) fileVerdict.say("open", say("file.unreadable"), say("file.unreadable-text"));
    return;
  }
  if (taking !== file) return;
  program.remember("file", read);
  await ask();
  const found = standing?.file;
  if (found?.key && found.answer !== "file-other" && key().value.trim() === "" && taking === file) {
    key().value = found.key; // the field is empty: nothing to lose
    ask();
  }
}

/** dropFile makes the program forget the file, if there is one. */
async function dropFile() {
  if (!standing?.file) return;
  await program.remember("dropFile", {});
  standing.file = null;
}

async function removeFile() {
  find("file-answer").hidden = true;
  find("file-input").value = "";
  file = null;
  await dropFile();
  ask();
  find("file-input").focus();
}

/** useFileKey replaces the text so that the browser's undo brings it back. */
function useFileKey() {
  const text = standing?.file?.key;
  if (!text) return;
  key().focus();
  key().select();
  if (!document.execCommand("insertText", false, text)) {
    key().value = text;
    ask();
  }
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
  standing = null;
  asking = null;
  file = null;
  for (const field of [key(), id()]) {
    field.value = "";
    const fresh = field.cloneNode(false);
    field.replaceWith(fresh);
    fresh.value = "";
  }
  find("file-input").value = "";
  find("file-answer").hidden = true;
  find("forget").hidden = true;
  find("actions").hidden = true;
  find("program").hidden = true;
  uncover();
  find("expiry").hidden = true;
  groups.show({ groups: Array(8).fill({ text: "", state: "empty", start: 0, end: 0 }), problems: [] });
  showID(find("id-field"), { state: "none", problem: "id-empty" });
  keyVerdict.show("key-none", {});
  fileVerdict.say("quiet", "", "");
  find("file-name").textContent = "";
  key().setAttribute("aria-invalid", false);
  clearTimeout(announcing);
  find("said").textContent = "";
}

function cover() {
  if (!hasText()) return;
  find("entry").hidden = true;
  find("cover").hidden = false;
}

function uncover() {
  find("entry").hidden = false;
  find("cover").hidden = true;
}

const used = watchIdle({
  cover,
  warn: () => (find("expiry").hidden = !hasText()),
  expire() {
    if (!hasText()) return;
    forget();
    find("said").textContent = say("expiry.done");
  },
});

// --- what people do ---

const on = (target, event, act) => target.addEventListener(event, act);

on(root, "input", ({ target }) => {
  if (target === key() || target === id()) ask();
});
on(find("file-input"), "change", ({ target }) => takeFile(target.files[0]));
on(find("file-input"), "click", ({ target }) => (target.value = "")); // the same file can be chosen again
on(find("file-remove"), "click", removeFile);
on(find("file-use"), "click", useFileKey);
on(find("copy"), "click", copyKey);
on(find("forget"), "click", () => {
  forget();
  key().focus();
  find("said").textContent = say("forget.done");
});
on(find("program-retry"), "click", () => program.start());
on(window, "online", () => failed && program.start());
on(find("cover-show"), "click", () => {
  used();
  uncover();
  key().focus();
});
on(find("expiry-keep"), "click", () => {
  find("expiry").hidden = true;
  used();
  uncover();
});

const carriesFiles = (transfer) => transfer?.types.includes("Files");
on(document, "dragover", (event) => {
  if (!carriesFiles(event.dataTransfer)) return;
  event.preventDefault();
  find("drop").hidden = false;
});
on(document, "dragleave", (event) => {
  if (!event.relatedTarget) find("drop").hidden = true;
});
on(document, "drop", (event) => {
  find("drop").hidden = true;
  if (!carriesFiles(event.dataTransfer)) return;
  event.preventDefault();
  takeFile(event.dataTransfer.files[0]);
});
on(document, "paste", (event) => {
  if (!event.clipboardData?.files.length) return;
  event.preventDefault();
  takeFile(event.clipboardData.files[0]);
});

// Leaving the page forgets, also where the browser keeps it to come back to.
on(window, "pagehide", forget);
on(window, "pageshow", () => program.start());

program.start();
if (hasText()) ask(); // typed before this script had come
