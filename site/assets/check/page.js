// The Check page, and the frame: wires fields, program and answers. What is about keys is
// decided by the program; here is only what stands where.
import { keep } from "fortyeight:keeping";
import programs from "fortyeight:programs";
import { FileDoor } from "../files/door.js";
import { Typing } from "../typing/typing.js";
import { Asking } from "./asking.js";
import { Clearing } from "./clearing.js";
import { Groups } from "./groups.js";
import { Help, topicOf, topicOfDiagnosis } from "./help.js";
import { KeyField, renew, replace } from "./keyfield.js";
import { Pace } from "./pace.js";
import { Later } from "./later.js";
import { OnDemand } from "./ondemand.js";
import { Repair } from "./repair.js";
import { Said } from "./said.js";
import { say } from "./say.js";
import { Taken } from "./taken.js";
import { damagedSentences, placeSentences, problemSentences, showID, Verdict } from "./verdict.js";

const root = document.querySelector(".js-check");
const tell = (event, detail) => root.dispatchEvent(new CustomEvent(event, { detail }));
const find = (name) => root.querySelector(`.js-${name}`);
const id = () => find("id"); // Forget puts a new field in its place

let standing = null; // the program's last answer
let held = null; // the reading of which the diagnosis waits until typing rests

const pace = new Pace(rested);
const asking = new Asking({ fields, settled: () => pace.settled, state: programState, early: showEarly, show, read: showReading, meant: offerID, gaveUp });
const key = new KeyField(root, ask);
const taken = new Taken(key);
const groups = new Groups(root, (group) => key.select(group));
const verdict = new Verdict(find("verdict"));
const help = new Help(find("help"));
const repair = new Repair(find("repair"), takeCandidate);
const said = new Said(find("said"));
const files = new FileDoor(find("files"), { use: useKey, type: typeKeys, print: (keys) => printing.call("openMany", keys), known: learn, changed: filesChanged });

const kit = new OnDemand(programs.kit); // the second program: sheets
const typing = new Typing(document.querySelector(".js-typing"), { sheet: (order) => kit.call("sheet", order) });
const partFailed = () => (find("copy-note").textContent = say("program.part-failed"));
const camera = new Later(async () => new (await import("../camera/camera.js")).Camera(document.querySelector(".js-camera"), new OnDemand(programs.camera)), partFailed);
const printing = new Later(
  async () => new (await import("../sheet/sheet.js")).Printing(document.querySelector(".js-print"), kit, { camera }),
  partFailed,
);

const clearing = new Clearing(root, { filled: hasText, views: [typing, printing, camera, files], expire });

function hasText() {
  return key.text !== "" || id().value !== "" || !files.empty;
}

function fields() {
  return { text: key.text, id: id().value };
}

// --- the program ---

function programState(state, error) {
  const failed = state === "failed";
  find("program").hidden = !failed;
  if (state === "ready" && document.querySelector(".js-offline")) keep().catch(() => {}); // nor does it matter without
  if (!failed) return;
  tell("fe-failed", error.reason);
  verdict.show("key-none", {});
  const sentence = { unsupported: "program.unsupported", start: "program.broken" }[error.reason] ?? "program.failed";
  find("program-text").textContent = say(sentence);
  find("program-retry").hidden = error.reason === "unsupported";
}

/** showEarly shows what the rule alone tells: all there is where the program cannot be had. */
function showEarly(answer, text) {
  if (asking.failed) return show(answer, text);
  if (standing) return;
  showGroups(answer);
  verdict.early(answer);
  sayOutcome();
}

function gaveUp() {
  repair.hide();
  verdict.say("open", say("program.broken"), say("program.gave-up"));
}

// --- asking and showing ---

function ask() {
  key.grow();
  find("forget").hidden = !hasText();
  return asking.ask();
}

function show(answer, text) {
  standing = answer;
  held = null;
  taken.keep(answer.key);
  showGroups(answer, taken.groups);
  showID(find("id-field"), answer.screen);
  find("id-offer").hidden = true;
  const more = [...problemSentences(answer), ...placeSentences(answer, text), ...damagedSentences(answer, text)];
  if (taken.stands) more.unshift(taken.sentence);
  verdict.show(answer.answer, { id: answer.keyId, screen: answer.screen.id }, more);
  if (answer.state === "none" && text.trim() !== "") {
    verdict.say("quiet", say("answer.key-none.title"), say("problem.no-digits"));
  }
  find("actions").hidden = answer.state !== "valid" || answer.answer === "key-other";
  find("print-it").hidden = find("compare").hidden = asking.failed; // they need a program
  find("back").hidden = !taken.stands;
  find("copy-note").textContent = "";
  if (answer.unclear !== "yes") repair.hide();
  if (answer.count > 1) repair.showFound(answer, text);
  help.show(topicOf(answer));
  files.lookFor(["none", "unfinished"].includes(answer.screen.state) ? "" : id().value);
  tell("fe-answer", answer);
  sayOutcome();
}

/** showGroups shows the groups, and says of the field whether one of them is wrong. */
function showGroups(answer, repaired) {
  groups.show(answer, repaired);
  key.element.setAttribute("aria-invalid", answer.state === "wrong");
}

