// Runs a Go test binary and returns its exit status.

// A browser has no files; what Go writes to its standard output and error goes
// to the console, a line a message.
const decoder = new TextDecoder();
let rest = "";

function write(bytes) {
	const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
	rest = lines.pop();
	lines.forEach((line) => console.log(line));
	return bytes.length;
}

// Go asks Node's fs. "There is no such file" is an answer that tests expect, of
// their seeds for example; "not implemented" is not.
const missing = (...args) => args.at(-1)(Object.assign(new Error("there are no files in a browser"), { code: "ENOENT" }));

Object.assign(globalThis.fs, {
	constants: { O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536 },
	writeSync: (fd, bytes) => write(bytes),
	write: (fd, bytes, offset, length, position, done) => done(null, write(bytes.subarray(offset, offset + length))),
	open: missing,
	stat: missing,
	lstat: missing,
	readdir: missing,
});

globalThis.runTests = async (args) => {
	const go = new Go();
	go.argv = ["test.wasm", ...args];
	// A caller that does not know the time zone asks for a file.
	go.env = { TZ: "UTC" };
	let status = 0;
	go.exit = (code) => { status = code; };
	const { instance } = await WebAssembly.instantiateStreaming(fetch("/test.wasm"), go.importObject);
	await go.run(instance);
	if (rest) write(new Uint8Array([10]));
	return status;
};
