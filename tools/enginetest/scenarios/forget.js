// Forget leaves nothing: no digits, no files, no workers.
import { all, choose, equal, facts, insert, one, press, run, states, until, verdict } from "./stage.js";

run(async () => {
  insert("#id", facts.id);
  insert("#key", facts.sample);
  await choose("#file", "key.txt");
  await verdict("key-matches");
  await until(() => alive.size === 2, `two workers, one for each program, not ${alive.size}`);
  await press(".js-forget");
  await verdict("key-none");
  equal(states(), Array(8).fill("empty").join(" "), "the groups");
  equal(one("#key").value + one("#id").value + one("#file").value, "", "the fields");
  equal(all(".fe-keys__row").length, 0, "the rows of files");
  equal(/\d{6}/.test(one(".js-check").innerText), false, "digits stand in the page");
  equal(alive.size, 0, "workers that are still there");
  one("#key").focus();
  document.execCommand("undo");
  equal(one("#key").value, "", "what undo brings back");
  insert("#key", facts.sample);
  await verdict("key-well-formed");
});
