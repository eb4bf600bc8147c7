// The sentences of content/words, with their places filled.
import core from "fortyeight:words";

const words = { ...core };

/** learn adds the sentences of a part that loads later. */
export function learn(more) {
  Object.assign(words, more);
}

const numbers = new Intl.NumberFormat(document.documentElement.lang);

/** say returns the sentence for key, with {name} replaced from places; numbers are written as people read them. */
export function say(key, places = {}) {
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`no words for ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (place, name) => {
    const value = places[name] ?? place;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}
