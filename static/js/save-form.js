/**
 * <save-form>: saves the form inside it while the person writes or ticks, and says at its edge what became of it.
 * The form works without it. It holds one text (a textarea, with its hidden `version`) or one choice (a checkbox, or
 * radios); this module knows the markup, saving.js what must happen in which order.
 */
import { show, unshow } from "./changes.js";
import { Saving } from "./saving.js";
import { report, word } from "./status.js";

/** @typedef {import("./status.js").State} State */

const SLOW = 800; // milliseconds until "saving" is worth a word

export class SaveForm extends HTMLElement {
  /** Those on the page. @type {Set<SaveForm>} */
  static all = new Set();
  #slow = 0;

  connectedCallback() {
    SaveForm.all.add(this);
    const form = this.querySelector("form");
    if (this.saving) show(this.name, this.saving); // it was moved
    if (this.form || !form) return;
    this.field = form.querySelector("textarea");
    this.choices = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input:is([type=checkbox], [type=radio])")]);
    if (!this.field && !this.choices.length) return; // nothing of ours: the browser sends it
    this.form = form;
    form.autocomplete = "off"; // a text that the browser puts back would stand beside another version
    this.versionField = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=version]"));
    if (this.field) this.field.placeholder = /** @type {HTMLElement | null} */ (form.closest("[data-placeholder]"))?.dataset.placeholder ?? "";
    this.line = form.querySelector(".state") ?? form.appendChild(document.createElement("p"));
    this.line.className = "state";
    this.saving = new Saving(this, this.rendered);
    this.#listen(form);
    if (this.saving.dirty) this.saving.changed(); // typed before this script came
    show(this.name, this.saving);
  }

  disconnectedCallback() {
    SaveForm.all.delete(this);
    if (this.saving) unshow(this.name, this.saving);
  }

  get address() { return this.form?.getAttribute("action") ?? ""; }

  /** Names this form's changes on the device. */
  get name() { return `${this.address}#${(this.field ?? this.choices?.[0])?.name}`; }

  /** The text, or the state chosen; "" is an empty box of either kind. */
  get value() { return this.field ? this.field.value : this.choices?.find((choice) => choice.checked)?.value ?? ""; }

  set value(value) {
    if (!this.field) for (const choice of this.choices ?? []) choice.checked = choice.value === value;
    else {
      this.field.value = value;
      this.field.dispatchEvent(new Event("refit", { bubbles: true }));
    }
  }

  /** What the page came with. */
  get rendered() { return this.field ? this.field.defaultValue : this.choices?.find((choice) => choice.defaultChecked)?.value ?? ""; }

  /** The version the text was written upon; "" for what has none. */
  get version() { return this.versionField?.value ?? ""; }

  set version(version) { if (this.versionField) this.versionField.value = version; }

  /** What is sent; the token is the sender's. @returns {Record<string, string>} */
  get fields() {
    const { csrf_token: _token, ...fields } = Object.fromEntries(new FormData(this.form));
    return /** @type {Record<string, string>} */ (fields);
  }

  /** What a person calls it. */
  get label() {
    const named = document.getElementById(this.field?.getAttribute("aria-labelledby") ?? "");
    return (named ?? this.querySelector("legend, label"))?.textContent?.trim() ?? "";
  }

  /** What the choice made is called; a text speaks for itself. */
  get told() {
    if (this.field) return undefined;
    const [choice] = this.choices?.filter(({ checked, type }) => checked || type === "checkbox") ?? [];
    if (choice?.type === "checkbox") return word(choice.checked ? "ticked" : "unticked");
    return choice?.closest("label")?.textContent?.trim() ?? "";
  }

  /** Takes several keystrokes to make, so it waits for a pause. */
  get isText() { return Boolean(this.field); }

  /** Whether somebody stands in its box. */
  get inUse() { return Boolean(this.field) && document.activeElement === this.field; }

  /** @param {HTMLFormElement} form */
  #listen(form) {
    const saving = /** @type {Saving} */ (this.saving);
    form.addEventListener("input", () => saving.changed());
    form.addEventListener("compositionstart", () => { saving.composing = true; });
    form.addEventListener("compositionend", () => { saving.composing = false; saving.changed(); });
    form.addEventListener("focusout", () => {
      if (document.activeElement !== this.field) saving.composing = false; // a window may be left in mid-word, a box not
      saving.left();
    });
    form.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.parentElement !== form) return;
      event.preventDefault();
      saving.save();
    });
  }

  /**
   * @param {State} state
   * @param {string} [sentence] at the form's edge; the page's word for the state where none is given
   */
  show(state, sentence = state === "idle" ? "" : word(state)) {
    if (this.form) this.form.dataset.state = state;
    clearTimeout(this.#slow);
    const write = () => { if (this.line) this.line.textContent = sentence; };
    if (state === "saving") this.#slow = setTimeout(write, SLOW);
    else write();
    report(this, state, sentence);
  }

  /** Two texts: both are shown, the person's own still in its box. @param {import("./net.js").Conflict} there */
  async meet(there) {
    this.show("conflict");
    try {
      (await import("./conflict.js")).open(this, there);
    } catch {
      this.show("conflict", word("conflict_reload")); // the draft brings both back
    }
  }
}

customElements.define("save-form", SaveForm);
