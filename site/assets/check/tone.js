// A tone is how a state looks: a colour and a shape. The word beside it comes
// from content/words.

const groupTones = { empty: "quiet", unfinished: "typing", right: "right", repaired: "repaired" }; // all others: wrong

const answerTones = {
  "key-none": "quiet",
  "key-unfinished": "typing",
  "key-wrong": "wrong",
  "key-well-formed": "right",
  "key-id-unknown": "open",
  "key-matches": "match",
  "key-matches-beginning": "match",
  "key-other": "wrong",
};

const idTones = { none: "quiet", unfinished: "typing", beginning: "right", whole: "right", wrong: "wrong" };

const shapes = { quiet: "empty", typing: "typing", right: "right", match: "right", wrong: "wrong", open: "open", repaired: "repaired" };

export const groupTone = (state) => groupTones[state] ?? "wrong";
export const answerTone = (answer) => answerTones[answer] ?? "open";
export const idTone = (state) => idTones[state];

/** showTone gives an element its tone and its icon the shape for it. */
export function showTone(element, tone) {
  element.dataset.tone = tone;
  element.querySelector("use").setAttribute("href", `#icon-${shapes[tone]}`);
}
