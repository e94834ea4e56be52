// Learn rules from the pages of a site, rule by rule accepted or not. Addresses: #learn, #learn/SITE.
import { post } from "./api.js";
import { button, complain, count, el, fill, number, say, share } from "./dom.js";
import { chip } from "./labels.js";
import { session } from "./session.js";
import { setSite } from "./site.js";
import { work } from "./work.js";

export async function show(main, [site], signal) {
  const body = el("div", { id: "learnt" });
  const progress = el("div");
  const select = el("input", { id: "learn-site", list: "learn-sites", placeholder: "example.com", value: site ?? session.state.sites[0]?.site ?? "", onkeydown: (event) => event.key === "Enter" && run() });
  const run = async () => {
    fill(body);
    try {
      draw(await work(progress, `Learning from the pages of ${select.value}`, async (own) => (await post("learn", { site: select.value.trim() }, own)).job, signal));
    } catch {
      // The progress shows the error.
    }
  };

  const draw = (result) => {
    const boxes = result.rules.map((rule) => el("input", { type: "checkbox", checked: true, id: `learn-${rule.id}`, onchange: () => sum() }));
    const chosen = () => result.rules.filter((_, k) => boxes[k].checked);
    const summary = el("span", { class: "quiet", role: "status" });
    const sum = () => (summary.textContent = `${number(chosen().length)} of ${count(result.rules.length, "rule")} accepted.`);
    const make = async () => {
      try {
        const yamls = chosen().map((rule) => rule.yaml);
        // Pages without a URL count as pages of the site, see the text above; else the rules would not apply to them.
        await setSite(result.file.replace(/^.*\/|\.ya?ml$/g, ""), []);
        await session.put(result.file, result.header + (yamls.length > 0 ? `\nrules:\n${yamls.join("\n")}` : ""));
        say("These rules are the draft now.");
        location.hash = `#rules/${encodeURIComponent(result.file)}`;
      } catch (error) {
        complain(error);
      }
    };
    fill(body,
      el("p", null, `Learnt from ${count(result.pages, "page")}; ${number(result.held_back)} more were held back to test the rules.`),
      session.state.packs.some(({ file }) => file === result.file) && el("p", { class: "warning" }, "There is a pack for this site already; the draft will replace it when you save. You see the difference first."),
      result.left.length > 0 && el("details", { class: "warning" }, el("summary", null, `Left out: ${number(result.left.length)}`), el("ul", null, result.left.map((text) => el("li", null, text)))),
      el("div", { class: "bar" }, button("Make it the draft", make, { class: "primary", id: "make-draft" }), summary,
        button("Accept all", () => { boxes.forEach((box) => (box.checked = true)); sum(); }, { class: "plain" }), button("Accept none", () => { boxes.forEach((box) => (box.checked = false)); sum(); }, { class: "plain" })),
      el("details", null, el("summary", null, "The pack’s head"), el("pre", { class: "code" }, result.header)),
      el("ul", { class: "cards" }, result.rules.map((rule, k) => el("li", { class: "card", "data-test": "learnt-rule" },
        el("label", { class: "title" }, boxes[k], el("b", null, rule.id), chip(rule.label)),
        rule.description && el("p", null, rule.description),
        el("p", { class: "quiet" }, Number.isFinite(rule.bound)
          ? `On the pages held back it takes ${count(rule.lines, "line")} on ${count(rule.pages, "page")}; ${number(rule.right)} are outside the article. Precision: at least ${share(rule.bound)}.`
          : "Not tested on other pages: there were too few."),
        el("details", null, el("summary", null, "The rule"), el("pre", { class: "code" }, rule.yaml))))));
    sum();
  };

  main.className = "learn-view";
  fill(main, el("h2", { tabindex: "-1" }, "Learn"),
    el("p", { class: "quiet" }, "What repeats from page to page of a site is its layout. Winnow proposes rules for it; you accept them one by one."),
    el("div", { class: "bar" }, el("label", { for: "learn-site" }, "Site"), select, button("Learn", run, { class: "primary", id: "learn-run" })),
    el("datalist", { id: "learn-sites" }, session.state.sites.map((one) => el("option", { value: one.site }, count(one.pages, "page")))),
    el("p", { class: "quiet" }, "Pages without a URL count as pages of this site."),
    progress, body);
  if (site) run();
}
