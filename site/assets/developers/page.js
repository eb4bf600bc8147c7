// The playground: attributes above, the element, what it tells below. A key that
// it gives is counted, not written down.
import "../element/fortyeight.js";

const root = document.querySelector(".js-play");
const element = root.querySelector(".js-element");
const heard = root.querySelector(".js-heard");
const snippet = root.querySelector(".js-snippet");
const settings = [...root.querySelectorAll(".js-setting")];
const most = 20; // events that are listed

function show() {
  const attributes = settings.filter(({ value }) => value.trim() !== "").map(({ dataset, value }) => ` ${dataset.name}="${value.trim().replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`);
  snippet.textContent = `<script type="module" src="${root.dataset.script}"></script>\n<fortyeight-check${attributes.join("")}></fortyeight-check>`;
}

root.addEventListener("input", ({ target }) => {
  const { name } = target.dataset;
  if (!name) return;
  if (target.value.trim() === "") element.removeAttribute(name);
  else element.setAttribute(name, target.value.trim());
  show();
});

for (const name of ["ready", "change", "match", "error", "key"]) {
  element.addEventListener(`fortyeight:${name}`, ({ type, detail }) => {
    const text = name === "key" ? `{ key: ${detail.key.length} characters, keyId: "${detail.keyId}" }` : JSON.stringify(detail ?? {});
    heard.prepend(Object.assign(document.createElement("li"), { textContent: `${type} ${text}` }));
    while (heard.children.length > most) heard.lastChild.remove();
  });
}

show();
