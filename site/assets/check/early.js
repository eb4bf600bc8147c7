// The loader and what it loads from, in a file of its own that runs as soon as it is
// there: it asks for the check program, most of all that comes, before the page has been
// read to its end.
import programs from "fortyeight:programs";
import { compile } from "wasm/loader.js";

export * from "wasm/loader.js";
export { programs };

compile(programs.check).catch(() => {}); // the page tells of it, once it asks
