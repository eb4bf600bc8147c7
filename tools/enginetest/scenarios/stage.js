// What every scenario is made of: the server's hands, waiting, comparing, and the
// report at the end.

const call = async (name, body) => {
  const response = await fetch(new URL(name, import.meta.url), body && { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
};

/** facts are the sample key, its ID and the words by language. */
export let facts;

export const one = (selector) => document.querySelector(selector);
export const all = (selector) => [...document.querySelectorAll(selector)];

/** Keys that write no letter, as WebDriver names them. */
export const keys = { backspace: "\uE003", tab: "\uE004", enter: "\uE007", escape: "\uE00C", left: "\uE012", right: "\uE014", down: "\uE015" };

export const type = (text) => call("ask", { Do: "type", Text: text });
export const choose = (selector, name) => call("ask", { Do: "files", Selector: selector, Text: name, Framed: parent !== window });
export const resize = async (width, height) => {
  await call("ask", { Do: "size", X: width, Y: height });
  await until(() => innerWidth === width && innerHeight === height, `a screen of ${width} × ${height}`);
};

/**
 * press presses the middle of an element once that stands still and nothing lies over it. Should it
 * move on the way there, it is pressed again, as somebody would.
 */
export async function press(selector) {
  const began = Date.now();
  let hit = false;
  const look = ({ target }) => (hit ||= one(selector)?.contains(target) ?? true);
  addEventListener("click", look, { capture: true });
  while (!hit) {
    if (Date.now() - began > patience) throw new Error(`${selector} was pressed and did not notice`);
    await pressOnce(selector);
    for (const pressed = Date.now(); !hit && Date.now() - pressed < 1000; ) await new Promise((done) => setTimeout(done, 10));
  }
  removeEventListener("click", look, { capture: true });
}

async function pressOnce(selector) {
  let before = "";
  let at;
  await until(() => {
    const element = one(selector);
    if (!element) return false;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = element.getBoundingClientRect();
    at = { X: Math.round(x + width / 2), Y: Math.round(y + height / 2) };
    const now = JSON.stringify([at, width, height]);
    const still = now === before;
    before = now;
    return still && width > 0 && (element === document.elementFromPoint(at.X, at.Y) || element.contains(document.elementFromPoint(at.X, at.Y)));
  }, `${selector} to stand still and open to a press`);
  await call("ask", { Do: "press", ...at });
}

/** tell and heard are how two pages of one scenario wait for each other. */
export const tell = (name) => call(`tell?name=${name}`, {});
export const heard = (name) => call(`wait?name=${name}`);

export function say(key, lang = document.documentElement.lang) {
  const sentence = facts.words[lang][key];
  if (!sentence) throw new Error(`there are no words for ${key}`);
  return sentence;
}

let checks = 0;
const patience = 60_000; // ms; it bounds no speed

/** until waits until test is true; a page that only waits for another is given more time, so that the other tells what is wrong. */
export async function until(test, what, time = patience) {
  const began = Date.now();
  while (!test()) {
    if (Date.now() - began > time) throw new Error(`waited for ${what}; the page says: ${(one(".js-verdict") ?? document.body).innerText.slice(0, 400)}`);
    await new Promise((done) => setTimeout(done, 10));
  }
  checks++;
}

/** shows waits until an element has a text. */
export const shows = (selector, text) =>
  until(() => one(selector)?.textContent === text, `${selector} to say ${JSON.stringify(text)}`);

export function equal(got, want, what) {
  if (got !== want) throw new Error(`${what}: ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
  checks++;
}

export const states = () => all(".js-group").map((group) => group.dataset.state).join(" ");

/** verdict waits until the program has given an answer: until then it stands there as the rule alone gives it. */
export async function verdict(answer) {
  await shows(".js-verdict .js-title", say(`answer.${answer}.title`));
  await until(() => !one(".js-verdict").textContent.includes(say("program.loading")), "the program's answer");
}

/** insert puts text in place of what a field holds, as input methods and dictation do. */
export function insert(selector, text) {
  one(selector).focus();
  one(selector).select();
  add(text);
  equal(one(selector).value, text, `what stands in ${selector}`);
}

/** add puts text where the cursor is. */
export function add(text) {
  document.execCommand("insertText", false, text);
}

/**
 * pressShown presses a button that waits where it may be covered: a browser that can tell
 * looks only a few times a second, and says so in the frame's note meanwhile.
 */
export async function pressShown(selector, done, what) {
  do {
    one(".js-note").textContent = "";
    await press(selector);
    await until(() => done() || one(".js-note").textContent !== "", what);
  } while (!done());
}

/** run runs a scenario once its page has loaded, and reports; what only helps another page reports trouble alone. */
export async function run(scenario, helps = false) {
  let problem = "";
  try {
    facts = await (await call("facts.json")).json();
    await call("begin");
    await scenario();
    const bad = complaints.filter((said) => !facts.allowed?.some((part) => said.includes(part)));
    if (bad.length > 0) problem = `the page complained: ${bad.join("; ")}`;
  } catch (error) {
    problem = `${error.message}; it complained: ${complaints.join("; ") || "of nothing"}`;
  }
  if (helps && !problem) return;
  // A run of digits could be a key's.
  await call("report", { Problem: problem.replace(/\d{4,}/g, "…").slice(0, 3000), Checks: checks });
}
