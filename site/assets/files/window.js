// A window over many rows: of 100,000 only those in sight are elements. All
// rows are of one height, but for one that may be open and is higher.
//
// No browser makes an element as high as a million rows, and some stop at
// 10,000,000 px. So the list has a highest height, and where the rows would
// need more, places in it are stretched to places among the rows: a long way
// on the scroll bar leads a longer way, a short scroll one as long as ever.

const highest = 4_000_000; // px
const around = 6; // rows beyond each edge that are elements too
const settled = 150; // ms without scrolling, after which both places are matched again

export class RowWindow {
  #scroller;
  #list;
  #make; // makes a row, with an element
  #fill; // fills it: (row, position)
  #wanted; // is told which rows are in sight: (from, to), to left out
  #live = new Map(); // position → row
  #spare = []; // rows of no position
  #count = 0;
  #height = 100; // of a row; the first one is measured
  #open = -1; // position of the row that is higher
  #more = 0; // by how much
  #top = 0; // place among the rows, px
  #y = 0; // place in the list, px
  #at = 0; // position of the row that Tab reaches
  #settling;
  #sizes;

  constructor(scroller, list, { make, fill, wanted }) {
    this.#scroller = scroller;
    this.#list = list;
    this.#make = make;
    this.#fill = fill;
    this.#wanted = wanted;
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    scroller.addEventListener("keydown", (event) => this.#key(event));
    scroller.addEventListener("focusin", ({ target }) => this.#activate(target.closest("li")));
    // In a frame of its own: what it changes would have it called once more.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#resized()));
    this.#sizes.observe(scroller);
  }

  /** set says how many rows there are, and that what was filled in may have changed. */
  set(count) {
    if (count !== this.#count) {
      this.#count = count;
      this.#top = Math.min(this.#top, this.#furthest());
      this.#stretch();
    }
    this.#render();
    for (const [position, row] of this.#live) this.#fill(row, position);
  }

  /** toTop shows the first row. */
  toTop() {
    this.#open = -1;
    this.#goTo(0);
  }

  /** open says that the row at a position has become higher, or with -1 that none is. */
  open(position) {
    const before = this.#live.get(this.#open)?.element;
    this.#open = position;
    this.#more = 0;
    const row = this.#live.get(position)?.element;
    if (row) this.#more = Math.max(0, row.offsetHeight - this.#height);
    if (before || row) this.#stretch();
    this.#render();
    if (row) this.#reveal(position);
  }

  /** forget leaves no row, and none kept for later. */
  forget() {
    clearTimeout(this.#settling);
    this.#live.clear();
    this.#spare = [];
    this.#list.replaceChildren();
    this.#sizes.disconnect();
    this.#sizes.observe(this.#scroller);
    this.#count = this.#top = this.#y = this.#at = 0;
    this.#open = -1;
    this.#list.style.height = "";
  }

  get #total() {
    return this.#count * this.#height + (this.#open >= 0 ? this.#more : 0);
  }

  get #view() {
    return this.#scroller.clientHeight;
  }

  #furthest() {
    return Math.max(0, this.#total - this.#view);
  }

  /** ratio is how far it leads among the rows to go 1 px in the list. */
  get #ratio() {
    return this.#total > highest ? this.#furthest() / (highest - this.#view) : 1;
  }

  #place(position) {
    return position * this.#height + (this.#open >= 0 && position > this.#open ? this.#more : 0);
  }

