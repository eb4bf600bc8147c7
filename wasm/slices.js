// What the files program needs of the browser, in its worker: slices of the
// files that somebody chose, read while the program waits, and the browser's
// decoders. A worker may block; a page must not.

const step = 50; // ms that the program works before messages are served

const files = []; // by number, as they were taken
const decoders = new Map(); // by label
const encoder = new TextEncoder();
let began = 0;
let reading = -1; // the file that was read last in this step, or -1

/** adopt keeps the files of a call to take, and returns the fields that the program wants. */
export function adopt({ files: chosen, folder, more }) {
  const first = files.length;
  for (const { file } of chosen) files.push(file);
  return {
    first,
    paths: chosen.map(({ path }) => path).join("\0"),
    sizes: chosen.map(({ file }) => file.size).join(),
    folder,
    more,
  };
}

/** begin is called before a step. */
export function begin() {
  began = performance.now();
}

/** guilty is the number of the file that was read last, if the program has died in a step. */
export const guilty = () => reading;

/** imports are what the program imports; memory gives the bytes of its memory. */
export function imports(memory) {
  return {
    due: () => Number(performance.now() - began >= step),

    read(number, at, to, size) {
      reading = number;
      try {
        const slice = files[number].slice(at, at + size);
        const bytes = new Uint8Array(new FileReaderSync().readAsArrayBuffer(slice));
        memory().set(bytes, to >>> 0);
        return bytes.length;
      } catch {
        return -1; // it has changed, or the stick is gone
      }
    },

    decode(label, labelSize, text, size, to, room) {
      const bytes = memory();
      const decoder = decoderOf(new TextDecoder().decode(bytes.subarray(label, label + labelSize)));
      if (!decoder) return -1;
      const decoded = decoder.decode(bytes.subarray(text, text + size));
      return encoder.encodeInto(decoded, bytes.subarray(to, to + room)).written;
    },
  };
}

function decoderOf(label) {
  if (!decoders.has(label)) {
    let decoder = null;
    try {
      decoder = new TextDecoder(label);
    } catch {
      // a browser without it
    }
    decoders.set(label, decoder);
  }
  return decoders.get(label);
}
