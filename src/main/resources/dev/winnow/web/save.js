// Save: nothing is written before the user has seen the changes. A change of another tab is never overwritten without asking.
import { get, post, sentence } from "./api.js";
import { button, calm, complain, count, dialog, difference, el, fill, note, say } from "./dom.js";
import { session } from "./session.js";

/** Opens the dialog for the open draft when the changes are known, and calls `opened`. Ends when the dialog is closed. */
export async function saveDraft(opened) {
  const { file } = session;
  const ticked = new Set();
  const body = el("div", { class: "dialog-body" });
  const write = button("Save", () => store(), { id: "save-now", class: "primary", disabled: true });
  const request = () => {
    const { yaml, base } = session.draft(file);
    return { draft: { file, yaml }, base, fixtures: [...ticked] };
  };

  let box = null;
  let asked = 0;
  const preview = async () => {
    const mine = ++asked;
    write.disabled = true;
    try {
      const { files, notes = [] } = await post("preview", request());
      if (mine !== asked) return;
      fill(body, notes.map((text) => el("p", { class: "warning" }, sentence(text))), files.map(({ path, is_new: isNew, diff }, k) => el("section", null, el("h3", null, el("code", null, path), isNew && " (new)"), difference(k === 0 ? around(diff) : begin(diff), `What changes in ${path}`))),
        files.length === 0 && el("p", null, "Nothing would change."));
      say(`${count(files.length, "file")} would change.`);
      write.disabled = false;
      // The pressed button may no longer exist.
      if ([document.body, box].includes(document.activeElement)) write.focus();
    } catch (error) {
      if (mine === asked) refused(error);
    }
  };

  const store = async () => {
    write.disabled = true;
    try {
      const { saved, undo, digest, notes } = await post("save", request());
      session.disk(file, session.draft(file).yaml, digest);
      box.close();
      note(`Saved ${named(saved)}. ${notes.map(sentence).join(" ")}`, { text: "Undo", run: () => takeBack(undo, file).catch(complain) });
      await session.refresh();
    } catch (error) {
      refused(error);
    }
  };

  const refused = (error) => {
    if (error.status === 409) return fill(body, conflict(error, file, preview, () => box.close()));
    const { diagnostics } = error.body ?? {};
    fill(body, el("p", { class: "problem", role: "alert" }, error.message),
      diagnostics && el("ul", null, diagnostics.map(({ line, code, message }) => el("li", null, `Line ${line}: ${code} ${message}`))));
  };

  const boxes = await fixtures(file, ticked, calm(preview, 200));
  await preview();
  opened();
  box = dialog("save-dialog", `Save ${file}`,
    boxes,
    body,
    el("div", { class: "buttons" }, write, button("Cancel", () => box.close())));
  box.className = "wide";
  if (!write.disabled) write.focus();
  await new Promise((resolve) => (box.open ? box.addEventListener("close", resolve) : resolve()));
}

const named = ([first, ...more]) => (more.length > 1 ? `${first} and ${count(more.length, "more file", "more files")}` : [first, ...more].join(" and "));

async function takeBack(undo, file) {
  const { restored, yaml, digest } = await post("undo", { undo });
  // The draft stays: undoing a save never loses text.
  session.disk(file, yaml, digest);
  note(`Undone: ${named(restored)}. Your draft is still here, unsaved.`);
  await session.refresh();
}

/** Checkboxes for the viewed pages of this site, the last one checked; if none was viewed, for its first pages. */
async function fixtures(file, ticked, changed) {
  const pack = session.state.packs.find((known) => known.file === file)?.pack ?? file.replace(/^.*\/|\.yaml$/g, "");
  const pages = [...session.looked.values()].filter(({ site }) => site === pack || site?.endsWith(`.${pack}`)).slice(-20).reverse();
  const looked = pages.length > 0;
  if (!looked) pages.push(...(await get("pages", { site: pack, count: 5 }).catch(() => ({ rows: [] }))).rows);
  if (pages.length === 0) return null;
  if (looked && session.state.fixtures !== null) ticked.add(pages[0].page);
  return el("fieldset", null, el("legend", null, "Keep pages as fixtures, which test the rules from now on"),
    session.state.fixtures === null ? el("p", { class: "quiet" }, "Winnow was started without a folder for fixtures.") : pages.map(({ page, id }) => el("label", null,
      el("input", { type: "checkbox", checked: ticked.has(page), "data-test": "fixture", onchange: (event) => { event.target.checked ? ticked.add(page) : ticked.delete(page); changed(); } }),
      el("span", { dir: "auto" }, id))));
}

/** The file was changed elsewhere: shows both texts and the choices. */
function conflict(error, file, preview, close) {
  const { yaml, digest } = error.body;
  const mine = session.draft(file).yaml;
  const take = () => {
    if (yaml === null) session.forget(file);
    else session.disk(file, yaml, digest, yaml);
    close();
    note(`The draft is now the file in the folder: ${file}.`);
  };
  const keep = () => {
    session.disk(file, yaml, digest);
    preview();
  };
  // Marks the lines that only one text has. The preview of the save shows the exact difference.
  const only = (text, other, op) => {
    const there = new Set((other ?? "").split("\n"));
    return (text ?? "The file is gone.").split("\n").map((line) => ({ op: there.has(line) ? "=" : op, text: line }));
  };
  const side = (title, diff) => el("section", null, el("h3", null, title), difference(around(diff), title));
  return [
    el("p", { class: "problem", role: "alert" }, `${error.message} Nothing was written.`),
    el("div", { class: "buttons" }, button("Take theirs", take, { id: "take-theirs" }), button("Keep mine and save over it", keep, { id: "keep-mine" })),
    el("div", { class: "both" }, side("Theirs: the file as it is now", only(yaml, mine, "-")), side("Mine: this tab’s draft", only(mine, yaml, "+"))),
  ];
}

/** Cuts a long difference to its beginning. For fixtures, which hold a whole page. */
const begin = (diff) => (diff.length > 60 ? [...diff.slice(0, 50), { op: "=", text: `… ${count(diff.length - 50, "more line")} …` }] : diff);

/** Leaves out long unchanged parts of a difference. */
export function around(diff) {
  const near = diff.map((_, k) => diff.slice(Math.max(0, k - 3), k + 4).some(({ op }) => op !== "="));
  return diff.flatMap((line, k) => {
    if (near[k]) return [line];
    return near[k - 1] || k === 0 ? [{ op: "=", text: `… ${count(length(near, k), "line")} the same …` }] : [];
  });
}

const length = (near, from) => {
  const end = near.indexOf(true, from);
  return (end < 0 ? near.length : end) - from;
};
