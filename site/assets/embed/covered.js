// Waits where the frame is covered: a page could lay a picture over it and let
// people press what they do not see. Only browsers that tell (Chromium's second
// version of IntersectionObserver) can be asked; elsewhere nothing is known and
// nothing waits.

const tells = "isVisible" in (globalThis.IntersectionObserverEntry?.prototype ?? {});

/** guard lets presses on buttons through that are uncovered, and calls covered for the others. */
export function guard(buttons, covered) {
  const seen = new Set();
  if (tells) {
    // The browser looks at most ten times a second.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isVisible } of entries) {
          if (isVisible) seen.add(target);
          else seen.delete(target);
        }
      },
      { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] },
    );
    for (const button of buttons) observer.observe(button);
  }
  for (const button of buttons) {
    button.addEventListener(
      "click",
      (event) => {
        if (event.isTrusted && (!tells || seen.has(button))) return;
        event.stopImmediatePropagation();
        covered();
      },
      { capture: true },
    );
  }
}
