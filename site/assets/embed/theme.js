// Gives the frame the portal's scheme and accent. The accent is bent until text
// in it, and text on it, can be read.

const readable = 4.5; // contrast of text, WCAG 2.2
const dark = matchMedia("(prefers-color-scheme: dark)");
const lists = new Map(); // media lists of the style sheets → what they say by themselves

export class Theme {
  #scheme = "auto";
  #accent = null;

  constructor() {
    for (const sheet of document.styleSheets) {
      for (const { media } of sheet.cssRules) {
        if (media?.mediaText.includes("prefers-color-scheme: dark")) lists.set(media, media.mediaText);
      }
    }
    dark.addEventListener("change", () => this.#paint());
  }

  /** scheme is "light", "dark" or, for whatever else, the device's own. */
  scheme(name) {
    this.#scheme = ["light", "dark"].includes(name) ? name : "auto";
    this.#paint();
  }

  /** accent is a colour of six hexadecimal digits, with or without #; all else means our own. */
  accent(colour) {
    const digits = /^#?([0-9a-f]{6})$/i.exec(colour ?? "")?.[1];
    this.#accent = digits ? [0, 2, 4].map((i) => parseInt(digits.slice(i, i + 2), 16)) : null;
    this.#paint();
  }

  #paint() {
    const isDark = this.#scheme === "auto" ? dark.matches : this.#scheme === "dark";
    for (const [media, own] of lists) media.mediaText = this.#scheme === "auto" ? own : isDark ? "all" : "not all";
    const { style } = document.documentElement;
    style.colorScheme = this.#scheme === "auto" ? "" : this.#scheme;
    for (const name of ["--accent", "--on-accent", "--accent-soft"]) style.removeProperty(name);
    if (!this.#accent) return;
    const page = isDark ? [20, 23, 26] : [255, 255, 255];
    const ink = isDark ? [255, 255, 255] : [0, 0, 0];
    let colour = this.#accent;
    for (let share = 0.1; contrast(colour, page) < readable; share += 0.1) colour = mix(this.#accent, ink, share);
    style.setProperty("--accent", css(colour));
    style.setProperty("--on-accent", css([[255, 255, 255], [0, 0, 0]].sort((a, b) => contrast(b, colour) - contrast(a, colour))[0]));
    style.setProperty("--accent-soft", css(mix(page, colour, 0.1)));
  }
}

const css = (colour) => `rgb(${colour.map(Math.round).join(" ")})`;
const mix = (from, to, share) => from.map((value, i) => value + (to[i] - value) * share);

function luminance(colour) {
  const [r, g, b] = colour.map((value) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** contrast is the ratio of two colours, 1 to 21. */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
