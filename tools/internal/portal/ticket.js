// What a portal does with the element: passes the Key ID on, and notes what it
// hears. A key that was given is used, not written down.
const find = (name) => document.querySelector(`.js-${name}`);
const check = document.querySelector("fortyeight-check");

find("screen").addEventListener("input", ({ target }) => (check.keyId = target.value.trim()));

for (const name of ["ready", "change", "match", "error", "key"]) {
  document.addEventListener(`fortyeight:${name}`, ({ type, detail }) => {
    const told = name === "key" ? "a key of 48 digits was given" : JSON.stringify(detail ?? {});
    find("heard").prepend(Object.assign(document.createElement("li"), { textContent: `${type} ${told}` }));
  });
}

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const { match, value } = check;
  find("note").textContent = `Noted: the key is ${value}, its Key ID ${match === "none" ? "not compared" : `matches: ${match}`}.`;
});
