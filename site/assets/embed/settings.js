// What the frame is told: behind # of its address, or by the element.

const all = ["file", "sheet", "type"]; // what can be left out

/** fromAddress reads the settings behind #, which no server sees. */
export function fromAddress() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

/** without lists what is left out of the frame: all that features, if there are any, do not name. */
export function without(features) {
  const named = String(features ?? "").split(/[\s,]+/).filter(Boolean);
  const left = named.length === 0 ? [] : all.filter((one) => !named.includes(one));
  // A frame in a sandbox has no way to print or to save.
  return origin === "null" ? [...new Set([...left, "sheet"])] : left;
}

/** speak goes to the frame in another language, if there is one. */
export function speak(lang) {
  const wanted = String(lang ?? "").toLowerCase();
  const pages = [...document.querySelectorAll("link[rel=alternate][hreflang]")];
  const page = pages.find(({ hreflang }) => hreflang === wanted) ?? pages.find(({ hreflang }) => wanted.startsWith(`${hreflang}-`));
  if (!page || page.hreflang === document.documentElement.lang) return false;
  const behind = new URLSearchParams(location.hash.slice(1));
  behind.set("lang", lang);
  location.replace(`${new URL(page.href).pathname}#${behind}`);
  return true;
}
