// A window over many rows: of 100,000 only those in sight are elements.
import { Strip } from "./strip.js";

const around = 6; // rows beyond each edge that are elements too
const settled = 150; // ms without scrolling, after which both places are matched again

export class RowWindow {
  #scroller;
  #list;
  #rows; // makes and fills rows
  #strip = new Strip();
  #live = new Map(); // position → row
  #spare = []; // rows of no position
  #top = 0; // place among the rows, px
  #y = 0; // place in the list, px
  #at = 0; // position of the row that Tab reaches
  #away = false; // out of sight, where browsers forget places
  #settling;
  #sizes;

  /**
   * rows.make() makes a row, with an element, reach(on), which says whether Tab
   * comes there, and leave(), which says that it is out of sight; rows.fill(row, position) fills it; rows.wanted(from, to) is told
   * which positions are in sight, without the last.
   */
  constructor(scroller, list, rows) {
    this.#scroller = scroller;
    this.#list = list;
    this.#rows = rows;
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    scroller.addEventListener("keydown", (event) => this.#key(event));
    scroller.addEventListener("focusin", ({ target }) => this.#focused(target.closest("li")));
    // In a frame of its own: what it changes would have it called once more.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#resized()));
    this.#sizes.observe(scroller);
  }

  /** set says how many rows there are, and that what was filled in may have changed. */
  set(count) {
    if (count !== this.#strip.count) {
      this.#catchUp();
      this.#strip.count = count;
      this.#stretch();
    }
    this.#render();
    for (const [position, row] of this.#live) this.#rows.fill(row, position);
  }

  /** toTop shows the first row. */
  toTop() {
    this.#strip.open = -1;
    this.#goTo(0);
  }

  /** open says that the row at a position has become higher, or with -1 that none is. */
  open(position) {
    this.#strip.open = position;
    this.#strip.more = 0;
    this.#measure();
    this.#stretch();
    if (position >= 0) this.#goTo(this.#strip.bring(position, this.#top));
  }

  /** forget leaves no row, and none kept for later. */
  forget() {
    clearTimeout(this.#settling);
    this.#live.clear();
    this.#spare = [];
    this.#list.replaceChildren();
    this.#list.style.height = "";
    this.#sizes.disconnect();
    this.#sizes.observe(this.#scroller);
    this.#strip = new Strip();
    this.#top = this.#y = this.#at = 0;
  }

  // --- places ---

  #scrolled() {
    if (this.#scroller.clientHeight === 0) return;
    const { ratio, view, list } = this.#strip;
    const y = this.#scroller.scrollTop;
    const moved = y - this.#y;
    this.#y = y;
    // A long way on the scroll bar leads a longer way among the rows; a short
    // scroll leads as far as it says.
    let top = ratio === 1 || Math.abs(moved) >= view ? y * ratio : this.#top + moved;
    if (y <= 0) top = 0;
    if (y >= list - view - 1) top = Infinity;
    this.#keep(top);
    this.#render();
    clearTimeout(this.#settling);
    if (ratio !== 1) this.#settling = setTimeout(() => this.#settle(), settled);
  }

  /** #settle matches both places again. */
  #settle() {
    this.#catchUp();
    this.#goTo(this.#top);
  }

  /** #catchUp goes by a scroll that the browser has not told of yet. */
  #catchUp() {
    if (!this.#away && this.#scroller.scrollTop !== this.#y) this.#scrolled();
  }

  #keep(top) {
    this.#top = Math.min(Math.max(0, top), this.#strip.furthest);
  }

  #goTo(top) {
    this.#keep(top);
    this.#scroller.scrollTop = this.#top / this.#strip.ratio;
    this.#y = this.#scroller.scrollTop;
    this.#render();
  }

  #stretch() {
    this.#list.style.height = `${this.#strip.list}px`;
    this.#strip.view = this.#scroller.clientHeight;
    this.#goTo(this.#top);
  }

  #resized() {
    if (this.#scroller.clientHeight === 0) {
      this.#away = true;
      return;
    }
    this.#catchUp();
    this.#away = false;
    const first = this.#strip.rowAt(this.#top);
    const within = this.#top - this.#strip.place(first);
    this.#measure();
    this.#top = this.#strip.place(first) + within;
    this.#stretch();
  }

  #measure() {
    const { open } = this.#strip;
    const heights = [...this.#live].filter(([position, { element }]) => position !== open && element.offsetHeight > 0);
    if (heights.length > 0) this.#strip.height = heights[0][1].element.offsetHeight;
    const higher = this.#live.get(open)?.element.offsetHeight;
    if (higher) this.#strip.more = Math.max(0, higher - this.#strip.height);
  }

  // --- rows ---

  #render() {
    const { count, list, height } = this.#strip;
    if (count > 0 && !this.#scroller.offsetParent) return; // out of sight
    const from = Math.max(0, this.#strip.rowAt(this.#top) - around);
    const to = Math.min(count, this.#strip.rowAt(this.#top + this.#strip.view) + 1 + around);
    const positions = new Set();
    for (let position = from; position < to; position++) positions.add(position);
    // What has the focus stays, wherever it has scrolled to.
    for (const [position, { element }] of this.#live) {
      if (position < count && element.contains(document.activeElement)) positions.add(position);
    }
    for (const [position, row] of this.#live) {
      if (positions.has(position)) continue;
      this.#live.delete(position);
      row.element.remove();
      row.leave();
      this.#spare.push(row);
    }
    let next = this.#list.firstElementChild;
    for (const position of [...positions].sort((a, b) => a - b)) {
      const { element } = this.#live.get(position) ?? this.#enter(position);
      // One that stood beyond the end would make the list higher.
      element.style.top = `${Math.min(this.#y + this.#strip.place(position) - this.#top, list - height)}px`;
      if (element === next) next = next.nextElementSibling;
      else this.#list.insertBefore(element, next);
    }
    this.#reach();
    if (to > from) this.#rows.wanted(from, to);
  }

  #enter(position) {
    const row = this.#spare.pop() ?? this.#rows.make();
    this.#sizes.observe(row.element);
    this.#live.set(position, row);
    row.element.setAttribute("aria-posinset", position + 1);
    row.element.dataset.position = position;
    this.#rows.fill(row, position);
    return row;
  }

  // --- keys ---

  /** #reach lets Tab reach one row and its buttons, not those of sixty. */
  #reach() {
    const at = this.#live.has(this.#at) ? this.#at : this.#strip.rowAt(this.#top);
    for (const [position, row] of this.#live) row.reach(position === at);
  }

  #focused(element) {
    if (!element) return;
    this.#at = Number(element.dataset.position);
    this.#reach();
  }

  #key(event) {
    const row = event.target.closest("li");
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const { count, view, height } = this.#strip;
    const page = Math.max(1, Math.floor(view / height) - 1);
    const at = Number(row.dataset.position);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#focus(Math.min(Math.max(0, to), count - 1), event.target.dataset.act);
  }

  /** #focus goes to a row, or to the button there that does what act names. */
  #focus(position, act) {
    this.#at = position;
    this.#goTo(this.#strip.bring(position, this.#top));
    const { element } = this.#live.get(position);
    const button = act && element.querySelector(`[data-act="${act}"]`);
    (button?.checkVisibility?.() === false ? element : (button || element)).focus({ preventScroll: true });
    this.#render(); // what had the focus may go now
  }
}
