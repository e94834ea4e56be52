// Completions for a place in a rule file: keys and values of the schema, slots of templates. Parses only the YAML that rules use.

// The types of slots; the schema has no list of them.
const TYPES = {
  any: "any text", word: "one word", upper: "words in capitals", int: "a whole number", year: "a year", number: "a number", date: "a date", time: "a time of day",
  datetime: "a date, perhaps with a time", stamp: "a date with all that pages write beside it", monthday: "a day without a year", person: "one person",
  people: "one person or several", place: "a place", credit: "the credit of a picture", tags: "short items", url: "a web address", email: "an e-mail address",
};

/**
 * Choices for a place in a text: {from: where the typed part begins, typed, items: [{text: what to write, name, about}]}.
 *
 * @param lexicons names of word lists
 */
export function choices(schema, lexicons, text, offset) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  const none = { from: offset, typed: "", items: [] };
  const slot = /\{(?:(\w+):)?(@?[\w-]*)$/.exec(before);
  // In a text a brace opens a slot; elsewhere a map.
  if (slot && inText(before.slice(0, slot.index))) return pick(slots(schema, lexicons, slot[1]), slot[2], offset);
  if (quoted(before) || /(^|\s)#/.test(before)) return none;

  const flow = flowAt(before);
  const inFlow = flow.length > 0;
  const path = pathAt(text.slice(0, start).split("\n"), before, inFlow);
  const nodes = [...path, ...flow.flatMap((level) => level.steps)].reduce((found, step) => found.flatMap((node) => below(schema, node, step)), [top(schema, text)]);
  const typed = /[\w@.-]*$/.exec(before)[0];
  const head = before.slice(0, before.length - typed.length);
  if (inFlow ? /[{,]\s*$/.test(head) && flow.at(-1).map : /^\s*(- )*$/.test(head)) {
    const keys = nodes.flatMap((node) => keysOf(schema, node));
    if (keys.length > 0) return pick(keys, typed, offset);
  }
  if (/(:\s+|\[\s*|,\s*|- )$/.test(head)) return pick(nodes.flatMap((node) => valuesOf(schema, node)), typed, offset);
  return none;
}

function pick(items, typed, offset) {
  const seen = new Set();
  const fitting = items.filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()) && !seen.has(name) && seen.add(name));
  return { from: offset - typed.length, typed, items: fitting };
}

function slots(schema, lexicons, field) {
  const types = Object.entries(TYPES).map(([name, about]) => ({ name, text: `${name}}`, about: `type: ${about}` }));
  const words = lexicons.map((name) => ({ name: `@${name}`, text: `@${name}}`, about: "word list" }));
  if (field) return [...types, ...words];
  const fields = schema.$defs.field.enum.map((name) => ({ name, text: `${name}}`, about: "field: its text is metadata" }));
  return [...fields, ...types.filter(({ name }) => !schema.$defs.field.enum.includes(name)), ...words];
}

/** Whether the end of a part of a line stands in a text, with quotes or without. */
const inText = (line) => quoted(line) || /^\s*(- )*([\w.@-]+:\s+)?[^\s{["'#-]/.test(line.replace(/^(\s*(?:- )*[\w.@-]+:)\s*$/, ""));

/** Whether a quotation is open at the end of a part of a line. */
function quoted(line) {
  let open = null;
  for (let k = 0; k < line.length; k++) {
    if (open === '"' && line[k] === "\\") k++;
    else if (open) open = line[k] === open ? null : open;
    else if ((line[k] === '"' || line[k] === "'") && /(^|[\s[{,:])$/.test(line.slice(0, k))) open = line[k];
    else if (line[k] === "#" && /(^|\s)$/.test(line.slice(0, k))) return false;
  }
  return open !== null;
}

/** The flow maps and lists that are open at the end of a part of a line: [{map, steps: the way into them}]. */
function flowAt(before) {
  const open = [];
  const bare = before.replace(/"(\\.|[^"\\])*"|'[^']*'/g, (text) => "_".repeat(text.length));
  let word = "";
  let key = null;
  for (const sign of bare.replace(/^\s*(- )*([\w.-]+:\s)?/, (lead) => " ".repeat(lead.length))) {
    if (sign === "{" || sign === "[") {
      const steps = [...(key === null ? [] : [key]), ...(sign === "[" ? ["[]"] : [])];
      open.push({ map: sign === "{", steps, key: null });
      key = null;
      word = "";
    } else if (sign === "}" || sign === "]") {
      open.pop();
      key = null;
    } else if (sign === ":" && open.at(-1)?.map) {
      key = word.trim();
      word = "";
    } else if (sign === ",") {
      if (open.at(-1)?.map) key = null;
      word = "";
    } else word += sign;
  }
  if (key !== null && open.length > 0) open.push({ map: false, steps: [key] });
  return open;
}

/** The keys that lead to a place; '[]' is a step into a list. */
function pathAt(above, before, inFlow) {
  const line = /^(\s*)((?:- )*)([\w.@-]*:)?/.exec(before);
  const path = [];
  // After a key on the same line, the place is below that key.
  if (line[3] && (inFlow || /:\s/.test(before))) path.unshift(line[3].slice(0, -1));
  let column = line[1].length + line[2].length;
  let dashes = line[2].length / 2;
  for (let k = above.length; ; k--) {
    while (dashes-- > 0) {
      path.unshift("[]");
      column -= 2;
    }
    const list = path[0] === "[]";
    let parent = null;
    for (k--; k >= 0 && !parent; k--) {
      const found = /^(\s*)((?:- )*)([\w.@-]+):(\s|$)/.exec(above[k]);
      if (!found) continue;
      const at = found[1].length + found[2].length;
      if (at < column || (list && at === column && found[2] === "")) parent = { at, dashes: found[2].length / 2, key: found[3] };
      else if (at === column && found[2] !== "") parent = { at, dashes: found[2].length / 2, key: null };
    }
    if (!parent) return path;
    if (parent.key !== null) path.unshift(parent.key);
    column = parent.at;
    dashes = parent.dashes;
    k += 2;
  }
}

const top = (schema, text) => schema.$defs[/^lexicon:/m.test(text) ? "lexicon" : "pack"];

/** Returns a node of the schema and all nodes that it refers to. */
function all(schema, node, depth = 0) {
  if (!node || typeof node !== "object" || depth > 8) return [];
  const more = [node.$ref && schema.$defs[node.$ref.replace("#/$defs/", "")], ...(node.anyOf ?? []), node.then, node.else];
  return [node, ...more.flatMap((next) => all(schema, next, depth + 1))];
}

const below = (schema, node, step) => all(schema, node).flatMap((part) => {
  const next = step === "[]" ? part.items : part.properties?.[step] ?? part.additionalProperties;
  return next && typeof next === "object" ? [next] : [];
});

const keysOf = (schema, node) => all(schema, node).flatMap((part) => [
  ...Object.entries(part.properties ?? {}).map(([name, value]) => {
    const about = all(schema, value).map((found) => found.title).find(Boolean) ?? "";
    return { name, text: `${name}: `, about };
  }),
  ...all(schema, part.propertyNames).flatMap((names) => names.enum ?? []).map((name) => ({ name, text: `${name}: `, about: "" })),
]);

const valuesOf = (schema, node) => [...all(schema, node), ...all(schema, node).flatMap((part) => all(schema, part.items))].flatMap((part) => {
  if (part.enum) return part.enum.map((name) => ({ name: String(name), text: String(name), about: part.title ?? "" }));
  if ("const" in part) return [{ name: String(part.const), text: String(part.const), about: part.title ?? "" }];
  return part.type === "boolean" ? ["true", "false"].map((name) => ({ name, text: name, about: "" })) : [];
});
