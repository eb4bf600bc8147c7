// "Where is my key?": one question at a time, then the places for the answers.
// All that is shown stands in the page; the answers stand in its address only,
// so that reload, Back and a bookmark come back to them.
import "../guide/page.js";
import data from "fortyeight:finder";
import { Finder } from "./finder.js";

const finder = new Finder(data);
const page = document.querySelector(".js-find");
const one = (name) => page.querySelector(name);
const all = (name) => [...page.querySelectorAll(name)];
const hide = (name, hidden) => all(name).forEach((element) => (element.hidden = hidden));
const choices = (question) => [...question.querySelectorAll(".js-choice")];
const questions = new Map(all(".js-question").map((question) => [question.dataset.question, question]));
const everywhere = all(".js-spots > li").map((place) => place.dataset.place); // the order without answers
const fill = (element, values) => (element.textContent = element.dataset.text.replace(/\{(\w+)\}/g, (_, name) => values[name]));
const href = (given) => `#${finder.write(given)}`;

let given = new Map();

/** show brings the page to what its address says; moved is false at the start. */
function show(moved) {
  const fragment = location.hash.slice(1);
  const answers = finder.read(fragment);
  const target = answers.size === 0 && fragment ? document.getElementById(fragment) : null;
  if (target?.closest(".js-places")) return showAll(target);
  if (moved && fragment && answers.size === 0) return; // a way within the page, or nonsense
  given = answers;
  for (const [id, chosen] of given) choices(questions.get(id)).forEach((choice) => (choice.checked = chosen.includes(choice.value)));
  const asked = finder.asked(given);
  const next = asked.find((id) => !given.has(id));
  if (next) ask(next, asked, moved);
  else answer(asked, moved);
}

function lay({ asking, found, everything }) {
  hide(".js-ask", !asking);
  hide(".js-lead, .js-all", !asking);
  hide(".js-result", !found);
  hide(".js-places", asking);
  hide(".js-everything, .js-instead", !everything);
  one(".js-said").textContent = "";
}

function ask(id, asked, moved) {
  lay({ asking: true });
  for (const [other, question] of questions) question.hidden = other !== id;
  const number = asked.indexOf(id);
  fill(one(".js-progress"), { number: number + 1, count: asked.length });
  const before = new Map(given);
  before.delete(asked[number - 1]);
  one(".js-back").href = href(before);
  hide(".js-back", number === 0);
  hide(".js-lead", number > 0);
  if (moved) focus(questions.get(id).querySelector(".js-title"), one(".js-progress"));
}

function answer(asked, moved) {
  lay({ found: true });
  const order = finder.order(given);
  place(order);
  for (const item of all(".js-given")) {
    const id = item.dataset.question;
    item.hidden = !asked.includes(id);
    if (item.hidden) continue;
    const chosen = choices(questions.get(id)).filter((choice) => given.get(id).includes(choice.value));
    item.querySelector(".js-answer").textContent = chosen.map((choice) => choice.labels[0].querySelector(".js-label").textContent).join(" · ");
    const without = new Map(given);
    without.delete(id);
    item.querySelector(".js-change").href = href(without);
  }
  if (moved) focus(one("#result"));
  fill(one(".js-said"), { count: order.length - 1 }); // the last is none
}

function showAll(target) {
  lay({ everything: true });
  place(everywhere);
  focus(target);
}

/** place puts the places into an order and hides all others. */
function place(order) {
  for (const list of all(".js-jumps, .js-spots")) {
    const items = new Map([...list.children].map((item) => [item.dataset.place, item]));
    for (const [id, item] of items) item.hidden = !order.includes(id);
    list.append(...order.map((id) => items.get(id)));
  }
}

/** focus moves on to a heading, and brings what stands above it into view too. */
function focus(heading, above = heading) {
  heading.focus({ preventScroll: true });
  above.scrollIntoView();
}

one(".js-ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const [id, question] = [...questions].find(([, question]) => !question.hidden);
  const chosen = choices(question).filter((choice) => choice.checked).map((choice) => choice.value);
  const next = new Map(given).set(id, chosen.length ? chosen : ["unknown"]);
  location.hash = href(next);
});

// An answer that goes with no other takes the others away, and they it.
one(".js-ask").addEventListener("change", ({ target }) => {
  if (target.type !== "checkbox" || !target.checked) return;
  const alone = "alone" in target.dataset;
  for (const other of choices(target.closest(".js-question"))) {
    if (other !== target && (alone || "alone" in other.dataset)) other.checked = false;
  }
});

// From one place of the list to another the address keeps the answers.
page.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target?.closest(".js-spots") || one("#result").hidden || target.closest("[hidden]")) return;
  event.preventDefault();
  focus(target);
});

one(".js-print").addEventListener("click", () => print());
hide(".js-fits", true);
hide(".js-choice, .js-private, .js-several, .js-progress, .js-buttons", false);
for (const question of questions.values()) {
  question.querySelector(".js-title").setAttribute("aria-describedby", "progress");
}
addEventListener("hashchange", () => show(true));
show(false);
