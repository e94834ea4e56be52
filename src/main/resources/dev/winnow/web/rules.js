// The rule files: a list, an editor with live problems and examples, Save. URLs: #rules, #rules/FILE, #rules/FILE/12 (a line), #rules/FILE/id (a rule).
import { get, post } from "./api.js";
import { button, calm, complain, count, el, fill, say } from "./dom.js";
import { editor } from "./editor.js";
import { saveDraft } from "./save.js";
import { session } from "./session.js";

const SAVE = "Save …";
let words = null;

export async function show(main, [file, place], signal) {
  if (file) await session.open(file);
  else if (session.file) await session.open(session.file).catch(() => session.forget(session.file));
  if (!words) get("schema").then((schema) => (words = { schema, lexicons: session.state.lexicons ?? [] })).catch(complain);

  const packs = el("ul", { id: "packs", class: "plain-list" });
  const find = el("input", { type: "search", id: "find-pack", placeholder: "Filter", "aria-label": "Filter rule files", oninput: () => drawPacks() });
  const name = el("h3", { id: "open-file" });
  const save = button(SAVE, () => store(), { id: "save", class: "primary", "aria-describedby": "save-why" });
  const why = el("span", { id: "save-why", class: "quiet" });
  const drop = button("Discard changes", () => forget(), { id: "drop-draft", class: "plain" });
  const verdict = el("p", { id: "verdict", role: "status" });
  const problems = el("ul", { id: "problems", class: "plain-list" });
  const examples = el("div", { id: "examples" });
  const edit = editor({ words: () => words, changed: (text) => { session.edit(text); check(); }, save: () => store(), readOnly: !session.file });

  const store = async () => {
    if (save.getAttribute("aria-disabled") === "true") return say(why.textContent);
    save.textContent = "Looking …";
    await saveDraft(() => (save.textContent = SAVE));
    edit.area.focus();
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    store();
  }, { signal });

  const forget = async () => {
    const { file: open, saved } = session.draft();
    session.forget(open);
    if (saved !== null) await session.open(open).catch(complain);
    load();
  };

  function drawPacks() {
    const known = session.state.packs.map((pack) => pack.file);
    const files = [...session.unsavedFiles.filter((one) => !known.includes(one)).map((one) => ({ file: one, rules: null })), ...session.state.packs];
    fill(packs, files.filter((one) => one.file.includes(find.value.trim().toLowerCase())).map((one) => el("li", null,
      el("a", { href: `#rules/${encodeURIComponent(one.file)}`, "aria-current": one.file === session.file ? "true" : null },
        one.file, session.unsaved(one.file) && el("span", { class: "unsaved" }, " unsaved"), el("small", null, one.rules === null ? "new" : count(one.rules, "rule"))))),
    files.length === 0 && el("li", { class: "quiet" }, "There are none yet. Paint lines of a page, or learn from pages."));
  }

  function drawState() {
    const unsaved = session.unsaved();
    fill(name, session.file ? el("code", null, session.file) : "No file is open", unsaved && el("span", { class: "unsaved" }, " unsaved"));
    const reason = session.state.rules === null ? "Nothing can be saved: Winnow was started without --rules." : !session.file ? "Open a file first." : unsaved ? "" : "There is nothing to save.";
    save.setAttribute("aria-disabled", String(reason !== ""));
    why.textContent = reason;
    drop.hidden = !unsaved;
    drawPacks();
  }

  const check = calm(async () => {
    const draft = session.draft();
    if (!draft) return;
    if (verdict.textContent === "") verdict.textContent = "Checking …";
    try {
      drawCheck(await post("check", { draft: { file: draft.file, yaml: draft.yaml } }, signal));
    } catch (error) {
      complain(error);
    }
  }, 300);

  function drawCheck(result) {
    const wrong = result.diagnostics.filter(({ severity }) => severity === "problem").length;
    const failed = result.examples.filter(({ ok }) => !ok);
    const doubts = result.diagnostics.length - wrong;
    verdict.textContent = `${count(wrong, "problem")}, ${count(doubts, "doubt")}${failed.length > 0 ? `, ${count(failed.length, "example")} that fail${failed.length === 1 ? "s" : ""}` : ""}.`;
    verdict.className = wrong + failed.length > 0 ? "problem" : doubts > 0 ? "doubt" : "good";
    const marks = new Map(failed.map(({ line }) => [line, "doubt"]));
    for (const severity of ["doubt", "problem"]) {
      for (const found of result.diagnostics) if (found.severity === severity) marks.set(found.line, severity);
    }
    edit.mark(marks);
    const at = (line, column, text, kind) => el("li", null, button([el("span", { class: kind }, `Line ${line}`), " ", text], () => edit.go(line, column), { class: "row-button", "data-test": kind }));
    fill(problems, result.diagnostics.map((found) => at(found.line, found.column, `${found.severity} ${found.code}: ${found.message}`, found.severity)),
      result.elsewhere.map((found) => el("li", { class: "quiet" }, el("code", null, `${found.file}:${found.line}`), ` ${found.message}`)));
    fill(examples,
      el("p", { class: failed.length > 0 ? "problem" : "good" }, result.examples.length > 0 ? `${result.examples.length - failed.length} of ${count(result.examples.length, "example")} hold.`
        : el("span", { class: "quiet" }, wrong > 0 ? "They run when there are no problems." : "There are none.")),
      failed.length > 0 && el("ul", { class: "plain-list" }, failed.map((one) => at(one.line, 1, `${one.rule}, ${one.name}: ${one.problems.join(" ")}`, "problem"))),
      el("details", null, el("summary", null, `Those that hold (${result.examples.length - failed.length})`),
        el("ul", { class: "plain-list" }, result.examples.filter(({ ok }) => ok).map((one) => at(one.line, 1, `${one.rule}, ${one.name}`, "good")))));
  }

  function load() {
    const draft = session.draft();
    edit.area.readOnly = !draft;
    edit.text = draft?.yaml ?? "";
    drawState();
    check();
  }

  session.addEventListener("draft", () => {
    // Undo and “Take theirs” change the text from outside the editor.
    if ((session.draft()?.yaml ?? "") !== edit.text) edit.text = session.draft()?.yaml ?? "";
    drawState();
  }, { signal });
  session.addEventListener("state", drawState, { signal });

  main.className = "rules-view";
  fill(main,
    el("h2", { tabindex: "-1" }, "Rules"),
    el("div", { class: "columns" },
      el("nav", { class: "side", "aria-label": "Rule files" }, find, packs),
      el("section", { class: "middle", "aria-labelledby": "open-file" },
        el("div", { class: "bar" }, el("div", { class: "grow" }, name), drop, el("a", { class: "button", href: "#effect" }, "See the effect"), save, why),
        edit.element,
        el("p", { id: "editor-help", class: "quiet" }, "Ctrl+Space completes, Ctrl+S saves, Ctrl+Z undoes.")),
      el("aside", { "aria-label": "Problems and examples" },
        el("section", { class: "panel", "aria-labelledby": "check-title" }, el("h3", { id: "check-title" }, "Check"), verdict, problems),
        el("section", { class: "panel", "aria-labelledby": "examples-title" }, el("h3", { id: "examples-title" }, "Examples"), examples))));
  load();
  if (place) {
    const line = /^\d+$/.test(place) ? Number(place) : edit.text.split("\n").findIndex((text) => new RegExp(`^\\s*- id: ["']?${RegExp.escape?.(place) ?? place.replace(/[.]/g, "\\.")}["']?\\s*$`).test(text)) + 1;
    if (line > 0) edit.go(line);
  }
  return () => edit.close();
}
