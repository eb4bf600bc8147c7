// A stage is a section that takes the page's place: while it is open, all else
// is out of sight, out of reach and out of print. Escape closes it, and the
// focus goes back to where it was.

export class Stage {
  #root;
  #left; // called when the person closes it
  #before = null; // what had the focus
  #scrolled = 0;

  /** left is called when somebody closes the stage by its button or Escape. */
  constructor(root, left) {
    this.#root = root;
    this.#left = left;
    document.body.append(root); // beside the page, so that the page can be hidden
    // While it is open, it is the page's only content, and its title the page's.
    root.role = "main";
    root.querySelector(".fe-stage__title").ariaLevel = "1";
    root.querySelector(".js-stage-close").addEventListener("click", () => left());
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      this.#left();
    });
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  /** open shows the stage and puts the focus on an element of it. */
  open(focused) {
    if (!this.isOpen) {
      this.#before = document.activeElement;
      this.#scrolled = scrollY;
      this.#root.hidden = false;
      document.body.classList.add("fe-body--stage");
      scrollTo(0, 0);
    }
    focused.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    this.#root.hidden = true;
    document.body.classList.remove("fe-body--stage");
    scrollTo(0, this.#scrolled);
    this.#before?.focus({ preventScroll: true });
    this.#before = null;
  }
}
