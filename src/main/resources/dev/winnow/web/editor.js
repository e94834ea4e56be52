// A text area with line numbers, colours, marks and completion. Colours are on a layer behind the text area; only the visible part
// is drawn, so that the length of a file does not matter. Tab moves to the next control, as everywhere.
import { choices } from "./complete.js";
import { el, fill, say } from "./dom.js";

const HEIGHT = 20;
const TOKENS = /(#.*$)|("(?:\\.|[^"\\])*"?|'[^']*'?)|([\w.@-]+)(?=:(?:\s|$))|([⟦⟧])/g;

/** `words()` is {schema, lexicons}, or null while they are unknown; `changed(text)` gets the text after each edit. */
export function editor({ words, changed, save, readOnly }) {
  let marks = new Map();
  let open = null;
  const numbers = el("div", { class: "numbers", "aria-hidden": "true" });
  const layer = el("pre", { class: "layer", "aria-hidden": "true" });
  const popup = el("ul", { id: "choices", class: "popup", role: "listbox", "aria-label": "Completions", hidden: true });
  const area = el("textarea", {
    id: "editor", "aria-label": "Rules, as YAML", spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off", readonly: readOnly,
    "aria-autocomplete": "list", "aria-controls": "choices", "aria-describedby": "editor-help",
    oninput: (event) => { draw(); changed(area.value); suggest(event); },
    onscroll: () => { draw(); shut(); },
    onkeydown: (event) => key(event),
    onblur: () => shut(),
    onclick: () => shut(),
  });
  const element = el("div", { class: "editor" }, numbers, el("div", { class: "text" }, layer, area, popup));
  const size = new ResizeObserver(() => draw());
  size.observe(area);

  function draw() {
    const lines = area.value.split("\n");
    const first = Math.floor(area.scrollTop / HEIGHT);
    const last = Math.min(lines.length, first + Math.ceil(area.clientHeight / HEIGHT) + 1);
    const shift = first * HEIGHT - area.scrollTop;
    layer.style.transform = `translate(${-area.scrollLeft}px, ${shift}px)`;
    numbers.style.transform = `translateY(${shift}px)`;
    fill(layer, lines.slice(first, last).map((line, k) => el("span", { class: marks.get(first + k + 1) ?? null }, coloured(line.slice(0, 2000)), "\n")));
    fill(numbers, lines.slice(first, last).map((_, k) => el("div", { class: marks.get(first + k + 1) ?? null }, String(first + k + 1))));
  }

  function key(event) {
    if (open && ["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"].includes(event.key) && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") shut();
      else if (event.key === "Enter" || event.key === "Tab") accept(open.items[open.at]);
      else point((open.at + (event.key === "ArrowDown" ? 1 : -1) + open.items.length) % open.items.length);
    } else if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      offer(true);
    } else if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey) {
      const line = area.value.slice(area.value.lastIndexOf("\n", area.selectionStart - 1) + 1, area.selectionStart);
      event.preventDefault();
      // Indent the next key like the last one; a block of text two columns more.
      write(`\n${/^ *(- )?/.exec(line)[0].replace("-", " ")}${/: [|>]\s*$/.test(line) ? "  " : ""}`);
    }
  }

  /** Inserts text as typing does, so that the browser's undo works. */
  function write(text, from = area.selectionStart) {
    area.setSelectionRange(from, area.selectionEnd);
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, from, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input"));
    }
  }

  function suggest(event) {
    shut();
    if (event.inputType === "insertText" && /[\w{@ -]/.test(event.data ?? "")) offer(false);
  }

  function offer(asked) {
    const known = words();
    if (!known || readOnly || area.selectionStart !== area.selectionEnd) return;
    const { from, typed, items } = choices(known.schema, known.lexicons, area.value, area.selectionStart);
    const last = area.value[area.selectionStart - 1];
    if (items.length === 0 || (items.length === 1 && items[0].name === typed)) {
      if (asked) say("No completions here.");
      return;
    }
    // Opens by itself after a begun word, or where only a few values are allowed.
    if (!asked && typed === "" && last !== "{" && !(last === " " && area.value[area.selectionStart - 2] === ":")) return;
    open = { from, items: items.slice(0, 200), at: 0 };
    fill(popup, open.items.map(({ name, about }, k) => el("li", {
      id: `choice-${k}`, role: "option", onpointerdown: (event) => { event.preventDefault(); accept(open.items[k]); },
    }, el("b", null, name), about && el("small", null, about))));
    popup.hidden = false;
    place();
    point(0);
    say(`${open.items.length} completions. ${open.items[0].name}`);
  }

  function place() {
    const above = area.value.slice(0, open.from).split("\n");
    const ruler = el("span", { class: "ruler" }, above.at(-1));
    layer.append(ruler);
    const left = ruler.offsetWidth + 8 - area.scrollLeft;
    ruler.remove();
    const top = above.length * HEIGHT - area.scrollTop + 8;
    popup.style.left = `${Math.max(0, Math.min(left, area.clientWidth - popup.offsetWidth))}px`;
    popup.style.top = `${top + popup.offsetHeight > area.clientHeight ? Math.max(0, top - HEIGHT - popup.offsetHeight) : top}px`;
  }

  function point(to) {
    popup.children[open.at]?.setAttribute("aria-selected", "false");
    open.at = to;
    const choice = popup.children[to];
    choice.setAttribute("aria-selected", "true");
    choice.scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", choice.id);
  }

  function shut() {
    open = null;
    popup.hidden = true;
    area.removeAttribute("aria-activedescendant");
  }

  function accept(item) {
    const { from } = open;
    shut();
    // Do not write a brace that is already there.
    const text = item.text.endsWith("}") && area.value[area.selectionEnd] === "}" ? item.text.slice(0, -1) : item.text;
    write(text, from);
    shut();
  }

  return {
    element,
    area,
    get text() { return area.value; },
    set text(text) {
      area.value = text;
      draw();
    },
    /** Marks lines: Map of line → class. */
    mark(lines) {
      marks = lines;
      draw();
    },
    go(line, column = 1) {
      const lines = area.value.split("\n");
      const at = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
      area.focus({ preventScroll: true });
      area.setSelectionRange(at, at);
      area.scrollTop = Math.max(0, (line - 1) * HEIGHT - area.clientHeight / 3);
      area.scrollLeft = 0;
      element.scrollIntoView({ block: "nearest" });
      draw();
    },
    close: () => size.disconnect(),
  };
}

function coloured(line) {
  const parts = [];
  let at = 0;
  for (const found of line.matchAll(TOKENS)) {
    const [text, comment, string, name] = found;
    // A hash inside a word does not begin a comment.
    if (comment && found.index > 0 && line[found.index - 1] !== " ") continue;
    parts.push(line.slice(at, found.index), el("span", { class: comment ? "comment" : string ? "string" : name ? "key" : "taken" }, text));
    at = found.index + text.length;
  }
  parts.push(line.slice(at));
  return parts;
}
