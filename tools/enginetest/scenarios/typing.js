// The key is typed into another PC: group by group, by keys alone.
import { equal, facts, insert, keys, one, press, run, say, shows, type, until } from "./stage.js";

run(async () => {
  const groups = facts.sample.split("-");
  insert("#key", facts.sample);
  await press(".js-type");
  await shows(".js-now", groups[0]);
  for (const [key, at] of [[keys.right, 1], [" ", 2], [keys.left, 1], [keys.enter, 2], [keys.backspace, 1]]) {
    await type(key);
    await shows(".js-now", groups[at]);
  }
  const { width, height } = one(".js-now").getBoundingClientRect();
  equal(width > 200 && width <= innerWidth && height < innerHeight, true, "the digits are large and on the screen");
  for (const group of [...groups.slice(2)]) {
    await type(keys.right);
    await shows(".js-now", group);
  }
  await type(keys.right);
  await shows(".js-typing .js-count", say("typing.done"));
  await press(".js-scan");
  await until(() => one(".js-field path, .js-field svg")?.getBoundingClientRect().width > 100, "a QR for a scanner");
  await press(".js-scan-close");
  await press(".js-typing .js-stage-close");
  await until(() => one(".js-typing").hidden, "the view to be closed");
});
