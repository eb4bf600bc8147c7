// Covers the digits when nobody uses the page, and clears them in the end.

const minute = 60_000;

/** After so many minutes without use: digits are covered, a warning comes, all is cleared. */
export const idleMinutes = { cover: 10, warn: 59, expire: 60 };

/**
 * watchIdle calls steps.cover, steps.warn and steps.expire, each once, as time
 * without use goes by. The time is read from the clock at every step, since
 * timers sleep with the device. covered says whether digits are covered now;
 * while they are not, any use starts the time anew, as the function that is
 * returned does.
 */
export function watchIdle(steps, covered) {
  const order = Object.keys(idleMinutes);
  let since, next, timer;

  const due = () => since + idleMinutes[order[next]] * minute;

  function wait() {
    clearTimeout(timer);
    if (next < order.length) timer = setTimeout(look, Math.max(0, due() - Date.now()));
  }

  function look() {
    while (next < order.length && Date.now() >= due()) steps[order[next++]]();
    wait();
  }

  function restart() {
    since = Date.now();
    next = 0;
    wait();
  }

  // A page that comes back from the background or from sleep looks first:
  // the key press that woke it must not count as use before that.
  document.addEventListener("visibilitychange", look);
  for (const use of ["pointerdown", "keydown", "input", "scroll"]) {
    document.addEventListener(
      use,
      () => {
        look();
        // Once the digits are covered, only showing them counts as use.
        if (next === 0 || !covered()) restart();
      },
      { capture: true, passive: true },
    );
  }
  restart();
  return restart;
}
