// Fetches what a program is made of, over the smallest form that a host has of it.

/** Why a program cannot be had: "download", "compile", "start" or "unsupported". */
export class LoadError extends Error {
  constructor(reason, options) {
    super(reason, options);
    this.reason = reason;
  }
}

/** get fetches an address; options are those of fetch. */
export async function get(url, options) {
  let response;
  try {
    response = await fetch(url, { credentials: "omit", ...options });
  } catch (cause) {
    throw new LoadError("download", { cause });
  }
  if (!response.ok) throw new LoadError("download");
  return response;
}

/** program fetches the program at urls.wasm, from its gzip copy where the host compresses nothing. */
export async function program(urls, options) {
  const response = await get(urls.wasm, options);
  const whole = !urls.gzip || response.headers.get("Content-Encoding") || !globalThis.DecompressionStream;
  return whole ? response : smaller(response, urls, options);
}

/**
 * smaller gives the gzip copy that lies beside the program, decompressed here,
 * because this host sends the program as it is, four times as large. The
 * browser asks for the program first, since hosts that compress do better than
 * gzip, and drops that answer after its first bytes.
 */
async function smaller(response, urls, options) {
  try {
    const copy = await get(urls.gzip, options);
    if (copy.headers.get("Content-Encoding")) return response; // a host that unpacks it on the way
    response.body.cancel();
    return new Response(copy.body.pipeThrough(new DecompressionStream("gzip")), {
      headers: { "Content-Type": "application/wasm" },
    });
  } catch {
    return response;
  }
}
