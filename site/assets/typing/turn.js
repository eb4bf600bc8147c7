// Turns to the next group or back: by keys, by a tap and by a swipe.

// Up and down are left to scrolling: in large text the help stands below.
const forward = ["ArrowRight", " ", "Enter"];
const back = ["ArrowLeft", "Backspace"];
const swipe = 30; // px that a finger moves before it is no tap
const pressed = "button, summary, input, a"; // they have their own use for space and Enter

/** onTurn calls turn with 1 or -1. Keys work everywhere in root; taps and swipes on area. */
export function onTurn(root, area, turn) {
  root.addEventListener("keydown", (event) => {
    const { key, target, repeat } = event;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if ((key === " " || key === "Enter") && (target.closest(pressed) || repeat)) return;
    const step = forward.includes(key) ? 1 : back.includes(key) ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    turn(step);
  });

  let start = null;
  area.addEventListener("pointerdown", (event) => {
    start = event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
  });
  area.addEventListener("pointercancel", () => (start = null));
  area.addEventListener("pointerup", (event) => {
    if (!start || !event.isPrimary) return;
    const across = event.clientX - start.x;
    const down = event.clientY - start.y;
    start = null;
    if (Math.abs(across) > swipe && Math.abs(across) > Math.abs(down)) turn(across < 0 ? 1 : -1);
    else if (Math.hypot(across, down) <= swipe) turn(tapStep(area, event.clientX));
  });
}

/** tapStep is -1 in the first quarter of the area, where a thumb goes back. */
function tapStep(area, x) {
  const { left, width } = area.getBoundingClientRect();
  return x - left < width / 4 ? -1 : 1;
}
