// Somebody types a key with a wrong digit, is told, takes the repair, and learns
// that it is the one for the drive.
import { add, all, equal, facts, one, press, run, states, type, until, verdict } from "./stage.js";

run(async () => {
  const wrong = facts.sample.replace("590458", "590468");
  await press("#id");
  await type(facts.id.slice(0, 8));
  equal(one("#id").value, facts.id.slice(0, 8), "the Key ID as it was typed");
  add(facts.id.slice(8));
  await press("#key");
  await type(wrong.slice(0, 8));
  await until(() => states().startsWith("right ") && !states().startsWith("right empty"), `one group right and the next begun, not ${states()}`);
  add(wrong.slice(8, -6));
  await type(wrong.slice(-6));
  await until(() => states() === "right right not-multiple-of-11 right right right right right", `the third group wrong and no other, not ${states()}`);
  await verdict("key-wrong");
  await until(() => all(".fe-repair__row").length > 0 && !one(".js-repair").hidden, "repairs to be offered");
  const row = all(".fe-repair__row").findIndex((row) => [...row.querySelectorAll(".fe-repair__digits")].some((digits) => digits.textContent === "590458"));
  equal(row >= 0, true, "what was meant is among the repairs");
  await press(`.fe-repair__row:nth-child(${row + 1}) .fe-repair__take`);
  await verdict("key-id-unknown");
  equal(one("#key").value.endsWith(facts.sample), true, "the key stands in the field");
  equal(states().includes("repaired"), true, "the group is marked as repaired");
  one("#key").focus();
  one("#key").setSelectionRange(0, 0);
  add(facts.id);
  await type(" ");
  await verdict("key-matches");
});
