// Keeps the yardstick for when there is no network, in the least that does it.
const store = "yardstick";

addEventListener("install", (event) => {
  const keep = async () => (await caches.open(store)).addAll(["empty.html", "empty.js", "worker.js", "empty.wasm", "plain.html", "plain-page.js", "plain.js"]);
  event.waitUntil(keep());
});
addEventListener("fetch", (event) => {
  const answer = async () => (await caches.match(event.request)) ?? fetch(event.request);
  event.respondWith(answer());
});
