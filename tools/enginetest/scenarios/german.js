// The same in German: what is wrong is told in German, with real keys.
import { add, equal, facts, one, press, run, states, type, until, verdict } from "./stage.js";

run(async () => {
  equal(document.documentElement.lang, "de", "the language");
  await press("#key");
  await type("042647");
  add(facts.sample.replace("590458", "590468").slice(6));
  await until(() => states().includes("not-multiple-of-11"), "a group that is wrong");
  await verdict("key-wrong");
  await until(() => !one(".js-repair").hidden, "repairs");
  equal(document.documentElement.scrollWidth <= innerWidth, true, "the page is no wider than the screen");
});
