// The changes of the draft on all pages, compared with the saved rules. URL: #effect.
import { post } from "./api.js";
import { complain, count, el, fill, number, quote, share, table } from "./dom.js";
import { chip } from "./labels.js";
import { session } from "./session.js";
import { work } from "./work.js";

// The last result, valid while draft and pages are unchanged.
let last = { key: null, result: null };

const MEANS = {
  "newly removed": "Lines that stay today and would go.", spared: "Lines that go today and would stay.", relabelled: "Lines that would get another label.",
  "metadata found": "Values that are new.", "metadata changed": "Values that would change.", "metadata lost": "Values that would be lost.",
};

const ofMetadata = (kind) => kind.startsWith("metadata");
// One label, or two with an arrow between them.
const labels = (subject) => subject.split(/([\w-]+)/).map((part) => (/^[\w-]+$/.test(part) ? chip(part) : part));

export async function show(main, _, signal) {
  const body = el("div", { id: "effect-result" });
  const progress = el("div");
  let running = null;

  const run = async () => {
    running?.abort();
    running = new AbortController();
    const draft = session.sent;
    if (!draft) {
      fill(progress);
      return fill(body, el("p", { class: "quiet" }, "There are no unsaved changes of rules. Paint lines of a page, edit rules or learn some: here you see what they do to all pages before you save."));
    }
    const key = JSON.stringify([draft, session.state.pages]);
    if (last.key === key) return draw(last.result);
    fill(body);
    try {
      const result = await work(progress, "Running the draft over all pages", async (own) => (await post("try", { draft }, own)).job, AbortSignal.any([signal, running.signal]));
      last = { key, result };
      draw(result);
    } catch (error) {
      if (error.body?.diagnostics) fill(body, el("p", null, el("a", { href: "#rules" }, `See the ${count(error.body.diagnostics.length, "problem")} in the editor`), "."));
    }
  };

  const draw = (result) => fill(body,
    el("p", { id: "effect-summary" }, el("b", null, `${number(result.changed_pages)} of ${count(result.pages, "page")}`), ` would change; in total ${share(result.change)} of the text.`,
      result.failed > 0 && el("span", { class: "problem" }, ` ${count(result.failed, "page")} failed.`)),
    result.changed_pages === 0 && el("p", null, "The draft changes nothing on these pages."),
    result.kinds.filter(({ times }) => times > 0).map(({ kind, times, share: part, rows, distinct }) => el("section", { class: "panel" },
      el("h3", null, kind[0].toUpperCase() + kind.slice(1)),
      el("p", { class: "quiet" }, `${MEANS[kind] ?? ""} ${count(times, "time")}${part > 0 ? `, ${share(part)} of the text` : ""}.`, distinct > rows.length && ` The ${number(rows.length)} most frequent of ${number(distinct)}:`),
      table(`${kind}, most frequent first`, [
        { head: "Text", cell: (row) => el("a", { href: ofMetadata(kind) ? `#page/${row.page}` : address(row) }, quote(row.text)) },
        { head: ofMetadata(kind) ? "Field" : "Label", cell: (row) => (ofMetadata(kind) ? row.subject : labels(row.subject)) },
        { head: "Rule", cell: (row) => el("code", null, row.rule ?? "") },
        { head: "Times", number: true, cell: (row) => number(row.times) },
        { head: "Pages", number: true, cell: (row) => number(row.pages) },
      ], rows, `effect-${kind.replace(" ", "-")}`))));

  main.className = "effect-view";
  fill(main, el("h2", { tabindex: "-1" }, "Effect"),
    el("p", { class: "quiet" }, session.sent ? ["The draft of ", el("a", { href: "#rules" }, el("code", null, session.file)), " compared with the saved rules."] : "The draft compared with the saved rules."), progress, body);
  session.addEventListener("draft", () => run().catch(complain), { signal });
  // Not awaited: the view is there while the job runs.
  run().catch(complain);
}

/** The URL of a row's example: by its line if the server names it, else by its text. */
export const address = ({ page, i, text }) => `#page/${page}/${Number.isInteger(i) ? i : encodeURIComponent(`~${text.slice(0, 500)}`)}`;