  #rowAt(place) {
    if (this.#open < 0 || place < this.#place(this.#open + 1)) {
      const row = Math.floor(place / this.#height);
      return this.#open < 0 ? row : Math.min(row, this.#open);
    }
    return Math.floor((place - this.#more) / this.#height);
  }

  // --- scrolling ---

  #scrolled() {
    const y = this.#scroller.scrollTop;
    const moved = y - this.#y;
    this.#y = y;
    const ratio = this.#ratio;
    const short = Math.abs(moved) < this.#view;
    this.#top = ratio === 1 || !short ? y * ratio : this.#top + moved;
    const end = this.#list.offsetHeight - this.#view;
    if (y <= 0) this.#top = 0;
    if (y >= end - 1) this.#top = this.#furthest();
    this.#top = Math.min(Math.max(0, this.#top), this.#furthest());
    this.#render();
    clearTimeout(this.#settling);
    if (ratio !== 1) this.#settling = setTimeout(() => this.#settle(), settled);
  }

  /** #settle matches both places again, unless a scroll is on its way that nobody has told of yet. */
  #settle() {
    if (this.#scroller.scrollTop === this.#y) this.#goTo(this.#top);
  }

  #goTo(top) {
    this.#top = Math.min(Math.max(0, top), this.#furthest());
    this.#scroller.scrollTop = this.#top / this.#ratio;
    this.#y = this.#scroller.scrollTop;
    this.#render();
  }

  #reveal(position) {
    const from = this.#place(position);
    const to = this.#place(position + 1);
    if (from < this.#top) this.#goTo(from);
    else if (to > this.#top + this.#view) this.#goTo(Math.min(from, to - this.#view));
  }

  #stretch() {
    this.#list.style.height = `${Math.min(this.#total, highest)}px`;
    this.#goTo(this.#top);
  }

  #resized() {
    if (this.#view === 0) return; // out of sight
    const first = this.#rowAt(this.#top);
    const within = this.#top - this.#place(first);
    const height = this.#measure();
    if (height && height !== this.#height) {
      this.#height = height;
      this.#top = this.#place(first) + within;
    }
    this.#more = Math.max(0, (this.#live.get(this.#open)?.element.offsetHeight ?? this.#height + this.#more) - this.#height);
    this.#stretch();
  }

  #measure() {
    for (const [position, { element }] of this.#live) {
      if (position !== this.#open && element.offsetHeight) return element.offsetHeight;
    }
    return 0;
  }

  // --- rows ---

  #render() {
    const view = this.#view;
    if (view === 0 && this.#count > 0 && !this.#scroller.offsetParent) return; // out of sight
    const from = Math.max(0, this.#rowAt(this.#top) - around);
    const to = Math.min(this.#count, this.#rowAt(this.#top + view) + 1 + around);
    const positions = new Set();
    for (let position = from; position < to; position++) positions.add(position);
    // What has the focus stays, wherever it has scrolled to.
    for (const [position, { element }] of this.#live) {
      if (position < this.#count && element.contains(document.activeElement)) positions.add(position);
    }
    for (const [position, row] of this.#live) {
      if (positions.has(position)) continue;
      this.#live.delete(position);
      row.element.remove();
      this.#spare.push(row);
    }
    const lowest = Math.min(this.#total, highest) - this.#height; // beyond it, a row would make the list higher
    let next = this.#list.firstElementChild;
    for (const position of [...positions].sort((a, b) => a - b)) {
      const row = this.#live.get(position) ?? this.#enter(position);
      row.element.style.top = `${Math.min(this.#y + this.#place(position) - this.#top, lowest)}px`;
      if (row.element === next) next = next.nextElementSibling;
      else this.#list.insertBefore(row.element, next);
    }
    this.#reach();
    if (to > from) this.#wanted(from, to);
  }

  #enter(position) {
    const row = this.#spare.pop() ?? this.#new();
    this.#live.set(position, row);
    row.element.setAttribute("aria-posinset", position + 1);
    row.element.dataset.position = position;
    this.#fill(row, position);
    return row;
  }

  #new() {
    const row = this.#make();
    this.#sizes.observe(row.element);
    return row;
  }

  // --- keys ---

  /** #reach lets Tab reach one row and its buttons, not those of sixty. */
  #reach() {
    const at = this.#live.has(this.#at) ? this.#at : this.#rowAt(this.#top);
    for (const [position, row] of this.#live) row.reach(position === at);
  }

  #activate(element) {
    if (!element) return;
    this.#at = Number(element.dataset.position);
    this.#reach();
  }

  #key(event) {
    const row = event.target.closest("li");
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.#view / this.#height) - 1);
    const at = Number(row.dataset.position);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.#count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.focus(Math.min(Math.max(0, to), this.#count - 1), event.target.dataset.act);
  }

  /** focus goes to a row, or to the button there that does what act names. */
  focus(position, act) {
    this.#at = position;
    this.#reveal(position);
    this.#reach();
    const { element } = this.#live.get(position);
    const button = act && element.querySelector(`[data-act="${act}"]`);
    (button?.checkVisibility?.() === false ? element : (button ?? element)).focus({ preventScroll: true });
    this.#render();
  }
}
