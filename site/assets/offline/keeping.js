// The service worker and the store, as pages handle them. Any of it may be denied: in
// some private windows, and where somebody has turned storage off. Then nothing
// is kept, and nothing fails.
import { store } from "./store.js";

// The one thing of the person's that is ever stored: that nothing is to be kept.
const name = "fortyeight-offline";

/** turnedOff says whether somebody chose that nothing be kept here. */
export function turnedOff() {
  try {
    return localStorage.getItem(name) === "off";
  } catch {
    return true; // where a choice cannot be remembered, nothing is kept
  }
}

/** turn remembers the choice, and says whether it could. */
export function turn(off) {
  try {
    if (off) localStorage.setItem(name, "off");
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}

const policy = globalThis.trustedTypes?.createPolicy("fortyeight-offline", { createScriptURL: () => "/sw.js" });

/** register resolves with the service worker's registration, or null where there is none to be had; fresh says whether to make one. */
export async function register(fresh) {
  try {
    const all = navigator.serviceWorker;
    return (fresh ? await all.register(policy ? policy.createScriptURL("") : "/sw.js") : await all.getRegistration()) ?? null;
  } catch {
    return null;
  }
}

/** remove removes the service worker and all that it stored, and says whether it could. */
export async function remove() {
  try {
    await (await register(false))?.unregister();
    await caches.delete(store);
    return true;
  } catch {
    return false;
  }
}

/** ask resolves with a service worker's answer. */
export function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}
