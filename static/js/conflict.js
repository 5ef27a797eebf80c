/**
 * Two texts for one box: the person's own stays in the box, the other stands below it with the ways out. Taking the
 * other one, or both joined, puts the own text below in turn, with a way back: nothing of either goes away by a click.
 * Each way out is a save that names the conflict, so that the server counts it as decided.
 */
import { make } from "./make.js";
import { say, word } from "./status.js";

/** @typedef {import("./save-form.js").SaveForm} SaveForm */

/**
 * @param {SaveForm} form
 * @param {import("./net.js").Conflict} there
 */
export function open(form, there) {
  const stale = form.version; // kept on the device until the person chose, so that a reload asks again
  const saving = /** @type {import("./saving.js").Saving} */ (form.saving);

  /** @param {string} text that shall stand here */
  const decide = (text) => {
    saving.decide(there);
    form.value = text;
    saving.save();
  };

  const keepMine = () => {
    panel.remove();
    decide(form.value);
    form.field?.focus();
  };

  /** @param {string} text @param {string} told */
  const take = (text, told) => {
    const mine = form.value;
    decide(text);
    fill(word("mine"), mine, [["undo", () => undo(mine)]]);
    say(word(told), "saved");
    panel.querySelector("button")?.focus();
  };

  /** @param {string} mine */
  const undo = (mine) => {
    there = { kind: "conflict", version: Number(form.version), body: form.value };
    form.value = mine;
    saving.reopen(there, stale);
    ask();
    panel.querySelector("button")?.focus();
  };

  const ask = () => {
    /** @type {[string, () => void][]} */
    const ways = [["keep_mine", keepMine], ["take_theirs", () => take(there.body, "taken")]];
    const both = there.joined;
    if (both && both !== there.body && both !== form.value) ways.push(["join", () => take(both, "joined")]);
    fill(word("theirs"), there.body, ways);
  };

  /**
   * @param {string} label
   * @param {string} text
   * @param {[string, () => void][]} choices
   */
  const fill = (label, text, choices) => {
    const buttons = choices.map(([name, act], index) => {
      const button = make("button", index ? "button quiet" : "button", word(name));
      button.setAttribute("type", "button");
      button.addEventListener("click", act);
      return button;
    });
    const actions = make("div", "actions"), notes = make("div", "notes", text || word("empty_text"));
    notes.dir = "auto";
    actions.append(...buttons);
    panel.replaceChildren(make("p", "conflict-label", label), notes, actions);
  };

  form.querySelector(".conflict")?.remove();
  const panel = make("div", "conflict");
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", word("two_texts"));
  ask();
  form.append(panel);
}
