// Keeps the screen from going dark while somebody reads from it.

export class Awake {
  #wanted = false;
  #lock = null;

  /** hold asks for the lock; a browser that has none or refuses loses nothing else. */
  async hold() {
    this.#wanted = true;
    if (this.#lock && !this.#lock.released) return;
    // Asking in a frame that may not have it fills the console.
    if (document.featurePolicy?.allowsFeature("screen-wake-lock") === false) return;
    try {
      const lock = await navigator.wakeLock.request("screen");
      if (this.#wanted) this.#lock = lock;
      else lock.release(); // left while the browser thought about it
    } catch {
      this.#lock = null;
    }
  }

  release() {
    this.#wanted = false;
    this.#lock?.release();
    this.#lock = null;
  }
}
