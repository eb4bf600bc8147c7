// The element in a portal with a strict policy: it hears states and no digit, and
// the key only by a press on the button that names it. The portal and the frame in it each run
// their part.
import { add, equal, facts, one, press, pressShown, resize, run, say, tell, heard, type, until, verdict } from "./stage.js";

const told = [];
for (const name of ["ready", "change", "match", "key", "error"]) {
  addEventListener(`fortyeight:${name}`, ({ detail }) => told.push({ name, detail }));
}
const event = (name, test) => until(() => told.some((one) => one.name === name && test(one.detail)), `the event ${name}; heard were ${told.map(({ name }) => name)}`, 120_000);

async function portal() {
  // The frame is as high as what stands in it. On a screen that is higher, nothing
  // scrolls, and a place in the frame is a place on the screen.
  await resize(800, 1800);
  const check = () => one("#check");
  await event("ready", () => true);
  equal(check().validity.valueMissing, true, "an empty element is missing a value");
  await tell("ready");
  await event("change", ({ state, groups }) => state === "unfinished" && groups[0] === "right");
  check().keyId = facts.id;
  await tell("id");
  await event("match", ({ keyId, whole }) => keyId === facts.id && whole);
  equal(check().value, "valid", "the value is the state");
  equal(one("form").checkValidity(), true, "the form is valid");
  const open = JSON.stringify(told) + document.documentElement.outerHTML;
  equal(facts.sample.split("-").some((group) => open.includes(group)), false, "the portal holds digits");
  await tell("matched");
  await event("key", ({ key }) => key === facts.sample);
  await heard("given");
  check().disabled = true;
  await until(() => check().shadowRoot.querySelector("iframe").inert, "a disabled element's frame to be inert");
  check().remove();
  equal(frames.length, 0, "frames of an element that has been removed");
}

async function inside() {
  await heard("ready");
  await press("#key");
  await type(facts.id.slice(0, 8));
  add(`${facts.id.slice(8)} ${facts.sample.slice(0, 10)}`);
  await heard("id");
  await until(() => one("#id").value === facts.id, "the Key ID from the portal");
  add(facts.sample.slice(10, -2));
  await type(facts.sample.slice(-2));
  await verdict("key-matches");
  await heard("matched");
  await until(() => one(".js-give").getClientRects().length > 0, "the button that gives the key");
  equal(one(".js-give").textContent.includes("http://127.0.0.1:"), true, "the button names the portal");
  const given = say("embed.given").split("{origin}")[0];
  await pressShown(".js-give", () => one(".js-note").textContent.startsWith(given), "the key to be given");
  tell("given").catch(() => {}); // the portal takes the frame away, and with it the answer
}

if (parent === window) run(portal);
else run(inside, true);
