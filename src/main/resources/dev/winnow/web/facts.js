// The panels beside the lines: the focused line, the metadata of the page, and ambiguous dates for the user to decide.
import { post } from "./api.js";
import { button, complain, count, el, fill, number, quote, say, share } from "./dom.js";
import { chip } from "./labels.js";
import { marked } from "./lines.js";
import { session } from "./session.js";
import { withSite } from "./site.js";

const PRESENCE = { none: "No article here.", doubtful: "Perhaps no article." };
const ORDERS = { dmy: "day, month, year", mdy: "month, day, year", ymd: "year, month, day" };

/** A rule's name; a link to its place in the editor where its pack is one of the folder. */
export function ruleLink(rule) {
  if (!rule) return el("span", { class: "quiet" }, "none");
  const [pack, id] = rule.split("/");
  const file = session.state.packs.find((known) => known.pack === pack)?.file;
  return file && id ? el("a", { href: `#rules/${encodeURIComponent(file)}/${encodeURIComponent(id)}` }, el("code", null, rule)) : el("code", null, rule);
}

export function lineFacts(line) {
  return [
    el("p", null, chip(line.label), line.kept ? " stays" : " goes", el("span", { class: "quiet" }, ` · line ${number(line.line)}`)),
    el("p", { class: "whole" }, el("span", { dir: "auto" }, marked(line, 10_000))),
    el("dl", { class: "facts" },
      el("dt", null, "Rule"), el("dd", null, ruleLink(line.rule)),
      line.why && [el("dt", null, "Reason"), el("dd", null, line.why)],
      line.shapes.length > 0 && [el("dt", null, "Shape"), el("dd", null, line.shapes.join(", "))],
      line.model && [el("dt", null, "Model"), el("dd", null, line.model)],
      line.stretches.length > 0 && [el("dt", null, "Inside"), el("dd", null, el("ul", { class: "plain-list" }, line.stretches.map((stretch) => el("li", null,
        chip(stretch.label), " ", quote(`“${line.text.slice(stretch.start, Math.min(stretch.end, stretch.start + 200))}”`),
        stretch.removed ? " goes: " : " stays: ", ruleLink(stretch.rule), stretch.why && `. ${stretch.why}`))))],
      line.near_misses.length > 0 && [el("dt", null, "Nearly matched"), el("dd", null, el("ul", { class: "plain-list" },
        line.near_misses.map(({ rule, guard }) => el("li", null, ruleLink(rule), `: ${guard}`))))]),
  ];
}

/** Summary of the page: kept text, pack of its site, warnings. */
export function pageFacts({ kept, total, removed, presence, site, site_misses, conflicts, warnings }) {
  const list = (name, texts, many) => texts.length > 0 && el("details", { class: "warning" },
    el("summary", null, count(texts.length, name, many)), el("ul", null, texts.map((text) => el("li", null, text))));
  return [
    el("p", null, el("b", null, share(kept)), ` of the text stays; ${number(removed)} of ${count(total, "line")} go. `,
      site ? ["Rules of ", el("code", null, site), "."] : "There is no pack for its site."),
    presence && presence !== "yes" && el("p", { class: "doubt" }, PRESENCE[presence] ?? presence),
    list("pack that nearly fits", site_misses, "packs that nearly fit"), list("conflict", conflicts), list("warning", warnings),
  ];
}

/** Metadata. Their evidence is highlighted on hover and focus. */
export function metadataPanel(list) {
  const body = el("div");
  const show = ({ metadata }) => fill(body, metadata.length === 0 ? el("p", { class: "quiet" }, "Nothing was found.") : el("ul", { id: "metadata", class: "plain-list" },
    metadata.map(({ field, values, evidence, lines, line }) => {
      const text = [el("b", null, field), values.map((value) => quote(value, { class: "quote value" })), el("small", null, evidence, lines.length === 0 && ", in the page’s head")];
      const light = () => list.light(lines);
      const dark = () => list.light();
      return el("li", null, lines.length === 0 ? el("div", { class: "fact" }, text) : button(text, () => list.go(lines[0], "center"), {
        class: "fact", "data-test": `field-${field}`, title: `Go to line ${line}`,
        onpointerenter: light, onfocus: light, onpointerleave: dark, onblur: dark,
      }));
    })));
  return { element: el("section", { class: "panel", "aria-labelledby": "metadata-title" }, el("h3", { id: "metadata-title" }, "Metadata"), body), show };
}

/** Ambiguous dates, with a button for each reading. `settled` is called after the draft has the order of dates. */
export function datesPanel(list, settled) {
  const element = el("section", { class: "panel", id: "undecided", "aria-labelledby": "dates-title" });
  const settle = async (explained, order) => {
    try {
      const { page, site } = explained.page;
      const answer = await withSite(page, () => post("settle", { draft: session.forSite(explained.site, site) ?? session.sent, page, order }));
      if (!answer) return;
      const { file, yaml } = answer;
      await session.put(file, yaml);
      say(`The draft of ${file} says: ${ORDERS[order]}.`);
      settled();
    } catch (error) {
      complain(error);
    }
  };
  const show = (explained) => {
    element.hidden = explained.undecided.length === 0;
    fill(element, el("h3", { id: "dates-title" }, "Undecided dates"), explained.undecided.map(({ field, raw, candidates, orders, lines }) => {
      const light = () => list.light(lines);
      const dark = () => list.light();
      return el("div", { onpointerenter: light, onpointerleave: dark, onfocusin: light, onfocusout: dark },
        el("p", null, el("b", null, field), " says ", quote(raw), ". How does this site write dates?"),
        el("div", { class: "buttons" }, candidates.map((day, k) => orders[k]
          ? button(`${ORDERS[orders[k]]}: ${day}`, () => settle(explained, orders[k]), { "data-test": `order-${orders[k]}` })
          : el("span", { class: "quiet" }, day))));
    }));
  };
  return { element, show };
}
