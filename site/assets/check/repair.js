// What a text with a slip could have been: a list of keys, likeliest first,
// each with what differs. Nothing is taken unless somebody presses for it.
import { say } from "./say.js";

const make = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });

const likely = 6; // candidates in view at once; the others follow on a press

export class Repair {
  #root;
  #take;
  #tried = new Set(); // keys tried on the locked PC, until Forget

  /** keys are those that are listed, as {key, id}, and text is what they were read from. */
  keys = [];
  text = "";

  /** take is called with the candidate that somebody takes. */
  constructor(root, take) {
    this.#root = root;
    this.#take = take;
  }

  #part(name) {
    return this.#root.querySelector(`.js-${name}`);
  }

  hide() {
    this.#root.hidden = true;
    this.keys = [];
    this.text = "";
  }

  #list(keys, text) {
    this.text = text;
    this.keys = keys.map(({ key, keyId }) => ({ key, id: keyId ?? "" }));
    this.#part("type-all").hidden = keys.length < 2;
  }

  forget() {
    this.#tried.clear();
    this.#part("candidates").replaceChildren();
    this.#part("repair-lead").textContent = "";
    this.#part("repair-note").textContent = "";
    this.hide();
  }

  /** show shows a Reading of a text by the program; groups are those of the text. */
  show(reading, groups, text) {
    const { candidates, unreadable, fits } = reading;
    const several = candidates.length > 1;
    let lead = several ? "repair.several" : reading.state === "certain" ? "repair.clear" : "repair.one";
    const places = { count: fits, groups: unreadable.join(", ") };
    if (fits === "many" || (fits && candidates.length === 0)) lead = "repair.too-many";
    else if (fits) lead = "repair.many";
    this.#part("repair-lead").textContent = say(lead, places);
    this.#part("repair-note").textContent = several ? say("repair.try") : "";
    const rows = candidates.map((one) => this.#row(one, this.#differences(one, groups), several));
    this.#part("candidates").replaceChildren(...rows.slice(0, likely));
    if (rows.length > likely) this.#part("candidates").append(this.#lessLikely(rows.slice(likely)));
    this.#root.hidden = candidates.length === 0 && !fits;
    this.#list(candidates, text);
  }

  #lessLikely(rows) {
    const item = make("li", "");
    const more = make("details", "");
    const list = make("ol", "fe-repair__list");
    list.append(...rows);
    more.append(make("summary", "fe-repair__more", say("repair.more", { count: rows.length })), list);
    item.append(more);
    return item;
  }

  /** showFound shows the keys of a text that holds several, or the first of very many. */
  showFound({ found, count }, text) {
    this.#part("repair-lead").textContent = say("found.list");
    this.#part("repair-note").textContent = count > found.length ? say("found.more", { count: count - found.length }) : say("repair.try");
    this.#part("candidates").replaceChildren(
      ...found.map((one) => {
        const digits = make("span", "fe-repair__digits fe-repair__digits--whole", one.key);
        digits.translate = false;
        return this.#row(one, [make("span", "fe-repair__name", one.keyId || say("found.no-id")), digits], true);
      }),
    );
    this.#root.hidden = false;
    this.#list(found, text);
  }

  #row(candidate, content, several) {
    const row = make("li", "fe-repair__row");
    const take = make("button", "fe-repair__take");
    take.type = "button";
    take.append(make("span", "fe-hidden", `${say("repair.take")}: `), ...content);
    take.addEventListener("click", () => this.#take(candidate));
    row.append(take);
    if (several) row.append(this.#tick(candidate.key));
    return row;
  }

  /** #differences shows the groups that change, with the changed digits marked. */
  #differences({ key, changes }, groups) {
    const texts = key.split("-");
    return texts.flatMap((text, i) => {
      const own = changes.filter(({ group }) => group === i + 1);
      if (text === groups[i].text && own.length === 0) return [];
      const line = make("span", "fe-repair__group");
      const digits = make("span", "fe-repair__digits");
      digits.translate = false;
      digits.append(...marked(text, groups[i].text, own));
      const what = own.map(({ kind, from, to }) => say(`repair.${kind}`, { from, to }));
      line.append(
        make("span", "fe-repair__name", say("repair.group", { group: i + 1 })),
        digits,
        make("span", "fe-repair__what", what.join(", ")),
      );
      return [line];
    });
  }

  #tick(key) {
    const label = make("label", "fe-repair__tick");
    const box = make("input", "fe-repair__box");
    box.type = "checkbox";
    box.checked = this.#tried.has(key);
    box.addEventListener("change", () => (box.checked ? this.#tried.add(key) : this.#tried.delete(key)));
    label.append(box, make("span", "", say("repair.tried")));
    return label;
  }
}

/** marked gives the digits of a group, the changed ones as marks. */
function marked(text, before, changes) {
  const places = new Set();
  for (const { place, kind, to } of changes) {
    if (kind === "extra" || place === 0) continue;
    for (let i = 0; i < Math.max(1, to.length); i++) places.add(place - 1 + i);
  }
  if (changes.length === 0) [...text].forEach((digit, i) => digit !== before[i] && places.add(i));
  return [...text].map((digit, i) => (places.has(i) ? make("mark", "fe-repair__changed", digit) : digit));
}
