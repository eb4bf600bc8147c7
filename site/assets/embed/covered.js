// Waits where the frame is covered: a page could lay a picture over it and let
// people press what they do not see. Only browsers that tell (Chromium's second
// version of IntersectionObserver) can be asked; elsewhere nothing is known and
// nothing waits.

const tells = "isVisible" in (globalThis.IntersectionObserverEntry?.prototype ?? {});

/**
 * guard lets presses through on buttons that are uncovered, and calls covered
 * for the others. A selector says which buttons, since those of keys in files come and go.
 */
export function guard(selector, covered) {
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
    const watch = () => document.querySelectorAll(selector).forEach((button) => observer.observe(button));
    watch();
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
  }
  addEventListener(
    "click",
    (event) => {
      const button = event.target.closest(selector);
      if (!button || (event.isTrusted && (!tells || seen.has(button)))) return;
      event.stopImmediatePropagation();
      covered();
    },
    { capture: true },
  );
}
