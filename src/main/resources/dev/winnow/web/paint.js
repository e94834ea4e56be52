// Paint lines and get rules, from exact to general, each with the lines that it takes here and on all pages.
import { post } from "./api.js";
import { button, calm, complain, count, el, fill, hidden, number, quote, say } from "./dom.js";
import { labelOptions } from "./labels.js";
import { session } from "./session.js";
import { withSite } from "./site.js";
import { work } from "./work.js";

/** The panel. `view` is {page, list (LineList), explained()}. */
export function paintPanel(view) {
  let asked = null;
  const select = el("select", { id: "label", "aria-label": "Label for the selected lines", onchange: () => ask() },
    el("option", { value: "" }, "Choose a label …"), labelOptions());
  const summary = el("p", { id: "selected", class: "quiet", "aria-live": "polite" });
  const progress = el("div");
  const list = el("ol", { id: "proposals", class: "cards" });

  const clear = () => {
    asked?.abort();
    ask.cancel();
    fill(progress);
    fill(list);
    view.list.light();
  };

  const ask = calm(async () => {
    clear();
    if (!select.value || view.list.selected.size === 0) return;
    asked = new AbortController();
    const { signal } = asked;
    list.setAttribute("aria-busy", "true");
    const lines = [...view.list.selected].sort((a, b) => a - b);
    try {
      const { job, proposals } = await post("propose", { page: view.page, lines, label: select.value, draft: session.sent }, signal);
      fill(list, proposals.map((proposal, k) => card(proposal, view, k === 0)));
      say(`${count(proposals.length, "proposal")}.`);
      if (proposals.length === 0) fill(list, el("li", { class: "quiet" }, "No rule fits all of these lines. Select lines that are alike, or fewer."));
      if (job && proposals.length > 0) {
        const result = await work(progress, "Trying them on all pages", async () => job, signal);
        for (const proposal of proposals) everywhere(proposal, result.proposals[proposal.id]);
      }
    } catch (error) {
      complain(error);
    } finally {
      list.removeAttribute("aria-busy");
    }
  }, 250);

  const update = (how) => {
    const n = view.list.selected.size;
    summary.textContent = n === 0 ? "Select lines of one kind: click, Shift- or Ctrl-click; by keyboard the arrows and the space bar." : `${count(n, "line")} selected.`;
    select.disabled = n === 0;
    // A new selection resets the label; an extended one keeps it.
    if (how === "new") select.value = "";
    if (select.value) ask();
    else clear();
  };
  view.list.addEventListener("select", (event) => update(event.detail));
  update("new");

  return {
    element: el("section", { class: "panel", "aria-labelledby": "paint-title" },
      el("h3", { id: "paint-title" }, "Paint"), summary, select, progress, list),
    focus: () => (select.disabled ? say("Select lines first.") : select.focus()),
    close: clear,
  };
}

function card(proposal, view, open) {
  const light = () => view.list.light(proposal.takes);
  const dark = () => view.list.light();
  const extra = proposal.takes.filter((i) => !view.list.selected.has(i)).length;
  return el("li", { class: "card", "data-test": "proposal", "data-kind": proposal.kind, onpointerenter: light, onpointerleave: dark, onfocusin: light, onfocusout: dark },
    el("h4", null, proposal.title, " ", el("span", { class: "kind" }, proposal.kind)),
    el("p", null, `Here: ${count(proposal.takes.length, "line")}`, extra > 0 && el("b", null, `, ${number(extra)} more than selected`), "."),
    el("p", { id: `everywhere-${proposal.id}`, class: "quiet" }),
    el("div", { id: `examples-${proposal.id}` }),
    proposal.captures.length > 0 && el("dl", { class: "facts" },
      proposal.captures.map(({ field, value }) => [el("dt", null, field), el("dd", null, quote(value))])),
    proposal.prose.length > 0 && el("details", { class: "warning" },
      el("summary", null, `It would take ${count(proposal.prose.length, "sentence")} of articles`), el("ul", null, proposal.prose.map((text) => el("li", null, quote(text))))),
    (proposal.problems ?? []).map((text) => el("p", { class: "warning" }, text)),
    proposal.overlaps.length > 0 && el("p", { class: "quiet" }, "Now taken by ", el("code", null, proposal.overlaps.join(", ")), "."),
    el("details", { open }, el("summary", null, "The rule"), el("pre", { class: "code" }, proposal.rule)),
    button(["Use this rule", hidden(`: ${proposal.title}`)], () => use(proposal, view), { class: "primary", "data-test": "use" }));
}

function everywhere(proposal, found) {
  const words = document.getElementById(`everywhere-${proposal.id}`);
  if (!words) return;
  if (!found) return void (words.textContent = "On all pages: nothing.");
  words.textContent = `On all pages: ${count(found.lines, "line")} on ${count(found.pages, "page")}.`;
  fill(document.getElementById(`examples-${proposal.id}`), found.examples.length > 0 && el("details", null,
    el("summary", null, "Examples"),
    el("ul", { class: "plain-list" }, found.examples.map((example) => el("li", null,
      el("a", { href: `#page/${example.page}/${example.i}` }, `Page ${number(example.page)}, line ${number(example.line)}`),
      example.kept === undefined ? ": " : example.kept ? " stays now: " : " is removed now: ", quote(example.text, { class: "quote clip" }))))));
}

async function use(proposal, view) {
  try {
    const explained = view.explained();
    const mine = session.forSite(explained.site, explained.page.site);
    const answer = await withSite(view.page, () => post("insert", { draft: mine ?? session.sent, page: view.page, rule: proposal.rule }));
    if (!answer) return;
    const { file, yaml, line } = answer;
    await session.put(file, yaml);
    say("The rule is in the draft.");
    location.hash = `#rules/${encodeURIComponent(file)}/${line}`;
  } catch (error) {
    complain(error);
  }
}
