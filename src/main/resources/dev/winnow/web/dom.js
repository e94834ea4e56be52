// Builds elements, and what all views share. Strings become text nodes, never markup, so the content of a page stays text.

/** An element with attributes (`on…` are listeners; false and null are left out) and children (strings, nodes, lists of them, null). */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...flat(children));
  return element;
}

const flat = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

/** Replaces the children of an element. */
export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

export const button = (text, onclick, attributes) => el("button", { type: "button", onclick, ...attributes }, text);

/** Text of a page, with its own direction. */
export const quote = (text, attributes) => el("span", { dir: "auto", class: "quote", ...attributes }, text);

export const hidden = (text) => el("span", { class: "sr" }, text);

const whole = new Intl.NumberFormat("en");
const part = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
export const number = (n) => whole.format(n ?? 0);
export const share = (x) => (x > 0 && x < 0.001 ? "under 0.1%" : part.format(Number.isFinite(x) ? x : 0));
export const count = (n, one, many = one + "s") => `${number(n)} ${n === 1 ? one : many}`;

/** Debounces a function: calls it once, after some milliseconds without another call. */
export function calm(run, wait) {
  let timer = 0;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(run, wait, ...values);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** Announces a text to screen readers without showing it. */
export function say(text) {
  document.getElementById("said").textContent = text;
}

let passing = 0;

/** Shows a note until it is dismissed or replaced; good news without an action disappears by itself. `act` is {text, run}. */
export function note(text, act = null, kind = "good") {
  const box = document.getElementById("note");
  const close = () => fill(box);
  clearTimeout(passing);
  if (kind === "good" && !act) passing = setTimeout(close, 10_000);
  fill(
    box,
    el("div", { class: `note ${kind}`, "data-test": "note", role: kind === "bad" ? "alert" : null },
      el("span", null, text),
      act && button(act.text, () => { close(); act.run(); }, { id: "note-act" }),
      button("Dismiss", close, { class: "plain" })),
  );
}

/** Shows an error, but not an AbortError: the user stopped that on purpose. */
export function complain(error) {
  if (error?.name === "AbortError") return;
  note(error?.message ?? String(error), null, "bad");
}

/** A dialog with a heading. It closes by Escape and gives the focus back to where it was. */
export function dialog(id, title, ...children) {
  const box = el("dialog", { id, "aria-labelledby": `${id}-title` }, el("h2", { id: `${id}-title` }, title), ...children);
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

/** A difference by line, marked by signs and colours. */
export function difference(diff, name) {
  const names = { "+": "ins", "-": "del", "=": "span" };
  return el("pre", { class: "diff", tabindex: "0", role: "group", "aria-label": name },
    diff.map(({ op, text }) => el(names[op], { dir: "auto" }, `${op === "=" ? " " : op} ${text}\n`)));
}

/** A difference by word; long unchanged parts are cut. */
export function differenceByWord(diff, name) {
  const same = (text) => (text.length > 600 ? `${text.slice(0, 250)} … ${number(text.length - 500)} characters the same … ${text.slice(-250)}` : text);
  const words = { "+": "added: ", "-": "missing: " };
  return el("pre", { class: "diff words", dir: "auto", tabindex: "0", role: "group", "aria-label": name },
    diff.map(({ op, text }) => (op === "=" ? same(text) : el(op === "+" ? "ins" : "del", null, hidden(words[op]), text.replace(/\n/g, "↵\n")))));
}

/**
 * A table whose rows come a hundred at a time. Columns are {head, cell: row → node or text, number: whether it is one}; the first
 * one names its row.
 */
export function table(caption, columns, rows, id) {
  const body = el("tbody");
  const more = button("", () => grow(true), { class: "plain" });
  let shown = 0;
  const grow = (focus) => {
    const next = rows.slice(shown, shown + 100);
    const made = next.map((row) => el("tr", null, columns.map((column, k) =>
      el(k === 0 ? "th" : "td", { scope: k === 0 ? "row" : null, class: column.number ? "n" : null }, column.cell(row)))));
    body.append(...made);
    shown += next.length;
    more.hidden = shown >= rows.length;
    more.textContent = `Show more (${number(rows.length - shown)} left)`;
    if (focus) made[0]?.querySelector("a, button")?.focus();
  };
  grow(false);
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption, "data-test": id },
    el("table", null,
      el("caption", null, caption),
      el("thead", null, el("tr", null, columns.map((column) => el("th", { scope: "col", class: column.number ? "n" : null }, column.head)))),
      body),
    rows.length === 0 && el("p", { class: "quiet" }, "None."),
    more);
}
