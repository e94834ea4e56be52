// The state of this tab: server state, drafts, viewed pages. Drafts are in sessionStorage, so that a reload
// loses nothing and every tab has its own. Changes fire the events 'state' and 'draft'.
import { get } from "./api.js";

// The key includes the token: another run of the server has other pages, perhaps another folder.
const STORE = `winnow ${location.pathname}`;

class Session extends EventTarget {
  state = { version: "", rules: null, fixtures: null, loading: true, pages: 0, failures: [], more_failures: 0, labels: [], packs: [], sites: [] };
  /** Pages looked at: number → row. */
  looked = new Map();
  /** The file that is open, or null. */
  file = null;
  /** file → {yaml, saved: what the disk holds (null: nothing), base: its digest}. */
  #drafts = new Map();

  constructor() {
    super();
    try {
      const kept = JSON.parse(sessionStorage.getItem(STORE) ?? "{}");
      this.#drafts = new Map(Object.entries(kept.drafts ?? {}));
      this.file = kept.file ?? null;
      this.looked = new Map(kept.looked ?? []);
    } catch {
      // Ignore stored data that cannot be parsed.
    }
  }

  /** Adds a page to the viewed pages, as the last one. */
  look(page, row) {
    this.looked.delete(page);
    this.looked.set(page, row);
    this.#keep();
  }

  async refresh() {
    this.state = await get("state");
    this.dispatchEvent(new Event("state"));
    return this.state;
  }

  draft(file = this.file) {
    const draft = this.#drafts.get(file);
    return draft ? { file, ...draft } : null;
  }

  unsaved(file = this.file) {
    const draft = this.#drafts.get(file);
    return draft !== undefined && draft.yaml !== draft.saved;
  }

  get unsavedFiles() {
    return [...this.#drafts.keys()].filter((file) => this.unsaved(file));
  }

  /** The draft for requests: the open one if it differs from the disk. */
  get sent() {
    return this.unsaved() ? { file: this.file, yaml: this.#drafts.get(this.file).yaml } : null;
  }

  /** The draft for the site of a page, if there is one; else null. */
  forSite(pack, site) {
    const file = this.state.packs.find((known) => known.site && known.pack === (pack ?? site))?.file ?? `sites/${site}.yaml`;
    return this.unsaved(file) ? { file, yaml: this.#drafts.get(file).yaml } : null;
  }

  /** Opens a file: its unsaved draft if there is one, else the file on disk. */
  async open(file) {
    if (!this.unsaved(file)) {
      const disk = await onDisk(file);
      if (disk.saved === null) throw new Error(`There is no rule file ${file}.`);
      this.#drafts.set(file, disk);
    }
    this.file = file;
    this.#changed();
  }

  /** Makes a text the draft of a file, and opens it. */
  async put(file, yaml) {
    const known = this.#drafts.get(file);
    const disk = known && this.unsaved(file) ? known : await onDisk(file);
    this.#drafts.set(file, { ...disk, yaml });
    this.file = file;
    this.#changed();
  }

  edit(yaml) {
    this.#drafts.get(this.file).yaml = yaml;
    this.#changed();
  }

  /** Records the text on disk; the draft keeps its `yaml` unless one is given. */
  disk(file, saved, base, yaml) {
    const draft = this.#drafts.get(file);
    this.#drafts.set(file, { yaml: yaml ?? draft?.yaml ?? saved ?? "", saved, base });
    this.#changed();
  }

  forget(file) {
    this.#drafts.delete(file);
    if (this.file === file) this.file = null;
    this.#changed();
  }

  #keep() {
    try {
      sessionStorage.setItem(STORE, JSON.stringify({ file: this.file, drafts: Object.fromEntries(this.#drafts), looked: [...this.looked].slice(-200) }));
    } catch {
      // Over the storage limit of the browser: the draft stays only in memory.
    }
  }

  #changed() {
    this.#keep();
    this.dispatchEvent(new Event("draft"));
  }
}

async function onDisk(file) {
  try {
    const { yaml, digest } = await get("pack", { file });
    return { yaml, saved: yaml, base: digest };
  } catch (error) {
    if (error.status === 404) return { yaml: "", saved: null, base: null };
    throw error;
  }
}

export const session = new Session();
