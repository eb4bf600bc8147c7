// The program of a page that has it inside, as a text: two characters are 13
// bits, from 91 characters that are the same in every encoding and end no
// element. Base64 would be 8 % longer.
import { LoadError } from "./loader.js";

/**
 * inside is the source of a program for loader.js. text gives the packed
 * program, which has so many bytes; script is that of the worker.
 */
export function inside(text, bytes, script) {
  return {
    script,
    async unpack() {
      if (!globalThis.DecompressionStream) throw new LoadError("unsupported");
      const program = new Response(bytesOf(text(), bytes)).body.pipeThrough(new DecompressionStream("gzip"));
      return new Response(program, { headers: { "Content-Type": "application/wasm" } });
    },
  };
}

/** value is that of a character: those from # to ~, of which < is left out. */
const value = (code) => code - (code > 60 ? 36 : 35);

/** bytesOf turns the text back into bytes. A plain loop takes a seventh of the time of atob and map. */
export function bytesOf(text, count) {
  const bytes = new Uint8Array(count);
  let held = 0; // bits, the first ones lowest
  let bits = 0; // how many
  for (let from = 0, to = 0; to < count; from += 2) {
    held |= (value(text.charCodeAt(from)) + 91 * value(text.charCodeAt(from + 1))) << bits;
    for (bits += 13; bits >= 8; bits -= 8) {
      bytes[to++] = held;
      held >>>= 8;
    }
  }
  return bytes;
}
