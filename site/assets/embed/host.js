// Speaks with the page around the frame, if that has the element. A handshake
// names the page before anything is said: the frame calls, without telling
// anything, and the element answers with a port. What is said afterwards goes
// through that port, so no other window hears it or puts in a word.

/** The version of the messages; package site's contract test knows them all. */
export const version = 1;

export class Host {
  #port = null;
  #hear;
  #heard = null; // what has come since it was last passed on

  /** The origin of the page around, or "" while nobody has answered. */
  origin = "";

  /**
   * met is called once somebody has answered, hear with what they say,
   * {set: {name: value}, focus, reset}. However much comes, hear is called once
   * a frame, with the last word on each.
   */
  constructor({ met, hear }) {
    this.#hear = hear;
    if (parent === window) return;
    addEventListener("message", (event) => {
      const [port] = event.ports;
      if (this.#port || event.source !== parent || event.data?.fortyeight !== version || !port) return;
      this.origin = event.origin;
      this.#port = port;
      port.onmessage = ({ data }) => this.#take(data);
      met();
    });
  }

  /** call tells the page around, whoever that is, that somebody may answer now. */
  call() {
    if (parent !== window) parent.postMessage({ fortyeight: version }, "*");
  }

  /** tell says something to the page around; without one it goes nowhere. */
  tell(message) {
    this.#port?.postMessage(message);
  }

  #take(message) {
    if (typeof message !== "object" || message === null) return;
    if (!this.#heard) setTimeout(() => this.#pass(), 16);
    const { set, focus, reset } = message;
    const now = (this.#heard ??= { set: {} });
    if (typeof set === "object") Object.assign(now.set, set);
    if (focus) now.focus = true;
    if (reset) now.reset = true;
  }

  #pass() {
    const heard = this.#heard;
    this.#heard = null;
    this.#hear(heard);
  }
}
