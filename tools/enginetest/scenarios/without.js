// Without WebAssembly typing, the states and the typing view still work, and the page says what does not.
import { equal, facts, insert, one, press, run, say, shows, states, until, verdict } from "./stage.js";

run(async () => {
  await shows(".js-program-text", say("program.unsupported"));
  insert("#key", facts.sample.replace("590458", "590468"));
  await until(() => states() === "right right not-multiple-of-11 right right right right right", "the third group wrong");
  await verdict("key-wrong");
  insert("#key", facts.sample);
  await verdict("key-well-formed");
  equal(one(".js-print-it").hidden, true, "a sheet is offered, which needs a program");
  await press(".js-type");
  await shows(".js-now", facts.sample.slice(0, 6));
});
