// One page: its lines beside its source, the panels, paint. URLs: #page/12, #page/12/34 (a line), #page/12/~text (a line by its text).
import { get, post } from "./api.js";
import { button, calm, complain, el, fill, number, say } from "./dom.js";
import { datesPanel, lineFacts, metadataPanel, pageFacts } from "./facts.js";
import { LineList, Lines } from "./lines.js";
import { paintPanel } from "./paint.js";
import { session } from "./session.js";

// The last position on each page, for going back.
const places = new Map();
const wide = matchMedia("(min-width: 1200px)");
const switches = { kept: false, source: null, restored: false };

export async function show(main, [address, place], signal) {
  const page = Number(address);
  let explained = null;
  const explain = async () => {
    try {
      return await post("explain", { page, draft: session.sent }, signal);
    } catch (error) {
      if (error.status !== 422) throw error;
      const plain = await post("explain", { page, draft: null }, signal);
      plain.warnings.unshift(`${error.message} The page is shown with the saved rules.`);
      return plain;
    }
  };

  const list = new LineList();
  const details = el("div", { id: "details" });
  const facts = el("div", { id: "facts", class: "grow" });
  const heading = el("h2", { tabindex: "-1", dir: "auto" }, `Page ${number(page)}`);
  const origin = el("p", { class: "quiet clip" });
  const frame = el("iframe", { id: "source", title: "Source of the page", sandbox: true });
  const source = el("div", { class: "pane" }, el("h3", { class: "sr" }, "Source page"), frame);
  const restored = el("div", { id: "restored", class: "pane" });
  const linesPane = el("div", { class: "pane" }, list.root);
  const view = { page, list, explained: () => explained };
  const paint = paintPanel(view);
  const metadata = metadataPanel(list);

  const follow = calm((line) => {
    if (source.hidden) return;
    const next = new URL(`page/${explained.key}#l${line.i}`, location.href).href;
    // replace: "back" leads to the previous view, not to the previous line.
    if (frame.contentWindow) frame.contentWindow.location.replace(next);
  }, 120);
  const describe = (line) => fill(details, line ? lineFacts(line) : el("p", { class: "quiet" }, "The page is empty."));
  let focused = null;
  list.addEventListener("active", ({ detail: line }) => {
    focused = line;
    places.set(page, line.i);
    describe(line);
    follow(line);
  });
  list.addEventListener("peek", ({ detail: line }) => (line ?? focused) && describe(line ?? focused));

  const load = async (at) => {
    explained = await explain();
    session.look(page, { ...explained.page, site: explained.site ?? explained.page.site });
    fill(heading, explained.page.id);
    document.title = `${explained.page.id} – Winnow`;
    origin.textContent = explained.page.url ?? explained.page.origin;
    fill(facts, pageFacts(explained), session.sent && el("p", { class: "doubt" }, `With the draft of ${session.file}.`));
    metadata.show(explained);
    dates.show(explained);
    list.show(new Lines(explained, async () => (explained = await explain())));
    if (explained.total === 0) describe(null);
    const wanted = at?.startsWith("~") ? await list.lines.find(at.slice(1)) : Number(at ?? places.get(page) ?? 0);
    if (wanted < 0) say("The line was not found on this page.");
    await list.go(Math.max(0, wanted || 0), at ? "center" : undefined);
    if (at && wanted >= 0) list.light([wanted]);
    if (switches.restored) await restore();
  };
  const dates = datesPanel(list, () => load().catch(complain));

  const restore = async () => {
    const text = el("pre", { class: "code", tabindex: "0", dir: "auto", role: "group", "aria-label": "The source, restored" });
    const word = el("p", { role: "status" }, "Restoring the source …");
    fill(restored, word, text);
    const more = async (from) => {
      const part = await get("restored", { key: explained.key, from }, signal);
      word.textContent = part.same ? "Restored from kept and removed text: identical to the source." : "The restored text differs from the source.";
      word.className = part.same ? "good" : "problem";
      text.append(part.text);
      const next = from + part.text.length;
      if (next < part.total && part.text) {
        const go = button(`Show more (${number(part.total - next)} characters left)`, () => { go.remove(); more(next).catch(complain); });
        text.after(go);
      }
    };
    await more(0);
  };

  const arrange = () => {
    restored.hidden = !switches.restored;
    linesPane.hidden = switches.restored;
    source.hidden = !(switches.source ?? wide.matches);
    list.keepOnly(switches.kept);
    for (const [name, box] of Object.entries(boxes)) box.checked = name === "source" ? !source.hidden : switches[name];
  };
  const toggle = (name) => el("input", {
    type: "checkbox", id: `switch-${name}`, role: "switch",
    onchange: (event) => {
      switches[name] = event.target.checked;
      arrange();
      if (name === "restored" && switches.restored) restore().catch(complain);
      if (name === "source" && focused) follow(focused);
      if (name === "kept" || name === "restored") list.go(list.active);
    },
  });
  const boxes = { kept: toggle("kept"), source: toggle("source"), restored: toggle("restored") };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText((await get("article", { key: explained.key })).text);
      say("Copied.");
    } catch (error) {
      complain(error);
    }
  };
  const step = (to, text, id) => (to < 0 || to >= session.state.pages
    ? el("span", { class: "button off", "aria-hidden": "true" }, text)
    : el("a", { class: "button", href: `#page/${to}`, id }, text));

  main.className = "page-view";
  fill(main,
    el("div", { class: "bar" },
      el("div", { class: "grow" }, heading, origin),
      el("nav", { "aria-label": "Pages", class: "buttons" }, step(page - 1, "← Previous", "previous"), step(page + 1, "Next →", "next"))),
    el("div", { class: "bar" }, facts,
      el("div", { class: "bar", role: "group", "aria-label": "What is shown" },
        el("label", null, boxes.kept, "Only what stays"), el("label", null, boxes.source, "Source page"), el("label", null, boxes.restored, "Restore"),
        button("Copy what stays", copy, { class: "plain", id: "copy" }))),
    el("div", { class: "panes" }, linesPane, restored, source,
      el("aside", { "aria-label": "About the page" }, paint.element, dates.element,
        el("section", { class: "panel", "aria-labelledby": "line-title" }, el("h3", { id: "line-title" }, "The line"), details),
        metadata.element)));
  dates.element.hidden = true;
  arrange();
  wide.addEventListener("change", arrange, { signal });
  // Single-letter keys work only in the list, so that speech input cannot trigger them elsewhere.
  list.root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = { l: paint.focus, o: () => boxes.kept.click(), s: () => boxes.source.click(), r: () => boxes.restored.click(), n: () => document.getElementById("next")?.click(), p: () => document.getElementById("previous")?.click() };
    keys[event.key]?.();
    if (event.key in keys) event.preventDefault();
  });
  try {
    await load(place);
  } catch (error) {
    list.close();
    throw error;
  }
  return () => {
    list.close();
    paint.close();
  };
}
