// The key lies in a file as Windows saves it, in a workbook, in an archive.
import { all, choose, equal, facts, insert, one, press, run, say, shows, until, verdict } from "./stage.js";

run(async () => {
  const folders = "webkitdirectory" in one("#folder");
  equal(one(".js-folder").hidden, !folders, "the button for a folder is hidden");
  insert("#id", facts.id);
  for (const name of ["key.txt", "keys.xlsx", "stick.zip"]) {
    await choose("#file", name);
    await shows(".js-files-answer .js-title", say("match.one.title"));
    await press('.js-answer-rows [data-act="show"]');
    await until(() => all(".fe-keys__group").map((group) => group.textContent).join("-") === facts.sample, `the digits from ${name}`);
    await press('.js-answer-rows [data-act="use"]');
    await until(() => one("#key").value === facts.sample, `the key from ${name} in the field`);
    await verdict("key-matches");
    await press(".js-forget");
    await verdict("key-none");
    await until(() => one(".js-files-answer").hidden, "the files to be forgotten");
    insert("#id", facts.id);
  }
});
