// The service worker: keeps the whole site on this device, and answers from
// there whether there is a network or not.
//
// Each version has its own copy of this script with its list of files inside,
// and stores each under the SHA-256 of its content. What is read from there is held
// against the list, and what does not match is never used. Headers come from the
// list too, so nothing that lies in the store decides what a page may do. What the
// list does not name goes to the network as ever, and where there is none, whoever
// follows a link to it reads a sentence.
import { files, headers, types } from "fortyeight:kept";
import words from "fortyeight:offline";
import programs from "fortyeight:programs";
import { get, program } from "wasm/download.js";
import { store } from "./store.js";

const own = self.location.origin;
const lines = 4; // downloads at a time

const keyOf = (path) => `${own}/${files[path].sum}`;
const packed = new Map(Object.values(programs).map((urls) => [urls.wasm, urls]));

// What has been read, by path: a page waits for its styles and scripts, and reading and
// hashing them takes longer than all else that this script does. It lasts until the browser
// ends the service worker, some half a minute after the last request. Programs are left
// out: they are megabytes, and a page that has loaded one asks for it no more.
const read = new Map();

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(clear()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== own) return;
  if (files[pathname]) event.respondWith(answer(pathname, event));
  else if (files[`${pathname}/`]) event.respondWith(Response.redirect(`${pathname}/${search}`, 301));
  else if (mode === "navigate") event.respondWith(fetch(event.request).catch(absent));
});

/** A page asks {whole: paths} or {use: true}, and hears of it through the port it sends. */
addEventListener("message", (event) => {
  const [port] = event.ports;
  const { whole, use } = event.data;
  const told = whole ? isWhole(whole) : use && takeOver(event.source);
  event.waitUntil(told.catch(() => false).then((said) => port.postMessage(said)));
});

// --- storing ---

/**
 * fill stores the files that are not there yet, and fails where one cannot be had as
 * the list has it. Programs come first, one by one: whoever wants one meanwhile on a
 * poor line waits for no other.
 */
async function fill() {
  const kept = await caches.open(store);
  const there = new Set((await kept.keys()).map(({ url }) => url));
  const wanted = Object.keys(files).filter((path) => !there.has(keyOf(path)));
  const line = async (paths) => {
    for (let path; (path = paths.shift()); ) await kept.put(keyOf(path), new Response(await download(path)));
  };
  const first = [programs.check, programs.files, programs.kit].map(({ wasm }) => wasm);
  await line(first.filter((path) => wanted.includes(path)));
  const rest = wanted.filter((path) => !first.includes(path));
  await Promise.all(Array.from({ length: lines }, () => line(rest)));
}

/** download takes what the browser has fetched already where it can: nothing comes twice. */
async function download(path) {
  for (const cache of ["default", "reload"]) {
    const options = { cache, priority: "low" };
    const urls = packed.get(path);
    const response = await (urls ? program(urls, options) : get(path, options));
    const bytes = await response.arrayBuffer();
    if ((await sum(bytes)) === files[path].sum) return bytes;
  }
  throw new Error(`${path} is of another version`);
}

/** clear removes what only older versions needed. */
async function clear() {
  const kept = await caches.open(store);
  const ours = new Set(Object.keys(files).map(keyOf));
  for (const request of await kept.keys()) if (!ours.has(request.url)) await kept.delete(request);
}

async function sum(bytes) {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// --- answering ---

async function answer(path, event) {
  const bytes = read.get(path) ?? (await fromStore(path).catch(() => null));
  if (bytes) return respond(path, bytes);
  const response = await fetch(event.request);
  event.waitUntil(repair(path, response.clone()));
  return response;
}

/** absent is shown in the place of what is not kept. Its address tells no language. */
function absent() {
  const text = Object.values(words).map((one) => one["offline.absent"]).join("\n\n");
  return new Response(text, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/** fromStore returns a file's bytes, or null where they are not there or are not what they were. */
async function fromStore(path) {
  const found = await caches.match(keyOf(path), { cacheName: store }); // open would make a removed store anew
  if (!found) return null;
  const bytes = await found.arrayBuffer();
  if ((await sum(bytes)) !== files[path].sum) {
    await (await caches.open(store)).delete(keyOf(path));
    return null;
  }
  if (!packed.has(path)) read.set(path, bytes);
  return bytes;
}

function respond(path, bytes) {
  const type = types[path.slice(path.lastIndexOf("."))] ?? types[".html"];
  // The coding tells the loader that there is no smaller copy to look for.
  return new Response(bytes, { headers: { "Content-Type": type, "Content-Encoding": "identity", ...headers[files[path].headers] } });
}

/** repair stores anew what was lost here, if the host still has it. */
async function repair(path, response) {
  const gone = response.status === 404 || response.status === 410;
  if (!response.ok && !gone) return; // in trouble, and maybe not for long
  const bytes = await response.arrayBuffer();
  if (gone || (await sum(bytes)) !== files[path].sum) await stepAside();
  else if (await caches.has(store)) await (await caches.open(store)).put(keyOf(path), new Response(bytes));
}

/**
 * stepAside ends this version: a file is lost, and the host has a newer one. The
 * pages that are open go on with what was read and the network, and the next one
 * begins afresh.
 */
async function stepAside() {
  await registration.unregister();
  await caches.delete(store);
}

// --- what pages ask ---

/** isWhole says whether a page that loads these scripts and styles works without network; what is lacking is fetched first. */
async function isWhole(paths) {
  if (!paths.every((path) => files[path])) return false; // a page of another version
  await fill();
  await clients.claim();
  return true;
}

/**
 * takeOver makes this version the one in use, unless another tab is open:
 * it may hold a key, and still needs what it has not loaded yet of its own version.
 */
async function takeOver(asker) {
  const tabs = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (tabs.some((tab) => tab.id !== asker.id && tab.frameType !== "nested")) return "others";
  await skipWaiting();
  return "used";
}
