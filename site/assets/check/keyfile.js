// Reads a chosen file into what the program wants to know of it.

/** The largest file that is read, in bytes: as much text as the program takes. */
export const maxFile = 1 << 20;

const headLength = 64; // what the program needs to recognise a startup key

/** readKeyFile resolves with {name, size, head, text}, or throws what the browser throws. */
export async function readKeyFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, size: bytes.length, head: bytes.slice(0, headLength), text: decode(bytes) };
}

/** decode reads UTF-16, as Windows writes it, with or without its mark, and else UTF-8. */
export function decode(bytes) {
  return new TextDecoder(encoding(bytes)).decode(bytes);
}

function encoding(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: Latin letters and digits have a zero in every pair.
  const sample = bytes.subarray(0, 512);
  const zeros = [0, 0];
  sample.forEach((byte, i) => (zeros[i & 1] += byte === 0));
  if (zeros[1] > sample.length / 8 && zeros[0] === 0) return "utf-16le";
  if (zeros[0] > sample.length / 8 && zeros[1] === 0) return "utf-16be";
  return "utf-8";
}
