// The element <fortyeight-check>: a frame with the checker in somebody else's
// page, and what that page may know of it. Importing this file does nothing;
// fortyeight.js defines the element.
import words from "fortyeight:words/element";
import { join, version } from "./links.js";

const address = new URL("/embed/", import.meta.url);
const settings = ["key-id", "lang", "theme", "accent", "features", "return"];
const near = "400px"; // from the viewport: the frame loads before somebody sees its place
const patience = 5000; // ms after a frame has loaded until it counts as refused
const hint = `<fortyeight-check>: the frame did not answer. If this page has a Content-Security-Policy, add: frame-src ${address.origin}`;

const style = `:host{display:block}:host([hidden]){display:none}
iframe,div{box-sizing:border-box;display:block;inline-size:100%;block-size:var(--fortyeight-height,36rem);border:var(--fortyeight-border,1px solid #b9c0ca);border-radius:var(--fortyeight-radius,.375rem)}
:host(:disabled) iframe{opacity:.5}`;
let sheet; // one for all elements

export class FortyeightCheck extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = [...settings, "required", "aria-label"];

  #internals = this.attachInternals?.();
  #root = this.attachShadow({ mode: "open", delegatesFocus: true });
  #frame = null;
  #port = null;
  #leave = null; // stops listening to the frame
  #watch = null; // waits until the frame is near
  #timer;
  #focus = false; // somebody wants the focus before the frame has come
  #state = { state: "none", groups: Array(8).fill("empty"), match: "none" };

  constructor() {
    super();
    if ("adoptedStyleSheets" in document) {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(style);
      this.#root.adoptedStyleSheets = [sheet];
    }
    // A label's press comes from outside; presses inside the frame never do.
    this.addEventListener("click", () => this.focus());
  }

  connectedCallback() {
    this.#validate();
    this.#root.replaceChildren(document.createElement("div")); // as high as the frame will be
    this.#watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.#load(), { rootMargin: near });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    this.#unload();
    this.#change({ state: "none", groups: Array(8).fill("empty"), match: "none" });
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === "required") this.#validate();
    else if (name === "aria-label") this.#name();
    else this.#port?.postMessage({ set: { [name]: value ?? "" } });
  }

  // --- the frame ---

  #load() {
    this.#watch.disconnect();
    const frame = document.createElement("iframe");
    frame.src = `${address}#${new URLSearchParams(this.#settings)}`;
    frame.allow = "clipboard-write; screen-wake-lock";
    frame.referrerPolicy = "no-referrer";
    frame.setAttribute("part", "frame");
    this.#frame = frame;
    this.#name();
    this.formDisabledCallback(this.matches(":disabled"));
    frame.onload = () => this.#wait();
    this.#root.replaceChildren(frame);
    this.#leave = join(frame.contentWindow, { origin: address.origin, call: () => this.#greet(), refused: () => this.#refuse() });
  }

  get #settings() {
    return Object.fromEntries(settings.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)]));
  }

  #unload() {
    clearTimeout(this.#timer);
    this.#leave?.();
    this.#port?.close();
    this.#leave = this.#port = this.#frame = null;
    this.#root.replaceChildren();
  }

  /** #greet answers a frame that calls, and again when it has gone to another language. */
  #greet() {
    clearTimeout(this.#timer);
    this.#root.querySelector("p")?.remove();
    this.#frame.style.display = "";
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.#hear(data);
    this.#frame.contentWindow.postMessage({ fortyeight: version }, address.origin, [port2]);
    port1.postMessage({ set: this.#settings }); // they may have changed on the way
    if (this.#focus) this.focus();
  }

  #wait() {
    clearTimeout(this.#timer);
    if (!this.#port) this.#timer = setTimeout(() => this.#refuse(), patience);
  }

  #refuse() {
    if (this.#port || this.#frame.style.display) return;
    clearTimeout(this.#timer);
    const line = document.createElement("p");
    const link = Object.assign(document.createElement("a"), { href: address.href, target: "_blank", rel: "noopener", textContent: words["element.link"] });
    link.setAttribute("part", "link");
    line.append(link);
    this.#frame.style.display = "none";
    this.#root.append(line);
    console.warn(hint);
    this.#dispatch("error", { reason: "refused" });
  }

  #name() {
    if (this.#frame) this.#frame.title = this.getAttribute("aria-label") || this.#internals?.labels?.[0]?.textContent.trim() || words["element.title"];
  }

  // --- what is heard ---

  #hear(message) {
    const { size, event, detail } = message;
    if (size > 0) this.#frame.style.blockSize = `${size + 2}px`;
    if (event === "change") this.#change(detail);
    if (["ready", "change", "match", "error", "key"].includes(event)) this.#dispatch(event, detail);
  }

  #dispatch(event, detail) {
    this.dispatchEvent(new CustomEvent(`fortyeight:${event}`, { detail, bubbles: true, composed: true }));
  }

  #change(state) {
    this.#state = state;
    this.#validate();
  }

  // --- as a field of a form ---

  #validate() {
    const { state, match } = this.#state;
    this.#internals?.setFormValue?.(state);
    const flag = match === "other" ? "customError" : state === "none" ? this.required && "valueMissing" : state !== "valid" && "badInput";
    const text = { customError: "element.other", valueMissing: "element.missing", badInput: "element.wrong" }[flag];
    this.#internals?.setValidity?.(flag ? { [flag]: true } : {}, words[text] ?? "", this.#frame ?? undefined);
  }

  formDisabledCallback(disabled) {
    if (this.#frame) this.#frame.inert = disabled;
  }

  formResetCallback() {
    this.#port?.postMessage({ reset: true });
  }

  /** focus puts the cursor into the frame's field. */
  focus() {
    this.#focus = !this.#port;
    this.#frame?.focus();
    this.#port?.postMessage({ focus: true });
  }

  /** value is the state of what was typed: "none", "unfinished", "wrong" or "valid"; never a digit of it. */
  get value() {
    return this.#state.state;
  }

  /** groups are the states of the eight groups. */
  get groups() {
    return [...this.#state.groups];
  }

  /** match says whether the key is the one of the Key ID: "none", "beginning", "whole" or "other". */
  get match() {
    return this.#state.match;
  }

  get type() {
    return this.localName;
  }

  get form() {
    return this.#internals?.form ?? null;
  }

  get labels() {
    return this.#internals?.labels ?? [];
  }

  get validity() {
    return this.#internals?.validity;
  }

  get validationMessage() {
    return this.#internals?.validationMessage ?? "";
  }

  get willValidate() {
    return this.#internals?.willValidate ?? false;
  }

  checkValidity() {
    return this.#internals?.checkValidity() ?? true;
  }

  reportValidity() {
    return this.#internals?.reportValidity() ?? true;
  }
}

// Attributes and properties say the same. lang is HTML's own.
const texts = { name: "name", keyId: "key-id", theme: "theme", accent: "accent", features: "features", return: "return" };
for (const [property, attribute] of Object.entries(texts)) {
  Object.defineProperty(FortyeightCheck.prototype, property, {
    get() {
      return this.getAttribute(attribute) ?? "";
    },
    set(value) {
      this.setAttribute(attribute, value);
    },
    enumerable: true,
  });
}
for (const name of ["required", "disabled"]) {
  Object.defineProperty(FortyeightCheck.prototype, name, {
    get() {
      return this.hasAttribute(name);
    },
    set(value) {
      this.toggleAttribute(name, Boolean(value));
    },
    enumerable: true,
  });
}
