/**
 * Saving one form: what happens in which order. One request is under way at a time; what is typed meanwhile follows
 * with the new version. A text is on the device before it is on its way, so that no end of a page or of a network
 * takes a word; and a text of our own whose acknowledgement got lost is known again, so that it is no conflict.
 */
import * as drafts from "./drafts.js";
import { later, send } from "./net.js";
import { timeOf, word } from "./status.js";

const PAUSE = 600; // milliseconds without a keystroke until a text is sent
const KEEP = 250; // … until it is on the device

/** Line ends, and blank lines at both ends, are the server's to choose. @param {string} text */
const plain = (text) => text.replace(/\r\n?/g, "\n").replace(/^(?:[^\S\n]*\n)+|\s+$/g, "");

export class Saving {
  /** While an input method is in mid-word. */ composing = false;
  /** @type {import("./net.js").Conflict | null} the other text, while the person has not chosen */ conflict = null;
  /** @type {Set<string>} texts sent whose fate is not known */ #sent = new Set();
  #last = /** @type {[import("./status.js").State, string]} */ (["idle", ""]);
  #busy = false; #failures = 0; #pause = 0; #keeping = 0;

  /** @param {import("./save-form.js").SaveForm} form @param {string} acknowledged what the server holds */
  constructor(form, acknowledged) {
    this.form = form;
    this.acknowledged = acknowledged;
  }

  get dirty() { return this.form.value !== this.acknowledged || this.#sent.size > 0; }

  /** Whether leaving now would lose something: changed, and the device takes nothing. */
  get atRisk() { return this.dirty && !this.keep(); }

  /** The person changed something: says so at once, and saves when they pause. */
  changed() {
    if (!this.conflict) this.form.show("editing");
    clearTimeout(this.#keeping);
    clearTimeout(this.#pause);
    if (this.composing) return;
    if (!this.form.isText) { this.save(); return; }
    this.#keeping = setTimeout(() => this.keep(), KEEP);
    this.#pause = setTimeout(() => this.save(), PAUSE);
  }

  /** Writes to the device what is not acknowledged. @returns {boolean} whether nothing is at risk */
  keep() {
    clearTimeout(this.#keeping);
    if (!this.dirty) { drafts.forget(this.form.name); return true; }
    const { name, value, version } = this.form;
    return drafts.keep(name, { body: value, version, at: Date.now(), sent: [...this.#sent].slice(-3) });
  }

  /** Sends what is not acknowledged, unless a word is half written, a request is under way or a conflict is open. */
  async save() {
    if (this.#busy || this.composing || this.conflict) return;
    clearTimeout(this.#pause);
    if (!this.dirty) { this.keep(); this.form.show(...this.#last); return; }
    const text = this.form.value;
    this.#busy = true;
    this.#sent.add(plain(text));
    this.keep();
    this.form.show("saving");
    const outcome = await send(this.form.address, this.form.fields);
    this.#busy = false;
    if (outcome.kind === "saved") this.#saved(outcome, text);
    else if (outcome.kind === "conflict") this.#meet(outcome);
    else if (outcome.kind === "away") this.#away(outcome.error);
    else { this.#sent.delete(plain(text)); this.keep(); this.form.show("refused", outcome.error); }
  }

  /** From here on the server holds this text under this version. @param {string} text @param {number} [version] */
  acknowledge(text, version) {
    this.acknowledged = text;
    this.#failures = 0;
    this.#sent.clear();
    if (version !== undefined) this.form.version = String(version);
    this.keep();
  }

  /** @param {import("./net.js").Saved} outcome @param {string} text */
  #saved({ at, version }, text) {
    this.acknowledge(text, version);
    this.#last = ["saved", word("saved", { time: timeOf(at) })];
    if (this.dirty) this.changed();
    else this.form.show(...this.#last);
  }

  /** @param {import("./net.js").Conflict} there */
  #meet(there) {
    if (this.#sent.has(plain(there.body))) { // our own, its acknowledgement was lost
      this.acknowledge(there.body, there.version);
      this.changed();
    } else {
      this.conflict = there;
      this.keep();
      this.form.meet(there);
    }
  }

  /** @param {string} error the server's sentence, where it has one */
  #away(error) {
    const kept = this.keep();
    this.form.show(kept ? "kept" : "refused", `${word(kept ? "kept" : "not_kept")} ${error}`.trim());
    later(this, this.#failures++, () => this.save());
  }

  /** Puts back what a page that ended could not save, with the version it was written upon. */
  async takeOver() {
    const left = await drafts.leftFor(this.form.name);
    if (!left || this.dirty) return;
    const { draft, drop } = left;
    if (plain(draft.body) === plain(this.form.value)) { drop(); return; }
    for (const text of draft.sent) this.#sent.add(text);
    this.form.value = draft.body;
    this.form.version = draft.version;
    this.form.show("editing");
    if (this.keep()) drop();
    this.save();
  }
}
