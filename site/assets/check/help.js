// Answers a question about the verdict where it stands: leaving for the guide
// would clear the key. Questions and answers stand in the page, as templates.

const shapes = ["group-short", "group-long", "group-strange", "digits-after"];

/** topicOf returns the question that an answer of the program gives rise to, or nothing. */
export function topicOf({ answer, problems }) {
  if (answer === "key-wrong") return problems.some(({ kind }) => !shapes.includes(kind)) ? "group" : "shape";
  return { "key-well-formed": "well-formed", "key-id-unknown": "well-formed", "key-other": "other", "key-matches": "matches", "key-matches-beginning": "matches" }[answer];
}

const parts = ["seven-groups", "few-groups", "more-groups", "redacted"];

/** topicOfDiagnosis returns the question about a text that is no key. */
export function topicOfDiagnosis(diagnosis) {
  return parts.includes(diagnosis) ? "shape" : "secret";
}

export class Help {
  #root;
  #topic;

  constructor(root) {
    this.#root = root;
  }

  /** show offers the answer to a question; it opens when somebody asks. */
  show(topic) {
    if (topic === this.#topic) return;
    this.#topic = topic;
    this.#root.hidden = !topic;
    const template = document.querySelector(`.js-help-topic[data-topic="${topic}"]`);
    this.#root.replaceChildren(...(template ? [template.content.cloneNode(true)] : []));
  }
}
