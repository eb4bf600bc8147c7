// The Check page and its views on screens of all kinds: narrow, lying, with a
// keyboard over the lower half, with text at 200 %.
import { equal, facts, insert, one, press, resize, run, until, verdict } from "./stage.js";

function fits(what) {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5);
  equal(scrollWidth <= clientWidth ? "" : wide.map((one) => `${one.localName}.${one.className}`).join(), "", `${what} is no wider than the screen`);
}

run(async () => {
  insert("#key", `${facts.id} ${facts.sample}`);
  await verdict("key-well-formed");
  equal(one("#key").scrollHeight <= one("#key").clientHeight, true, "all of the text is seen in its field");
  for (const [width, height, size] of [[320, 640, ""], [640, 360, ""], [360, 640, "200%"], [1280, 800, "200%"], [360, 640, ""]]) {
    await resize(width, height);
    document.documentElement.style.fontSize = size;
    fits(`at ${width} × ${height} ${size} the page`);
  }
  // The keyboard covers the lower half: field and first groups stay in sight.
  await resize(360, 320);
  one("#key").focus();
  one("#key").scrollIntoView({ block: "nearest", behavior: "instant" });
  const { top, bottom } = one("#key").getBoundingClientRect();
  equal(top >= 0 && bottom <= innerHeight, true, "the field can be seen above the keyboard");
  await resize(640, 360);
  await press(".js-type");
  await until(() => one(".js-now")?.textContent === facts.sample.slice(0, 6), "the typing view");
  for (const selector of [".js-now", ".js-forward"]) {
    one(selector).scrollIntoView({ block: "nearest", behavior: "instant" });
    const box = one(selector).getBoundingClientRect();
    equal(box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight, true, `${selector} fits a lying phone`);
  }
  await press(".js-typing .js-stage-close");
});
