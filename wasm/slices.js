// What the files program needs of the browser, in its worker: slices of the
// files that somebody chose, read while the program waits, and the browser's
// decoders. A worker may block; a page must not.

const step = 50; // ms that the program works before messages are served

const pieces = 4 << 20; // bytes that are read at a time from a file that is read on and on

const files = []; // by number, as they were taken
const decoders = new Map(); // by label
const encoder = new TextEncoder();
let began = 0;
const nothing = { number: -1, at: 0, bytes: new Uint8Array(0) };
let ahead = nothing; // what was read last
let reading = -1; // the file that was read last in this step, or -1

/** adopt keeps the files of a call to take, and returns the fields that the program wants. */
export function adopt({ files: chosen, folder, more }) {
  const first = files.length;
  for (const { file } of chosen) files.push(file);
  return {
    first,
    paths: chosen.map(({ path }) => path).join("\0"),
    sizes: chosen.map(({ file }) => sizeOf(file)).join(),
    folder,
    more,
  };
}

/**
 * sizeOf says one byte of a file that is gone, of which browsers say that it has
 * none: so that reading it fails, and is told.
 */
function sizeOf(file) {
  if (file.size > 0) return file.size;
  try {
    new FileReaderSync().readAsArrayBuffer(file);
    return 0;
  } catch {
    return 1;
  }
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
        const bytes = slice(number, at, size);
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

/**
 * slice reads bytes of a file. Every reading costs milliseconds, however much it
 * gives: who reads on from where the last one ended gets a larger piece, and the
 * rest of it waits here.
 */
function slice(number, at, size) {
  const from = at - ahead.at;
  if (number !== ahead.number || from < 0 || from + size > ahead.bytes.length) {
    const on = number === ahead.number && from === ahead.bytes.length;
    // A buffer that is given up waits for the garbage collector, with up to 60 MB
    // of others; this frees it now, in browsers that can.
    if (ahead !== nothing) ahead.bytes.buffer.transfer?.(0);
    ahead = nothing;
    const bytes = new FileReaderSync().readAsArrayBuffer(files[number].slice(at, at + (on ? Math.max(size, pieces) : size)));
    ahead = { number, at, bytes: new Uint8Array(bytes) };
  }
  return ahead.bytes.subarray(at - ahead.at, at - ahead.at + size);
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
