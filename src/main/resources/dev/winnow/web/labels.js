// Labels: a hue for each, and always their name beside it.
import { el } from "./dom.js";
import { session } from "./session.js";

const SPANS = { text: [135, 190], about: [205, 285], noise: [305, 415] };
const NAMES = { text: "Text of the article", about: "About the article", noise: "Noise" };

function hue(key) {
  const label = session.state.labels.find((known) => known.key === key);
  if (!label) return 0;
  const peers = session.state.labels.filter((known) => known.group === label.group);
  const [from, to] = SPANS[label.group];
  return Math.round(from + ((to - from) * peers.indexOf(label)) / Math.max(1, peers.length - 1)) % 360;
}

/** Gives an element the colour of a label. */
export function tint(element, key) {
  element.style.setProperty("--hue", hue(key));
  return element;
}

export const chip = (key) => tint(el("span", { class: "chip" }, key ?? "no label"), key);

/** Options for a select, in their groups. */
export const labelOptions = () => Object.entries(NAMES).map(([group, name]) =>
  el("optgroup", { label: name }, session.state.labels.filter((label) => label.group === group).map((label) => el("option", { value: label.key }, label.key))));
