// Asks for the site of a page if it is unknown: rules of a site must apply to the page.
import { post } from "./api.js";
import { button, dialog, el, say } from "./dom.js";
import { session } from "./session.js";

/** Does something that needs the site of the page. If the server asks for the site, asks the user and tries again. Null: cancelled. */
export async function withSite(page, action) {
  try {
    return await action();
  } catch (error) {
    if (!error.body?.needs_site) throw error;
    return (await ask(page, error.message, error.body.site)) ? action() : null;
  }
}

/** Sets the site of pages without a URL; without numbers, of all such pages. */
export async function setSite(site, pages) {
  const answer = await post("site", { site, pages });
  for (const [number, row] of [...session.looked]) {
    if (pages.includes(number) || (pages.length === 0 && row.site === null)) session.look(number, { ...row, site: answer.site });
  }
  await session.refresh();
}

/** `stated`: the site that the page names itself, if any. */
function ask(page, message, stated) {
  return new Promise((resolve) => {
    let told = false;
    const site = el("input", { id: "site-name", placeholder: "example.com", value: stated ?? "", required: true, list: "site-names", "aria-describedby": "site-problem" });
    const all = el("input", { type: "checkbox", id: "site-all" });
    const problem = el("p", { class: "problem", id: "site-problem", role: "alert" });
    const send = async () => {
      try {
        await setSite(site.value.trim(), all.checked ? [] : [page]);
        told = true;
        box.close();
      } catch (error) {
        problem.textContent = error.message;
        site.focus();
      }
    };
    const box = dialog("site-dialog", "Which site is this page of?",
      el("p", null, message),
      el("label", { class: "field" }, "The site’s domain", site),
      el("datalist", { id: "site-names" }, session.state.sites.map((known) => el("option", { value: known.site }))),
      problem,
      el("label", null, all, "All loaded pages without a URL are of this site"),
      el("div", { class: "buttons" }, button("Set the site", send, { class: "primary", id: "site-ok" }), button("Cancel", () => box.close())));
    site.addEventListener("keydown", (event) => event.key === "Enter" && send());
    box.addEventListener("close", () => {
      if (told) say("The site is set.");
      resolve(told);
    });
    site.select();
    site.focus();
  });
}
