// A sheet is made: its digits, Key ID and codes are drawn, and its papers fit.
import { equal, facts, insert, keys, one, press, run, until, type } from "./stage.js";

run(async () => {
  insert("#id", facts.id);
  insert("#key", `Identifier: ${facts.id}\n${facts.sample}`);
  await press(".js-print-it");
  await until(() => one(".js-paper .fe-sheet"), "the sheet");
  const text = one(".js-paper").textContent;
  for (const group of facts.sample.split("-")) equal(text.includes(group), true, "a group stands on the paper");
  equal(text.includes(facts.id), true, "the Key ID stands on the paper");
  const drawing = one(".js-paper [data-path=qr]");
  equal(/^M\d/.test(drawing.getAttribute("d")), true, "the QR is drawn");
  equal(drawing.getBoundingClientRect().width > 20, true, "the QR can be seen");
  await press("#print-device");
  await type("LAPTOP-7");
  await until(() => one(".js-paper").textContent.includes("LAPTOP-7"), "the device on the paper");
  for (const paper of ["letter", "card", "label", "a4"]) {
    one(".js-print-paper").value = paper;
    one(".js-print-paper").dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => one(".js-paper").getBoundingClientRect().height > 100, `the paper ${paper}`);
    equal(document.documentElement.scrollWidth <= innerWidth, true, `the page is no wider than the screen with ${paper}`);
  }
  await press(".js-print-title");
  await type(keys.escape);
  await until(() => one(".js-print").hidden, "Escape to close the sheet");
});
