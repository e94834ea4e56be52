// Statistics of all pages: sites, most frequent kept and removed lines, pages that differ from their site. URL: #corpus.
import { post } from "./api.js";
import { address } from "./effect.js";
import { button, complain, count, el, fill, number, quote, share, table } from "./dom.js";
import { chip } from "./labels.js";
import { session } from "./session.js";
import { work } from "./work.js";

let last = { key: null, result: null };

// Minimum number of pages for learning.
const FEW = 3;

export async function show(main, _, signal) {
  const progress = el("div");
  const body = el("div", { id: "corpus-result", class: "sections" });
  const run = async () => {
    const draft = session.sent;
    const key = JSON.stringify([draft, session.state.pages]);
    if (last.key !== key) {
      fill(body);
      const result = await work(progress, "Counting", async (own) => (await post("corpus", { draft }, own)).job, signal).catch(() => null);
      if (!result) return;
      last = { key, result };
    }
    draw(body, last.result);
  };
  const again = () => {
    last.key = null;
    run().catch(complain);
  };
  main.className = "corpus-view";
  fill(main, el("h2", { tabindex: "-1" }, "Corpus"),
    el("div", { class: "bar" }, button("Count again", again, { id: "corpus-run" }), el("span", { class: "quiet" }, session.sent ? `With the draft of ${session.file}.` : "With the saved rules.")),
    progress, body);
  run().catch(complain);
}

function draw(body, result) {
  const section = (title, ...children) => el("section", { class: "panel" }, el("h3", null, title), ...children);
  const { documents, kept: all, removed } = result.totals;
  const to = (row, href, text) => (Number.isInteger(row.page) ? el("a", { href }, quote(text)) : quote(text));
  const text = { head: "Text", cell: (row) => to(row, address(row), row.text) };
  const label = { head: "Label", cell: (row) => chip(row.label) };
  const page = { head: "Page", cell: (row) => to(row, `#page/${row.page}`, row.id) };
  const site = { head: "Site", cell: (row) => row.site ?? "" };
  const whole = (name, head) => ({ head, number: true, cell: (row) => number(row[name]) });
  const part = (name, head) => ({ head, number: true, cell: (row) => share(row[name]) });
  const sample = (list) => result.counted[list] < documents && el("p", { class: "quiet" }, `Counted on ${number(result.counted[list])} of the ${number(documents)} pages, chosen by chance.`);
  const kept = { head: "Stays", cell: (row) => bar(row.kept / (row.kept + row.removed)) };
  fill(body,
    el("p", { id: "corpus-summary" }, el("b", null, count(documents, "page")), `. ${share(all / (all + removed))} of the text stays.`),
    section("Sites, most pages first", table("Sites, most pages first", [
      { head: "Site", cell: (row) => row.site ?? "unknown" }, whole("documents", "Pages"), kept, part("usual_share", "Usual share"), whole("lines", "Lines"),
      { head: "Rules", cell: (row) => row.site?.includes(".") && row.documents >= FEW && el("a", { class: "button", href: `#learn/${encodeURIComponent(row.site)}`, "aria-label": `Learn rules of ${row.site}` }, "Learn") },
    ], [...result.sites].sort((a, b) => b.documents - a.documents), "sites")),
    section("Lines that go, most frequent first", sample("removed_lines"), table("Lines that go, most frequent first", [text, label, { head: "Rule", cell: (row) => el("code", null, row.rule ?? "") }, whole("documents", "Pages")], result.removed_lines, "removed-lines")),
    section("Lines that stay, most frequent first", sample("kept_lines"), table("Lines that stay, most frequent first", [text, site, label, whole("documents", "Pages")], result.kept_lines, "kept-lines")),
    section("Pages that differ from their site", table("Pages that differ from their site", [page, site, part("kept", "Stays"), part("usual", "Usual"), { head: "Distance", number: true, cell: (row) => row.distance.toFixed(1) }], result.unusual, "unusual")),
    section("Pages without an article", table("Pages without an article", [page, { head: "What it is", cell: (row) => row.presence }], result.empty, "empty")),
    section("Labels", table("Labels", [label, whole("documents", "Pages"), whole("lines", "Lines"), kept], result.labels, "labels")),
    section("Metadata", table("Metadata", [
      { head: "Field", cell: ([field]) => field }, { head: "Pages with it", cell: ([, n]) => bar(n.with / (n.with + n.without)) }, { head: "With", number: true, cell: ([, n]) => number(n.with) }, { head: "Without", number: true, cell: ([, n]) => number(n.without) },
    ], Object.entries(result.fields), "fields")),
    result.warnings.length > 0 && section("Warnings", table("Warnings", [{ head: "Kind", cell: (row) => row.kind }, whole("documents", "Pages")], result.warnings, "warnings")),
    result.rejected.length > 0 && section("Rejected", table("Rejected", [{ head: "Origin", cell: (row) => el("code", null, row.origin) }, { head: "Reason", cell: (row) => row.reason }], result.rejected, "rejected")));
}

/** A share as a bar with its number. */
function bar(x) {
  const inner = el("i");
  inner.style.width = `${(Number.isFinite(x) ? x : 0) * 100}%`;
  return el("span", { class: "share" }, el("span", { class: "share-bar" }, inner), share(x));
}
