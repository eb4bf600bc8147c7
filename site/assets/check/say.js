// The sentences of content/words, with their places filled.
import core from "fortyeight:words";

const words = { ...core };

/** learn adds the sentences of a part that loads later. */
export function learn(more) {
  Object.assign(words, more);
}

let numbers; // made for the first long number: it costs a page that begins more than all else here

function written(number) {
  if (number < 1000) return String(number);
  numbers ??= new Intl.NumberFormat(document.documentElement.lang);
  return numbers.format(number);
}

/** say returns the sentence for key, with {name} replaced from places; numbers are written as people read them. */
export function say(key, places = {}) {
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`no words for ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (place, name) => {
    const value = places[name] ?? place;
    return typeof value === "number" ? written(value) : value;
  });
}