function showReading(reading, answer, text) {
  if (answer.unclear === "yes" || pace.ended) repair.show(reading, answer.groups, text);
  if (reading.diagnosis !== "nothing") diagnose(reading);
  sayOutcome();
}

/** diagnose says what stands there instead of a key: quietly and late where it can become one. */
function diagnose(reading) {
  const title = say(`diagnosis.${reading.diagnosis}.title`);
  const text = say(`diagnosis.${reading.diagnosis}.text`);
  if (!reading.growing || pace.ended) {
    verdict.say("open", title, text);
    help.show(topicOfDiagnosis(reading.diagnosis));
  } else if (pace.resting) verdict.aside(say("diagnosis.beside", { title, text }));
  else held = reading;
}

function rested() {
  if (held) diagnose(held);
  else if (standing?.unclear === "typing") ask();
  sayOutcome();
}

function offerID(meant) {
  find("id-meant").textContent = meant;
  find("id-offer").hidden = false;
  sayOutcome();
}

function sayOutcome(...besides) {
  const seen = [".js-title", ".js-text", ".js-problems", ".js-repair-lead"].map((part) => find("verdict").querySelector(part));
  said.soon(...seen, find("id-offer-text"), ...besides);
}

// --- changing the text ---

/** takeCandidate takes a key that is listed, if the list is still about the text that stands there. */
function takeCandidate(candidate) {
  if (repair.text !== key.text) return;
  const { key: digits, keyId } = candidate;
  if (keyId === undefined) taken.take(candidate);
  else key.replace(keyId ? `${keyId}\n${digits}` : digits); // one of several keys
}

/** order is what is known for the sheet of the key that is shown. */
function order() {
  return { key: standing.key, id: standing.keyId, repaired: taken.stands };
}

/** readSheet puts the key of a paper before the camera into the field. */
async function readSheet() {
  const seen = await camera.call("read");
  if (seen) key.replace(seen);
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

// --- key files ---

function filesChanged() {
  find("forget").hidden = !hasText();
  sayOutcome(...files.said);
}

/** learn tells the program of keys from files, so that it knows whose a typed one is. */
function learn(keys) {
  const text = keys.filter(({ keyId }) => keyId !== "").map(({ key, keyId }) => `${keyId}\n${key}`).join("\n\n");
  asking.program.remember("known", { text });
  ask();
}

function useKey(one) {
  learn([one]);
  key.replace(one.key);
}

function typeKeys(keys) {
  const candidates = keys.map(({ key, keyId }) => ({ key, id: keyId }));
  typing.open(candidates[0].key, { candidates });
}

// --- forgetting ---

/** forget clears all and ends the workers. */
function forget() {
  asking.forget();
  standing = held = null;
  pace.forget();
  taken.forget();
  renew(key.element);
  renew(id());
  files.forget();
  repair.forget();
  typing.forget();
  printing.forget();
  camera.forget();
  kit.close();
  for (const name of ["forget", "actions", "back", "program", "id-offer"]) find(name).hidden = true;
  find("id-meant").textContent = find("copy-note").textContent = "";
  clearing.uncover();
  showGroups({ groups: Array(8).fill({ text: "", state: "empty", start: 0, end: 0 }), problems: [] });
  showID(find("id-field"), { state: "none", problem: "id-empty" });
  verdict.show("key-none", {});
  help.show();
  said.now("");
  tell("fe-answer", null);
}

function expire() {
  forget();
  said.now(say("expiry.done"));
}

// --- what people do ---

const on = (target, event, act) => target.addEventListener(event, act);

on(root, "input", (event) => {
  if (event.target === key.element) pace.note(event, key.text.length);
  if (event.target === key.element || event.target === id()) ask();
});
on(find("copy"), "click", copyKey);
on(find("type"), "click", () => typing.open(standing.key, { id: standing.keyId }));
on(find("type-all"), "click", () => typing.open(repair.keys[0].key, { candidates: repair.keys }));
on(find("print-it"), "click", () => printing.call("open", order()));
on(find("compare"), "click", () => printing.call("openDrill", order()));
on(find("camera-open"), "click", readSheet);
on(find("blank"), "click", () => printing.call("openBlank"));
on(find("back"), "click", () => taken.back());
on(find("id-take"), "click", () => replace(id(), find("id-meant").textContent, 0, id().value.length, ask));
on(find("forget"), "click", () => {
  forget();
  key.element.focus();
  said.now(say("forget.done"));
});
on(find("program-retry"), "click", () => asking.start());
on(window, "online", () => asking.failed && asking.start());
on(find("cover-show"), "click", () => key.element.focus());

// Nobody loses a key to a newer version.
on(document, "fe-leave", (event) => hasText() && event.preventDefault());

// Leaving the page forgets, also where the browser keeps it to come back to.
on(window, "pagehide", forget);
on(window, "pageshow", ({ persisted }) => persisted && asking.start());

// All that the first paint needs is here by now: a module runs after the styles before it.
asking.start();
if (hasText()) {
  // Typed before this script had come.
  pace.wait(key.text.length);
  ask();
}

// What a script beside this one needs: the frame in other sites' pages. It
// hears of answers by fe-answer, with the answer or null when all was
// forgotten, and of a program that cannot be had by fe-failed, on root.
export { ask, forget, id, key, root };
