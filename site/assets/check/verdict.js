// Says where somebody stands: the answers about key, Key ID and file.
import { say } from "./say.js";
import { answerTone, idTone, showTone } from "./tone.js";

export class Verdict {
  #root;

  constructor(root) {
    this.#root = root;
  }

  #part(name) {
    return this.#root.querySelector(`.js-${name}`);
  }

  /** show says an answer of the program; places fill its sentence. */
  show(answer, places, more = []) {
    this.say(answerTone(answer), say(`answer.${answer}.title`, places), say(`answer.${answer}.text`, places), more);
  }

  /** early says what the rule alone tells of a key, and that more is to come. */
  early(result) {
    const { answer, state } = result;
    const more = say("program.loading");
    if (state === "wrong") this.show(answer, {}, [...problemSentences(result), more]);
    else this.say(answerTone(answer), say(`answer.${answer}.title`), more);
  }

  say(tone, title, text, more = []) {
    showTone(this.#root, tone);
    this.#part("title").textContent = title;
    this.#part("text").textContent = text;
    const list = this.#part("problems");
    if (!list) return;
    list.replaceChildren(...more.map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence })));
    list.hidden = more.length === 0;
  }

  /** aside says a sentence in place of the second line, or after the problems. */
  aside(sentence) {
    const list = this.#part("problems");
    if (list.hidden) this.#part("text").textContent = sentence;
    else list.append(Object.assign(document.createElement("li"), { textContent: sentence }));
  }
}

/** problemSentences says what is wrong with the key, group by group. */
export function problemSentences({ problems }) {
  return problems
    .filter(({ kind }) => kind !== "no-digits" && kind !== "too-short")
    .map(({ kind, group }) => say(`problem.${kind}`, { group }));
}

/** placeSentences says where in a longer text the key stands. */
export function placeSentences({ state, groups, count, screen }, text) {
  const sentences = [];
  if (state !== "valid") return sentences;
  if (count > 1) sentences.push(say(screen.id ? "key.several-chosen" : "key.several", { count }));
  const line = lineAt(text, groups[0].start);
  if (line > 1) sentences.push(say("found.line", { line }));
  return sentences;
}

/** damagedSentences says where further keys stand that have something wrong in them. */
export function damagedSentences({ damaged }, text) {
  if (damaged.length === 0) return [];
  const [{ start, groups }] = damaged;
  let one = groups.length === 0 ? "found.damaged-after" : "found.damaged";
  if (damaged.length > 1) one = "found.damaged-several";
  const places = { count: damaged.length, line: lineAt(text, start), groups: groups.join(", ") };
  return [say("found.damaged-next", { sentence: say(one, places) })];
}

const lineAt = (text, place) => text.slice(0, place).split("\n").length;

/** showID says how far the Key ID is. */
export function showID(field, { state, problem }) {
  field.dataset.state = state;
  showTone(field, idTone(state));
  field.querySelector(".js-id").setAttribute("aria-invalid", state === "wrong");
  const note = field.querySelector(".js-id-note");
  const sentence = state === "wrong" ? say(`problem.${problem}`) : say(`id.${state}`);
  if (note.textContent !== sentence) note.textContent = sentence;
}
