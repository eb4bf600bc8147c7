// The rule alone, where no program runs. It repairs nothing.
const nd = /\p{Nd}/u;
const gap = `[^\\p{L}\\d?,:"]`;
const id = /\b(?=\d*[a-f])[0-9a-f]{8}((-[0-9a-f]{4})+(-[0-9a-f]{12}|-[0-9a-f]{2})?)?(?![0-9a-f])/gi;
const keys = new RegExp(`(?<!\\d{6}[- ]?|\\d)\\d{6}(${gap}{0,4}\\d{6}){7}(?![- ]?\\d{6}|\\d)`, "gu");
const runs = new RegExp(`(?<![\\p{L}_\\d])[\\dOo?]+(${gap}{1,4}[\\dOo?]+)*(?!\\d| \\p{L}|:)`, "gu");

// A script's digits stand in a row, from zero.
const value = (c) => (nd.test(String.fromCodePoint(c - 1)) ? 1 + value(c - 1) : 0);
const ascii = (c) => (nd.test(c) ? value(c.codePointAt(0)) % 10 : c);

function stateOf(group = "") {
  if (/\D/.test(group)) return "not-digits";
  if (group.length > 6) return "too-long";
  if (/^[89]/.test(group) || group > 720885) return "above-720885";
  if (group.length < 6) return group ? "unfinished" : "empty";
  return group % 11 ? "not-multiple-of-11" : "right";
}

const right = (group) => stateOf(group) === "right";
const score = (groups) => groups.slice(0, 8).filter(right).length;

function cut([found]) {
  const parts = found.match(/[\dOo?]*\d[\dOo?]*/g) ?? [];
  const all = parts.join("");
  // A row, fours, a line broken in a group: by six.
  const odd = !parts[1] || all.length === 48 || (parts[0] + parts[1]).length === 8;
  return (odd && all.match(/.{1,6}/g)) || parts;
}

/** plainCheck gives {state, groups: [{text, state}]}. */
export function plainCheck(text) {
  const plain = Array.from(text.slice(0, 4096).replace(/\p{Cf}/gu, ""), ascii).join("").replace(id, ":");
  const all = [...plain.matchAll(keys), ...plain.matchAll(runs)].map(cut);
  const best = all.reduce((a, b) => (score(b) > score(a) ? b : a), all[0] ?? []);
  const wrong = best[8] || !best.slice(0, -1).every(right) || /-/.test(stateOf(best.at(-1)));
  const state = !best[0] ? "none" : wrong ? "wrong" : right(best[7]) ? "valid" : "unfinished";
  const groups = Array.from(Array(8), (_, i) => ({ text: best[i] ?? "", state: stateOf(best[i]) }));
  return { state, groups };
}
