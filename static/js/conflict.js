/**
 * Two texts for one box: the person's own stays in the box, the other stands below it with two buttons. Taking the
 * other one puts the own text below in turn, with a way back: nothing of either goes away by a click.
 */
import { make } from "./make.js";
import { word } from "./status.js";

/** @typedef {import("./save-form.js").SaveForm} SaveForm */

/**
 * @param {SaveForm} form
 * @param {import("./net.js").Conflict} there
 */
export function open(form, there) {
  const saving = /** @type {import("./saving.js").Saving} */ (form.saving);
  const stale = form.version; // kept by the draft until the person chose, so that a reload asks again
  let mine = "";

  const keepMine = () => {
    panel.remove();
    saving.conflict = null;
    saving.acknowledge(there.body, there.version);
    saving.changed();
    saving.save();
    form.field?.focus();
  };

  const takeTheirs = () => {
    mine = form.value;
    saving.conflict = null;
    form.value = there.body;
    saving.acknowledge(there.body, there.version);
    form.show("saved", word("taken"));
    fill(word("mine"), mine, [[word("undo"), undo]]);
    panel.querySelector("button")?.focus();
  };

  const undo = () => {
    there = { kind: "conflict", version: Number(form.version), body: form.value };
    saving.conflict = there;
    form.value = mine;
    form.version = stale;
    saving.keep();
    form.show("conflict");
    ask();
    panel.querySelector("button")?.focus();
  };

  /**
   * @param {string} label
   * @param {string} text
   * @param {[string, () => void][]} choices
   */
  const fill = (label, text, choices) => {
    const buttons = choices.map(([name, act], index) => {
      const button = make("button", index ? "button quiet" : "button", name);
      button.setAttribute("type", "button");
      button.addEventListener("click", act);
      return button;
    });
    const actions = make("div", "actions");
    actions.append(...buttons);
    panel.replaceChildren(make("p", "conflict-label", label), make("div", "notes", text || word("empty_text")), actions);
  };

  const ask = () => fill(word("theirs"), there.body, [[word("keep_mine"), keepMine], [word("take_theirs"), takeTheirs]]);

  form.querySelector(".conflict")?.remove();
  const panel = make("div", "conflict");
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", word("two_texts"));
  ask();
  form.append(panel);
}
