// The workbench: shows the view that the URL names, updates the header, accepts dropped files.
//
// Hooks for tests, stable:
//   header     #nav-pages #nav-rules #nav-effect #nav-learn #nav-tests #nav-corpus #draft-mark #help · notes #note [data-test=note] #note-act
//   jobs       [data-test=progress] [data-test=stop] · <main id=view> has aria-busy while a view is made; its child has the class VIEW-view
//   pages      #find #site #open-files #files #paste #pages-total #pages .page-row · #paste-dialog #paste-text #paste-name #paste-url #paste-add
//   page       #lines #line-N [data-label] .gone .lit #switch-kept #switch-source #switch-restored #restored #source #copy #previous #next
//              #details #facts #metadata [data-test=field-NAME] #undecided [data-test=order-dmy]
//   site       #site-dialog #site-name #site-all #site-ok (opens when a page has no URL)
//   paint      #selected #label #proposals [data-test=proposal][data-kind] #everywhere-ID #examples-ID [data-test=use]
//   rules      #packs #find-pack #open-file #editor #choices #choice-N #verdict #problems [data-test=problem|doubt] #examples #save #save-why #drop-draft
//   save       #save-dialog [data-test=fixture] #save-now #take-theirs #keep-mine
//   effect     #effect-summary #effect-result [data-test=effect-newly-removed] …
//   learn      #learn-site #learn-run #learnt #learn-ID [data-test=learnt-rule] #make-draft
//   tests      #tests-run #tests-summary [data-test=tests] [data-test=open-fixture] #fixture #accept #accept-why
//   corpus     #corpus-run #corpus-summary [data-test=sites|removed-lines|kept-lines|unusual|empty|labels|fields]
import { button, complain, dialog, el, fill, hidden, number } from "./dom.js";
import { addFiles } from "./pages.js";
import { session } from "./session.js";

const VIEWS = { pages: "Pages", rules: "Rules", effect: "Effect", learn: "Learn", tests: "Tests", corpus: "Corpus" };
const main = document.getElementById("view");
let shown = new AbortController();
let close = null;
let first = true;

async function route() {
  shown.abort();
  shown = new AbortController();
  const { signal } = shown;
  close?.();
  close = null;
  const [name, ...rest] = (location.hash.slice(1) || "pages").split("/").map(decodeURIComponent);
  const view = name in VIEWS || name === "page" ? name : "pages";
  for (const key of Object.keys(VIEWS)) {
    const link = document.getElementById(`nav-${key}`);
    if (key === view || (key === "pages" && view === "page")) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${VIEWS[view] ?? "Page"} – Winnow`;
  main.setAttribute("aria-busy", "true");
  // Each view has an element of its own, so a slow view cannot write into the next one.
  const stage = document.createElement("div");
  try {
    const { show } = await import(`./${view}.js`);
    if (signal.aborted) return;
    main.replaceChildren(stage);
    const done = await show(stage, rest, signal);
    if (signal.aborted) return done?.();
    close = done;
  } catch (error) {
    if (signal.aborted) return;
    fill(stage, el("h2", { tabindex: "-1" }, "That did not work"), el("p", { class: "problem" }, error.message), el("p", null, el("a", { href: "#pages" }, "To the pages")));
  }
  main.removeAttribute("aria-busy");
  // After a link, move the focus to the new heading; not at the start, and not if the view set the focus itself.
  if (!first && !stage.contains(document.activeElement)) stage.querySelector("h2")?.focus({ preventScroll: true });
  first = false;
}

function drawHeader() {
  const { state } = session;
  const counts = { pages: state.pages, rules: state.packs.length };
  for (const [key, name] of Object.entries(VIEWS)) {
    fill(document.getElementById(`nav-${key}`), name, key in counts && [" ", el("small", null, number(counts[key]))]);
  }
  const unsaved = session.unsavedFiles;
  const mark = document.getElementById("draft-mark");
  mark.hidden = unsaved.length === 0;
  mark.href = `#rules/${encodeURIComponent(unsaved.includes(session.file) ? session.file : unsaved[0] ?? "")}`;
  fill(mark, hidden("Unsaved: "), unsaved.length === 1 ? unsaved[0] : `${number(unsaved.length)} files`, el("small", { "aria-hidden": "true" }, " unsaved"));
  const folder = document.getElementById("folder");
  // Show the last part of the path; the tooltip has all of it.
  folder.textContent = state.rules === null ? "Read only: no rule folder" : state.rules.split(/[\\/]/).at(-1);
  folder.title = state.rules ?? "Start winnow serve with --rules to save rules.";
}

async function poll() {
  try {
    if ((await session.refresh()).loading) setTimeout(poll, 500);
  } catch (error) {
    complain(error);
  }
}

function help() {
  const keys = [
    ["↑ ↓ PgUp PgDn Home End", "in the lines: move"], ["Space", "select or deselect the line"], ["Shift+arrows", "select from line to line"], ["Escape", "select nothing"],
    ["l", "choose the label of the selected lines"], ["o", "show only what stays"], ["s", "source page"], ["r", "restore"], ["p n", "previous page, next page"],
    ["Ctrl+Space", "in the editor: complete"], ["Ctrl+S", "in the editor: save"], ["?", "this help, outside of text fields"],
  ];
  const box = dialog("help-dialog", "Keys",
    el("dl", { class: "keys" }, keys.map(([key, does]) => [el("dt", null, el("kbd", null, key)), el("dd", null, does)])),
    el("p", { class: "quiet" }, "Single letters work while the lines have the focus."),
    el("p", { class: "quiet" }, `Winnow ${session.state.version}. Pages and rules stay on this machine.`),
    el("div", { class: "buttons" }, button("Close", () => box.close(), { class: "primary" })));
}

function drops() {
  let depth = 0;
  const mark = (on) => document.body.classList.toggle("dropping", on);
  const files = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => files(event) && mark(++depth > 0));
  addEventListener("dragleave", (event) => files(event) && mark(--depth > 0));
  addEventListener("dragover", (event) => files(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!files(event)) return;
    event.preventDefault();
    mark((depth = 0) > 0);
    addFiles(event.dataTransfer.files).catch(complain);
  });
}

session.addEventListener("state", drawHeader);
session.addEventListener("draft", drawHeader);
document.getElementById("help").addEventListener("click", help);
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("keydown", (event) => {
  if (event.key !== "?" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  help();
});
addEventListener("beforeunload", (event) => {
  if (session.unsavedFiles.length > 0) event.preventDefault();
});
addEventListener("hashchange", route);
drops();
await poll();
await route();
