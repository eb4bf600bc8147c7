// A key comes as a whole: put in by the browser, and a table by the clipboard.
import { equal, facts, insert, one, press, run, say, shows, until, verdict } from "./stage.js";

run(async () => {
  insert("#id", facts.id);
  insert("#key", `Identifier: ${facts.id}\n${facts.sample}`);
  await verdict("key-matches");
  await press(".js-forget");
  await verdict("key-none");
  insert("#key", facts.sample);
  await verdict("key-well-formed");

  const board = new DataTransfer();
  board.setData("text/plain", `PC,Key ID,Key\nLAPTOP-7,${facts.id},${facts.sample}\n${"PC,,\n".repeat(1000)}`);
  const pasted = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(pasted, "clipboardData", { value: board }); // Firefox takes none from a script
  one("#key").dispatchEvent(pasted);
  await shows(".js-files-answer .js-title", say("match.found-one.title"));
  await until(() => one(".js-answer-rows .js-device")?.textContent === "LAPTOP-7", "the device of the table");
  equal(one("#key").value, facts.sample, "the field is as it was");
});
