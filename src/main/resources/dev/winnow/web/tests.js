// The examples and fixtures of the folder: passed, failed, differences, accept. URL: #tests.
import { post } from "./api.js";
import { button, complain, count, differenceByWord, el, fill, note, number, quote, table } from "./dom.js";
import { session } from "./session.js";
import { work } from "./work.js";

const SIGNS = { holds: "✓", failed: "✗", "known failure": "~" };

export async function show(main, _, signal) {
  const progress = el("div");
  const body = el("div", { id: "tests-result" });
  const opened = el("section", { id: "fixture", class: "panel", tabindex: "-1", "aria-label": "Fixture", hidden: true });

  const run = async () => {
    fill(body);
    opened.hidden = true;
    try {
      const draft = session.sent;
      draw(await work(progress, "Testing", async (own) => (await post("tests", { draft }, own)).job, signal, "step"));
    } catch {
      // The progress shows the error.
    }
  };

  const place = (file, line) => file && el("a", { href: `#rules/${encodeURIComponent(file)}${line ? `/${line}` : ""}` }, el("code", null, line ? `${file}:${line}` : file));

  const draw = ({ examples, fixtures, rows }) => {
    const order = ["failed", "known failure", "holds"];
    rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
    fill(body,
      el("p", { id: "tests-summary" }, el("b", { class: examples.failed + fixtures.failed > 0 ? "problem" : "good" }, `${number(examples.failed + fixtures.failed)} failed`),
        `. Examples: ${number(examples.holds)} hold, ${number(examples.failed)} failed, ${count(examples.known, "known failure")}. Fixtures: ${number(fixtures.holds)} hold, ${number(fixtures.failed)} failed.`),
      el("section", { class: "panel" }, el("h3", null, "Tests, failures first"), table("Tests, failures first", [
        { head: "Test", cell: (row) => (row.fixture ? button(row.name, () => open(row.fixture), { class: "link", "data-test": "open-fixture" }) : row.name) },
        { head: "State", cell: (row) => el("span", { class: `state ${row.state === "failed" ? "problem" : row.state === "holds" ? "good" : "doubt"}` }, `${SIGNS[row.state] ?? ""} ${row.state}`) },
        { head: "Problems", cell: (row) => (row.problems.length === 0 ? "" : el("ul", { class: "plain-list" }, row.problems.slice(0, 5).map((problem) => el("li", null, quote(problem.text), " ", place(problem.file, problem.line))))) },
        { head: "Group", cell: (row) => row.group },
        { head: "Place", cell: (row) => place(row.file, row.line) || "" },
      ], rows, "tests")));
  };

  const open = async (name) => {
    try {
      const draft = session.sent;
      const fixture = await post("fixture", { name, draft }, signal);
      const other = fixture.metadata.filter(({ expected, actual }) => said(expected) !== said(actual));
      const changed = other.length > 0 || fixture.expected === null || fixture.diff.some(({ op }) => op !== "=");
      const accept = button("Accept the result", () => store(name), { id: "accept", class: "primary", "aria-disabled": String(draft !== null), "aria-describedby": "accept-why" });
      fill(opened,
        el("h3", null, `Fixture ${name}`),
        el("div", { class: "bar" }, Number.isInteger(fixture.page) && el("a", { class: "button", href: `#page/${fixture.page}` }, "Show the page"), accept,
          el("span", { id: "accept-why", class: "quiet" }, draft ? "Save the draft first: an accepted result must come from saved rules." : "")),
        fixture.problems.length > 0 && el("ul", null, fixture.problems.map((text) => el("li", null, quote(text)))),
        fixture.expected === null && el("p", null, "There is no expected text yet."),
        other.length > 0 && table("Metadata that differ", [
          { head: "Field", cell: (row) => row.field },
          { head: "Expected", cell: (row) => quote(said(row.expected)) },
          { head: "Result", cell: (row) => quote(said(row.actual)) },
        ], other),
        el("p", { class: "quiet" }, !changed && "The result is as expected. ", "Underlined: in the result but not expected. Struck through: expected but not in the result."),
        differenceByWord(fixture.diff, "Text, expected against result"));
      opened.hidden = false;
      opened.focus();
      opened.scrollIntoView({ block: "nearest" });
    } catch (error) {
      complain(error);
    }
  };

  const store = async (name) => {
    if (session.sent) return;
    try {
      const { changed, ok, problems } = await post("accept", { name });
      note(`${changed.length > 0 ? `Written: ${changed.join(", ")}.` : "Nothing had to be written."} ${problems.join(" ")}`, null, ok ? "good" : "bad");
      await run();
    } catch (error) {
      complain(error);
    }
  };

  main.className = "tests-view";
  fill(main, el("h2", { tabindex: "-1" }, "Tests"),
    el("div", { class: "bar" }, button("Run again", run, { id: "tests-run" }), el("span", { class: "quiet" }, session.sent ? `With the draft of ${session.file}.` : "With the saved rules.")),
    progress, opened, body);
  run();
}

const said = (value) => (value === null || value === undefined ? "nothing" : [value].flat().join("; ") || "nothing");
