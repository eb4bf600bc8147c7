// What can be said of a text without the program: the states of its groups.
import { plainCheck } from "./plain.js";

const answers = { none: "key-none", unfinished: "key-unfinished", wrong: "key-wrong", valid: "key-well-formed" };
const kinds = { "too-long": "group-long", "not-digits": "group-strange", unfinished: "group-short" };

/** without gives an answer as the program gives it, as far as the rule alone goes. */
export function without(text) {
  const { state, groups } = plainCheck(text);
  const last = groups.findLastIndex((group) => group.text !== "");
  const problems = groups.flatMap(({ state }, i) => {
    const fine = state === "right" || state === "empty" || (state === "unfinished" && i === last);
    return fine ? [] : [{ kind: kinds[state] ?? state, group: i + 1 }];
  });
  return {
    state,
    key: state === "valid" ? groups.map((group) => group.text).join("-") : "",
    groups: groups.map((group) => ({ ...group, start: 0, end: 0 })),
    problems,
    found: [],
    count: 0,
    damaged: [],
    unclear: "",
    screen: { state: "none", id: "", problem: "id-empty" },
    answer: answers[state],
    keyId: "",
  };
}
