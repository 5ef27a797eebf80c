/**
 * Saving one form: what happens in which order. A text is on the device before it is on its way, so that no end of a
 * page or of a network takes a word. What is typed while a request is under way follows with the new version.
 */
import { find, hold, keyOf, plain, release, said } from "./changes.js";
import { keeps } from "./device.js";
import { flush } from "./outbox.js";
import { timeOf, word } from "./status.js";

/** @typedef {import("./device.js").Entry} Entry */
/** @typedef {import("./net.js").Conflict} Conflict */

const PAUSE = 600; // milliseconds without a keystroke until a text is sent
const KEEP = 200; // … at most from a keystroke until it is on the device, however fast the next one comes

export class Saving {
  /** While an input method is in mid-word. */ composing = false;
  /** @type {Conflict | null} the other text, while the person has not chosen */ conflict = null;
  /** The server's name for the conflict that the next save decides. */ decides = "";
  /** @type {[string, number | undefined] | null} what another page saved, while the box is in use here */ #news = null;
  /** When something was last changed here. */ touched = 0;
  #last = /** @type {[import("./status.js").State, string]} */ (["idle", ""]);
  #pause = 0; #keeping = 0;

  /** @param {import("./save-form.js").SaveForm} form @param {string} acknowledged what the server holds */
  constructor(form, acknowledged) {
    this.form = form;
    this.acknowledged = acknowledged;
    this.key = keyOf(form.name);
  }

  get dirty() { return this.form.value !== this.acknowledged || Boolean(this.decides || find(this.key)?.sent.length); }

  /** Whether leaving now would lose something: changed, and the device takes nothing. */
  get atRisk() { return this.dirty && !keeps(); }

  /** The person changed something: says so at once, and saves when they pause. */
  changed() {
    this.touched = performance.now();
    if (!this.conflict) this.form.show("editing");
    clearTimeout(this.#pause);
    if (this.composing) return;
    if (!this.form.isText) { this.save(); return; }
    this.#keeping ||= setTimeout(() => this.keep(), KEEP);
    this.#pause = setTimeout(() => this.save(), PAUSE);
  }

  /** Writes to the device what is not acknowledged. @param {Entry["state"]} [state] */
  keep(state = this.conflict ? "conflict" : "draft") {
    clearTimeout(this.#keeping);
    this.#keeping = 0;
    if (!this.dirty) { release(this.key); return; }
    const held = find(this.key);
    if (held && state === "draft" && said(held) === this.form.value) return; // keeps its place in the order
    const { name, address, fields, label, told } = this.form, field = name.slice(address.length + 1);
    const decides = this.decides || this.conflict?.conflict;
    hold({ key: this.key, name, address, field, fields: decides ? { ...fields, conflict: decides } : fields, state, label, told });
  }

  /** Sends what is not acknowledged, unless a word is half written or a conflict is open. */
  save() {
    if (this.composing || this.conflict) return;
    clearTimeout(this.#pause);
    if (!this.dirty) { this.keep(); this.form.show(...this.#last); return; }
    const held = find(this.key);
    if (held?.state !== "ready" || said(held) !== this.form.value) {
      this.keep("ready");
      this.form.show("saving");
    }
    flush();
  }

  /** From here on the server holds this text under this version. @param {string} text @param {number} [version] */
  acknowledge(text, version) {
    this.acknowledged = text;
    if (version !== undefined) this.form.version = String(version);
  }

  /** @param {Entry} sent @param {import("./net.js").Saved} outcome */
  saved(sent, { at, version }) {
    this.acknowledge(said(sent), version);
    this.decides = "";
    this.#last = ["saved", word("saved", { time: timeOf(at || new Date().toISOString()) })];
    if (this.dirty) this.changed();
    else this.form.show(...this.#last);
    this.form.dispatchEvent(new Event("saved", { bubbles: true }));
  }

  /** @param {Entry} _entry @param {Conflict} there */
  meet(_entry, there) {
    this.conflict = there;
    this.decides = "";
    this.form.meet(there);
  }

  /** The person chose: what is saved next decides. @param {Conflict} there */
  decide(there) {
    this.conflict = null;
    this.decides = there.conflict ?? "";
    this.acknowledge(there.body, there.version);
  }

  /** The person takes the decision back. @param {Conflict} there @param {string} version that the own text was written upon */
  reopen(there, version) {
    this.conflict = there;
    this.form.version = version;
    this.keep();
    this.form.show("conflict");
  }

  /** @param {string} error the server's sentence, where it has one */
  away(error) {
    if (find(this.key)?.state !== "ready") return; // typed on meanwhile
    const kept = keeps();
    this.form.show(kept ? "kept" : "refused", `${word(kept ? "kept" : "not_kept")} ${error}`.trim());
  }

  /** @param {string} error */
  refused(error) { if (find(this.key)?.state === "refused") this.form.show("refused", error); }

  /** Another page saved this: it comes into the box, unless the box is in use. @param {string} text @param {number} [version] */
  news(text, version) {
    this.#news = [text, version];
    if (!this.form.inUse) this.#hear();
  }

  /** The person went on to something else. */
  left() {
    if (this.dirty) this.save();
    else this.#hear();
  }

  #hear() {
    if (!this.#news || this.dirty || this.conflict) return;
    const [text, version] = this.#news;
    this.#news = null;
    if (version !== undefined && version < Number(this.form.version)) return;
    if (this.form.value !== text) this.form.value = text;
    this.acknowledge(text, version);
  }

  /** @param {Conflict} there what stands after a conflict was decided on another page */
  decided(there) {
    this.form.value = there.body;
    this.acknowledge(there.body, there.version);
    this.decides = "";
    this.form.show("saved", word("decided"));
  }

  /** The person does not want what is here: the box says what the server holds. */
  letGo() {
    this.form.value = this.acknowledged;
    this.decides = "";
    this.form.show("idle");
  }

  /** Puts back what a page that ended could not save, with the version it was written upon. @param {Entry} left */
  takeOver(left) {
    if (this.dirty) return;
    if (plain(said(left)) === plain(this.form.value)) { release(left.key); return; }
    this.key = left.key;
    this.decides = left.fields.conflict ?? "";
    this.form.value = said(left);
    this.form.version = left.fields.version ?? "";
    if (left.state === "refused") this.form.show("refused", left.error);
    else this.form.show("saving");
  }
}
