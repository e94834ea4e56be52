// The lines of a page: a listbox of any length. Lines are selected by mouse or keyboard; other panels can highlight them.
import { Chunks } from "./chunks.js";
import { el, hidden } from "./dom.js";
import { get } from "./api.js";
import { chip, tint } from "./labels.js";

const PIECE = 500;
// A page may be one line of megabytes; a row shows its beginning, the details panel more.
const SHOWN = 2000;

/** The lines of one explained page, fetched as they are asked for. */
export class Lines {
  #pieces = new Map();
  #again;

  /** `again` explains the page once more, when the server has forgotten it, and returns the new answer. */
  constructor(explained, again) {
    this.#again = again;
    this.#take(explained);
  }

  #take({ key, total, last, lines }) {
    this.key = key;
    this.total = total;
    this.last = last;
    this.#pieces.clear();
    if (lines.length >= Math.min(PIECE, total)) this.#pieces.set(0, Promise.resolve(lines));
  }

  #piece(number) {
    if (!this.#pieces.has(number)) {
      // Drop the oldest lines: a page of 200,000 lines is never in memory as a whole.
      if (this.#pieces.size > 60) this.#pieces.delete([...this.#pieces.keys()].find((kept) => kept !== 0));
      const ask = () => get("lines", { key: this.key, from: number * PIECE, count: PIECE });
      const coming = ask().catch(async (error) => {
        if (error.status !== 410) throw error;
        this.#take(await this.#again());
        return ask();
      }).then((answer) => answer.lines);
      coming.catch(() => this.#pieces.delete(number));
      this.#pieces.set(number, coming);
    }
    return this.#pieces.get(number);
  }

  async at(i) {
    return (await this.#piece(Math.floor(i / PIECE)))[i % PIECE];
  }

  async range(from, count) {
    const found = [];
    while (found.length < count && from + found.length < this.total) {
      const next = from + found.length;
      const piece = await this.#piece(Math.floor(next / PIECE));
      const part = piece.slice(next % PIECE, (next % PIECE) + count - found.length);
      if (part.length === 0) break;
      found.push(...part);
    }
    return found;
  }

  /** The number of the first line of this text, looked for in the first 20,000; -1 without one. */
  async find(text) {
    const plain = (s) => s.replace(/\s+/g, " ").trim();
    // Compare prefixes: reports cut long texts.
    const cut = text.endsWith("…");
    const wanted = plain(cut ? text.slice(0, -1) : text);
    const same = (s) => (cut ? plain(s).startsWith(wanted) : plain(s) === wanted);
    for (let from = 0; from < Math.min(this.total, 20_000); from += PIECE) {
      const piece = await this.#piece(from / PIECE);
      const found = piece.find((line) => same(line.text) || line.stretches.some(({ start, end }) => same(line.text.slice(start, end))));
      if (found) return found.i;
    }
    return -1;
  }
}

/** The text of a line with its stretches: those that go are struck through. */
export function marked(line, limit) {
  const parts = [];
  let at = 0;
  const end = Math.min(line.text.length, limit);
  for (const stretch of line.stretches) {
    if (stretch.start < at || stretch.start >= end) continue;
    const to = Math.min(stretch.end, end);
    parts.push(line.text.slice(at, stretch.start));
    parts.push(tint(el(stretch.removed ? "del" : "span", { class: "stretch", title: `${stretch.label} · ${stretch.rule ?? ""}` },
      line.text.slice(stretch.start, to)), stretch.label));
    at = to;
  }
  parts.push(line.text.slice(at, end));
  if (line.text.length > end) parts.push(el("span", { class: "quiet" }, ` … ${line.text.length - end} more characters`));
  return parts;
}

/** The listbox. Events: 'select' (the selection changed), 'active' (another line has the focus), 'peek' (detail: line or null). */
export class LineList extends EventTarget {
  selected = new Set();
  active = 0;
  onlyKept = false;
  #anchor = 0;
  #lit = new Set();
  #chunks;

  constructor() {
    super();
    this.root = el("div", {
      id: "lines", role: "listbox", tabindex: "0", "aria-multiselectable": "true", "aria-label": "Lines of the page",
      onkeydown: (event) => this.#key(event),
      onmousedown: (event) => event.shiftKey && event.preventDefault(),
      onclick: (event) => this.#click(event),
      onpointerover: (event) => this.#peek(event.target.closest("[role=option]")),
      onpointerleave: () => this.#peek(null),
      // By mouse the list must not move between press and release.
      onfocus: () => this.root.matches(":focus-visible") && this.go(this.active),
    });
    this.#chunks = new Chunks(this.root, 32, (from, count) => this.lines.range(from, count), (line) => this.#row(line));
  }

  show(lines) {
    this.lines = lines;
    this.selected.clear();
    this.#lit.clear();
    this.active = Math.min(this.active, Math.max(0, lines.total - 1));
    this.root.style.setProperty("--number", `${String(lines.last).length + 3}ch`);
    this.#chunks.reset(lines.total);
  }

  close() {
    this.#chunks.close();
  }

  #row(line) {
    const row = el("div", {
      role: "option", id: `line-${line.i}`, class: line.kept ? "row" : "row gone", "data-i": line.i, "data-label": line.label,
      "aria-setsize": this.lines.total, "aria-posinset": line.i + 1, "aria-selected": String(this.selected.has(line.i)),
    },
    el("span", { class: "no" }, String(line.line)),
    chip(line.label),
    hidden(line.kept ? " " : " goes: "),
    el("span", { class: "text", dir: "auto" }, marked(line, SHOWN)),
    el("span", { class: "why", title: line.why ?? "" }, line.rule ?? ""));
    row.line = line;
    row.classList.toggle("lit", this.#lit.has(line.i));
    row.classList.toggle("active", this.active === line.i);
    return tint(row, line.label);
  }

  /** Highlights lines until other lines are highlighted. */
  light(numbers = []) {
    for (const i of this.#lit) this.#chunks.at(i)?.classList.remove("lit");
    this.#lit = new Set(numbers);
    for (const i of this.#lit) this.#chunks.at(i)?.classList.add("lit");
  }

  keepOnly(on) {
    this.onlyKept = on;
    this.root.classList.toggle("only-kept", on);
    this.#chunks.forgetHeights();
  }

  /** Makes a line the active one and brings it into view. */
  async go(i, block) {
    if (this.lines.total === 0) return;
    this.#chunks.at(this.active)?.classList.remove("active");
    this.active = Math.max(0, Math.min(i, this.lines.total - 1));
    const wanted = this.active;
    const row = await this.#chunks.show(wanted, block).catch(() => null);
    if (!row || wanted !== this.active) return;
    row.classList.add("active");
    this.root.setAttribute("aria-activedescendant", row.id);
    this.dispatchEvent(new CustomEvent("active", { detail: row.line }));
  }

  select(numbers, anchor = this.active, how = "new") {
    const before = this.selected;
    this.selected = new Set(numbers);
    this.#anchor = anchor;
    for (const i of before) if (!this.selected.has(i)) this.#chunks.at(i)?.setAttribute("aria-selected", "false");
    for (const i of this.selected) this.#chunks.at(i)?.setAttribute("aria-selected", "true");
    this.dispatchEvent(new CustomEvent("select", { detail: how }));
  }

  #toggle(i) {
    const next = new Set(this.selected);
    if (!next.delete(i)) next.add(i);
    this.select(next, i, "more");
  }

  #extend(to) {
    const [low, high] = [Math.min(this.#anchor, to), Math.max(this.#anchor, to)];
    this.select(Array.from({ length: high - low + 1 }, (_, k) => low + k), this.#anchor, "more");
  }

  #peek(row) {
    this.dispatchEvent(new CustomEvent("peek", { detail: row?.line ?? null }));
  }

  #click(event) {
    const row = event.target.closest("[role=option]");
    // Who drags over a text wants to copy it.
    if (!row || (!event.shiftKey && String(getSelection()))) return;
    const i = row.line.i;
    this.root.focus({ preventScroll: true });
    this.go(i);
    if (event.shiftKey) this.#extend(i);
    else if (event.ctrlKey || event.metaKey) this.#toggle(i);
    else this.select([i], i);
  }

  async #key(event) {
    const page = Math.max(1, Math.floor(this.root.clientHeight / 40));
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps && !event.altKey) {
      event.preventDefault();
      if (event.shiftKey && this.selected.size === 0) this.#anchor = this.active;
      await this.go(await this.#seen(this.active + steps[event.key], Math.sign(steps[event.key])));
      if (event.shiftKey) this.#extend(this.active);
    } else if (event.key === " ") {
      event.preventDefault();
      if (event.shiftKey) this.#extend(this.active);
      else this.#toggle(this.active);
    } else if (event.key === "Escape" && this.selected.size > 0) {
      event.preventDefault();
      this.select([]);
    }
  }

  /** The next line that is not hidden, from a line on. */
  async #seen(i, step) {
    let at = Math.max(0, Math.min(i, this.lines.total - 1));
    if (!this.onlyKept) return at;
    for (let tries = 0; tries < 5000 && at >= 0 && at < this.lines.total; tries++, at += step) {
      if ((await this.lines.at(at)).kept) return at;
    }
    return this.active;
  }
}
