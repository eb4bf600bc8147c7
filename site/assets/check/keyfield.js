// The field of the key: selects and replaces parts of its text, so that the
// browser's own undo brings back what was there.

export class KeyField {
  #root;
  #changed;

  /** changed is called when the text changed without an input event. */
  constructor(root, changed) {
    this.#root = root;
    this.#changed = changed;
  }

  // Forget puts a new field in its place.
  get element() {
    return this.#root.querySelector(".js-key");
  }

  get text() {
    return this.element.value;
  }

  /** grow shows all of the text where the browser has no field-sizing and does not see to it. */
  grow() {
    const field = this.element;
    if (!("fieldSizing" in field.style)) field.style.blockSize = `${field.scrollHeight + 2}px`; // and its border
  }

  /** select marks a group, {start, end}, or goes to where the next one begins. */
  select(group) {
    const { start, end } = group?.end > 0 ? group : { start: this.text.length, end: this.text.length };
    this.element.focus();
    this.element.setSelectionRange(start, end);
  }

  /** replace puts text in place of a part of what is there, or of all. */
  replace(text, start = 0, end = this.text.length) {
    replace(this.element, text, start, end, this.#changed);
  }
}

/** replace replaces a part of a field's text as typing would. */
export function replace(field, text, start, end, changed) {
  field.focus();
  field.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  changed();
}

/** renew puts an empty copy in a field's place, since a field's undo remembers. */
export function renew(field) {
  field.value = field.style.blockSize = "";
  const fresh = field.cloneNode(false);
  field.replaceWith(fresh);
  fresh.value = "";
}
