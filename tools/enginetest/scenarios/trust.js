// A page of text: it has its look and its ways onward.
import { equal, one, run, until } from "./stage.js";

run(async () => {
  await until(() => document.readyState === "complete" && one("h1"), "the page");
  equal(getComputedStyle(one("h1")).fontWeight >= 600, true, "the style has come");
  equal(document.documentElement.scrollWidth <= innerWidth, true, "the page is no wider than the screen");
  equal(one("main").innerText.length > 1000, true, "there is text");
});
