// A list of any length. Pieces far from view are empty boxes with their measured or estimated height. The browser's
// scroll anchoring keeps the position when a piece is higher than estimated.

const SIZE = 100;

export class Chunks {
  #root;
  #rowHeight;
  #load;
  #row;
  #boxes = [];
  #observer;
  #pinned = -1;

  /**
   * @param root the element that scrolls
   * @param rowHeight estimated height of a row, in pixels
   * @param load (from, count) → promise of items
   * @param row (item, index) → element
   */
  constructor(root, rowHeight, load, row) {
    this.#root = root;
    this.#rowHeight = rowHeight;
    this.#load = load;
    this.#row = row;
    this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#seen(entry)), { root, rootMargin: "500px 0px" });
  }

  reset(total) {
    this.#observer.disconnect();
    this.#boxes = [];
    this.#root.replaceChildren();
    this.grow(total);
  }

  /** Extends the list; visible rows stay. */
  grow(total) {
    if (this.#boxes.at(-1)?.count < SIZE) {
      const { box } = this.#boxes.pop();
      this.#observer.unobserve(box);
      box.remove();
    }
    const more = [];
    for (let from = this.#boxes.length * SIZE; from < total; from += SIZE) {
      const box = document.createElement("div");
      box.setAttribute("role", "none");
      box.piece = { box, from, count: Math.min(SIZE, total - from), near: false, filled: null };
      this.#guess(box.piece);
      more.push(box.piece);
    }
    this.#boxes.push(...more);
    this.#root.append(...more.map(({ box }) => box));
    more.forEach(({ box }) => this.#observer.observe(box));
  }

  /** Discards the heights of pieces out of view, after a change of how rows are shown. */
  forgetHeights() {
    this.#boxes.filter((piece) => !piece.filled).forEach((piece) => this.#guess(piece));
  }

  /** Returns the element of a row if it exists, else null. */
  at(index) {
    const piece = this.#boxes[Math.floor(index / SIZE)];
    return piece?.box.children[index - piece.from] ?? null;
  }

  /** Scrolls a row into view and keeps it there; returns its element, or null. */
  async show(index, block = "nearest") {
    const old = this.#boxes[this.#pinned];
    this.#pinned = Math.floor(index / SIZE);
    if (old && !old.near && old !== this.#boxes[this.#pinned]) this.#empty(old);
    const piece = this.#boxes[this.#pinned];
    if (!piece) return null;
    await this.#fill(piece);
    const row = this.at(index);
    row?.scrollIntoView({ block });
    return row;
  }

  close() {
    this.#observer.disconnect();
  }

  #guess(piece) {
    piece.box.style.height = `${piece.count * this.#rowHeight}px`;
  }

  #seen({ target, isIntersecting }) {
    const piece = target.piece;
    piece.near = isIntersecting;
    // Do not load pieces that are only scrolled past.
    if (isIntersecting) setTimeout(() => piece.near && this.#fill(piece).catch(() => {}), 40);
    else if (this.#boxes[this.#pinned] !== piece) this.#empty(piece);
  }

  #fill(piece) {
    piece.filled ??= this.#load(piece.from, piece.count).then((items) => {
      if (!piece.filled) return;
      piece.box.replaceChildren(...items.map((item, k) => this.#row(item, piece.from + k)));
      piece.box.style.height = "";
    }).catch((error) => {
      piece.filled = null;
      throw error;
    });
    return piece.filled;
  }

  #empty(piece) {
    if (!piece.filled) return;
    piece.filled = null;
    if (piece.box.childElementCount === 0) return;
    piece.box.style.height = `${piece.box.offsetHeight}px`;
    piece.box.replaceChildren();
  }
}
