// All loaded pages, and ways to add more: dropped or chosen files, pasted text. URL: #pages.
import { get, post, upload } from "./api.js";
import { Chunks } from "./chunks.js";
import { button, calm, complain, count, dialog, el, fill, note, number } from "./dom.js";
import { session } from "./session.js";

const filter = { site: "", find: "" };

export async function show(main, _, signal) {
  const total = el("p", { id: "pages-total", role: "status", class: "quiet" });
  const list = el("div", { id: "pages", role: "list", "aria-label": "Pages" });
  const failures = el("div");
  const query = (from, n) => ({ from, count: n, ...(filter.site && { site: filter.site }), ...(filter.find && { find: filter.find }) });
  const chunks = new Chunks(list, 58, async (from, n) => (await get("pages", query(from, n), signal)).rows, row);
  const load = async (grow = false) => {
    try {
      const found = await get("pages", query(0, 1), signal);
      total.textContent = `${count(found.total, "page")}${session.state.loading ? ", still reading …" : ""}`;
      if (grow) chunks.grow(found.total);
      else chunks.reset(found.total);
    } catch (error) {
      complain(error);
    }
  };
  const soon = calm(() => load(), 200);
  const sites = el("select", { id: "site", "aria-label": "Site", onchange: () => { filter.site = sites.value; load(); } });
  const find = el("input", { type: "search", id: "find", placeholder: "Filter by name or URL", "aria-label": "Filter by name or URL", value: filter.find,
    oninput: () => { filter.find = find.value.trim(); soon(); } });
  const files = el("input", { type: "file", id: "files", multiple: true, class: "sr", tabindex: "-1", "aria-hidden": "true", onchange: () => addFiles(files.files) });
  const drawState = () => {
    const { state } = session;
    fill(sites, el("option", { value: "" }, "All sites"), state.sites.map(({ site, pages }) => el("option", { value: site, selected: site === filter.site }, `${site} (${number(pages)})`)));
    fill(failures, state.failures.length > 0 && el("details", { class: "warning" },
      el("summary", null, `${count(state.failures.length + state.more_failures, "record")} could not be read`),
      el("ul", null, state.failures.map(({ origin, message }) => el("li", null, el("code", null, origin), `: ${message}`)), state.more_failures > 0 && el("li", null, `… and ${number(state.more_failures)} more.`))));
  };
  let pages = session.state.pages;
  session.addEventListener("state", () => {
    drawState();
    // Keep the position in the list while pages are read, and after the site of pages was set.
    load(session.state.pages !== pages);
    pages = session.state.pages;
  }, { signal });

  main.className = "pages-view";
  fill(main,
    el("h2", { tabindex: "-1" }, "Pages"),
    el("div", { class: "bar" }, find, sites, el("span", { class: "grow" }), button("Open files …", () => files.click(), { id: "open-files" }), button("Paste …", paste, { id: "paste" }), files),
    el("p", { class: "quiet" }, "Or drop files anywhere: text, HTML, JSON Lines, WARC, also in archives. Nothing leaves this machine."),
    failures, total, list);
  drawState();
  await load();
  return () => chunks.close();
}

const row = ({ page, id, origin, url, site, form, characters }) => el("div", { role: "listitem" },
  el("a", { href: `#page/${page}`, class: "page-row" },
    el("b", { dir: "auto", class: "clip" }, id), el("span", { class: "clip quiet" }, url ?? origin),
    el("small", { class: "quiet" }, `${site ?? "no site"} · ${form} · ${count(characters, "character")}`)));

/** Sends files to the server, one after the other, and shows the result. */
export async function addFiles(files) {
  const added = [];
  const failures = [];
  for (const [k, file] of [...files].entries()) {
    note(`Reading ${file.name} (${k + 1} of ${files.length}) …`);
    try {
      const answer = await upload(file);
      added.push(...answer.added);
      failures.push(...answer.failures);
    } catch (error) {
      failures.push({ origin: file.name, message: error.message });
    }
  }
  await told({ added, failures });
}

async function told({ added, failures }) {
  await session.refresh().catch(complain);
  const bad = failures.slice(0, 3).map(({ origin, message }) => `${origin}: ${message}`).join(" ");
  note([added.length > 0 && `${count(added.length, "page")} added.`, bad].filter(Boolean).join(" ") || "No pages were found in it.", null, added.length > 0 ? "good" : "bad");
  if (added.length === 1) location.hash = `#page/${added[0]}`;
  else if (added.length > 1) location.hash = "#pages";
}

function paste() {
  const text = el("textarea", { id: "paste-text", required: true, rows: 12, dir: "auto", oninput: () => guess() });
  const name = el("input", { id: "paste-name", value: `pasted-${session.state.pages + 1}` });
  const url = el("input", { id: "paste-url", type: "url", placeholder: "https://…" });
  const forms = [["text", "Text"], ["html", "HTML"], ["jsonl", "JSON Lines: a page on each line"]].map(([value, words]) =>
    el("label", null, el("input", { type: "radio", name: "form", value, checked: value === "text" }), words));
  const radio = (value) => box.querySelector(`input[value=${value}]`);
  const guess = calm(() => {
    const start = text.value.slice(0, 200).trim();
    radio(/^<(!|html|head|body|article|div|main|\?xml)/i.test(start) ? "html" : /^\{\s*"/.test(start) ? "jsonl" : "text").checked = true;
  }, 100);
  const send = async () => {
    if (!text.value.trim()) return text.focus();
    const form = box.querySelector("input[name=form]:checked").value;
    try {
      const answer = form === "jsonl"
        ? await upload(new File([text.value], `${name.value || "pasted"}.jsonl`))
        : await post("pages", { name: name.value || "pasted", text: text.value, form, url: url.value.trim() || null });
      box.close();
      await told(answer);
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  const problem = el("p", { class: "problem", role: "alert" });
  const box = dialog("paste-dialog", "Paste a page",
    el("label", { class: "field" }, "Text, HTML or a list of pages", text),
    el("fieldset", null, el("legend", null, "It is"), forms),
    el("div", { class: "both" }, el("label", { class: "field" }, "Name", name), el("label", { class: "field" }, "URL, if known: it decides the site", url)),
    problem,
    el("div", { class: "buttons" }, button("Add it", send, { class: "primary", id: "paste-add" }), button("Cancel", () => box.close())));
  text.focus();
}
