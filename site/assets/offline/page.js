// Keeps the site on this device for when there is no network, by way of the service
// worker beside this script; says so once it is true; offers a newer version; and
// on the page about trust lets people remove all that. It waits until the page
// has nothing else to do, and the Check page loads it only after its program.
import words from "fortyeight:offline";
import { ask, register, turnedOff } from "./keeping.js";
import { Switch } from "./switch.js";

const say = (key) => words[document.documentElement.lang][key];
const place = document.querySelector(".js-offline");
const choicePlace = document.querySelector(".js-offline-switch");

if (document.readyState === "complete") whenIdle();
else addEventListener("load", whenIdle);

function whenIdle() {
  (globalThis.requestIdleCallback ?? setTimeout)(start);
}

async function start() {
  const saving = navigator.connection?.saveData; // who saves data is not sent megabytes unasked
  const kept = !turnedOff() && (await keep(!saving));
  if (!choicePlace) return;
  const choice = new Switch(choicePlace, say, () => keep(true), () => place.replaceChildren());
  choice.show(kept);
}

/** keep sees to the copy, and resolves with whether there is to be one. */
async function keep(fresh) {
  const registration = await register(fresh);
  if (!registration) return false;
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => offer(registration));
  });
  offer(registration);
  promise(registration);
  return true;
}

/** promise says that the site works without network, once that is so. A page of a newer version fetches that. */
async function promise(registration) {
  const { active } = await navigator.serviceWorker.ready;
  const own = [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map((one) => new URL(one.src ?? one.href).pathname);
  if (!(await ask(active, { whole: own }))) registration.update().catch(() => {});
  else if (!place.hasChildNodes()) place.append(say("offline.works"));
}

/** offer offers the version that waits. It is taken when somebody presses, or when no tab is left that uses the old one. */
function offer(registration) {
  if (!registration.waiting || !registration.active) return;
  const text = document.createElement("span");
  text.setAttribute("role", "status");
  text.textContent = say("offline.newer");
  const button = document.createElement("button");
  button.className = "fe-button js-offline-use";
  button.type = "button";
  button.textContent = say("offline.use");
  button.addEventListener("click", async () => {
    const refused = await use(registration.waiting);
    if (refused) text.textContent = say(refused);
  });
  place.replaceChildren(text, " ", button);
}

/** use changes over to a version, or resolves with the word that says why not now. */
async function use(version) {
  if (holdsKey()) return "offline.held";
  if (version) {
    const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    if ((await ask(version, { use: true })) === "others") return "offline.others";
    await changed;
    if (holdsKey()) return "offline.held"; // typed in that moment
  }
  location.reload();
}

/** holdsKey asks the page whether leaving it would lose what somebody entered. */
function holdsKey() {
  return !document.dispatchEvent(new CustomEvent("fe-leave", { cancelable: true }));
}
