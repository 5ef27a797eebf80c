/**
 * <copy-text>: a text to change and take along by its button. It is kept nowhere.
 */
import { say, word } from "./status.js";

class CopyText extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => { if (/** @type {Element} */ (event.target).closest("button")) this.#copy(); });
  }

  async #copy() {
    const field = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    try {
      await navigator.clipboard.writeText(field.value);
    } catch { // plain http has no clipboard: the older way asks for nothing
      field.select();
      if (!document.execCommand("copy")) return; // it is selected: the person's own key copies it
    }
    say(word("copied"), "saved");
  }
}

customElements.define("copy-text", CopyText);
