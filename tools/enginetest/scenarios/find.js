// "Where is my key?" by keyboard: six questions, then the places.
import { all, equal, keys, one, run, type, until } from "./stage.js";

const seen = (selector) => all(selector).filter((element) => element.getClientRects().length > 0);

run(async () => {
  await until(() => seen(".js-question").length === 1, "one question");
  one("#ask-owner").focus();
  await type(keys.tab);
  await until(() => document.activeElement.id === "owner-me", `the first answer to have the focus, not ${document.activeElement.id}`);
  await type(" ");
  await until(() => one("#owner-me").checked, "the answer to be chosen");
  await type(keys.enter);
  for (const question of ["accounts", "setup", "screen", "running", "copies"]) {
    await until(() => document.activeElement.id === `ask-${question}`, `the question ${question}`);
    equal(seen(".js-question").length, 1, "questions that can be seen");
    await type(keys.tab);
    await type(keys.enter);
  }
  await until(() => document.activeElement.id === "result", "the places");
  equal(seen(".js-spots > li").length > 2, true, "several places are shown");
  equal(location.hash.startsWith("#owner=me&"), true, "the address has the answers");
  history.back();
  await until(() => seen(".js-question").length === 1, "Back to lead to a question");
});
