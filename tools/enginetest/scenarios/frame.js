// The bare frame in a page of another site that allows nothing else.
import { add, choose, equal, facts, one, press, pressShown, run, say, shows, type, until, verdict } from "./stage.js";

run(async () => {
  await until(() => one("#id").value === facts.id.slice(0, 8), "the Key ID from the address");
  equal(getComputedStyle(document.documentElement).colorScheme, "dark", "the scheme");
  await press("#key");
  await type(facts.id.slice(0, 8));
  add(`${facts.id.slice(8)} ${facts.sample}`);
  await verdict("key-matches-beginning");
  equal(one(".js-print-it").getClientRects().length > 0, origin !== "null", "a sheet is offered where it can be printed");
  if (origin === "null") { // where no worker can read files in WebKit
    await choose("#file", "key.txt");
    await shows(".js-files-answer .js-title", say("match.one.title"));
  }
  await pressShown(".js-type", () => !one(".js-typing").hidden, "the typing view");
  await shows(".js-now", facts.sample.slice(0, 6));
});
