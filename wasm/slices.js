// What the files program needs of the browser, in its worker: slices of the
// files that somebody chose, read while the program waits, and the browser's
// decoders. A worker may block; a page must not.
//
// In WebKit the worker of a page without an origin, which is one from file: or a frame
// in a sandbox, can read no file at all. There the page reads for it: the
// program hears that the bytes come later, and is asked again once they have.

const step = 50; // ms that the program works before messages are served

const pieces = 4 << 20; // bytes that are read at a time from a file that is read on and on

const files = []; // by number, as they were taken
const decoders = new Map(); // by label
const encoder = new TextEncoder();
let began = 0;
let held = []; // what was read: the last piece, and where the page reads, all that one call wants
let wanted = null; // the piece that the page is to read
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
    readNow(file);
    return 0;
  } catch {
    return blind() ? 0 : 1;
  }
}

/** begin is called before a step. */
export function begin() {
  began = performance.now();
  held.splice(0, held.length - 1);
}

/** unread is the piece that the page is to read before the program goes on, or null. */
export const unread = () => wanted;

/** give takes the bytes of that piece; where it is shorter, the file is not what it was. */
export function give(bytes) {
  held.push({ ...wanted, bytes: new Uint8Array(bytes) });
  wanted = null;
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
        return wanted ? -2 : -1; // later; or it has changed, or the stick is gone
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
  let piece = held.find((one) => number === one.number && at >= one.at && at + size <= one.at + one.size);
  if (!piece) {
    const last = held.at(-1);
    const on = number === last?.number && at === last.at + last.size;
    piece = { number, at, size: on ? Math.max(size, pieces) : size };
    try {
      // A buffer that is given up waits for the garbage collector, with up to 60 MB
      // of others; this frees it now, in browsers that can.
      if (!isBlind) for (const { bytes } of held.splice(0)) bytes.buffer.transfer?.(0);
      piece.bytes = new Uint8Array(readNow(files[number].slice(at, at + piece.size)));
    } catch (problem) {
      if (blind()) wanted ??= piece;
      throw problem;
    }
    held.push(piece);
  }
  return piece.bytes.subarray(at - piece.at, at - piece.at + size);
}

const readNow = (blob) => new FileReaderSync().readAsArrayBuffer(blob);

let isBlind;

/** blind says whether this worker cannot even read what it has made itself. */
function blind() {
  try {
    isBlind ??= !readNow(new Blob(["1"]));
  } catch {
    isBlind = true;
  }
  return isBlind;
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
