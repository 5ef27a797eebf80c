/**
 * <outcome-buttons>: what became of a question, by one tap. It goes into the queue of changes and is shown at once; the form
 * inside works without it.
 */
import { hold, keyOf, said, show, unshow } from "./changes.js";
import { flush } from "./outbox.js";
import { report, word } from "./status.js";

class OutcomeButtons extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.form = form;
    this.address = form.getAttribute("action") ?? "";
    this.name = `${this.address}#outcome`;
    // The box keeps the focus, and a phone its keyboard, while a thumb is on a button.
    form.addEventListener("mousedown", (event) => event.preventDefault());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.say(/** @type {HTMLButtonElement | null} */ (event.submitter)?.value ?? "");
    });
    show(this.name, this);
  }

  disconnectedCallback() { unshow(this.name ?? "", this); }

  get buttons() { return /** @type {HTMLButtonElement[]} */ ([...this.querySelectorAll("button[name=outcome]")]); }

  /** @param {string} outcome */
  say(outcome) {
    const button = this.buttons.find(({ value }) => value === outcome);
    if (!button || !this.name) return;
    this.#press(outcome);
    const label = this.closest("section")?.querySelector("h2")?.textContent?.trim() ?? "";
    hold({ key: keyOf(this.name), name: this.name, address: this.address ?? "", field: "outcome", fields: { outcome }, state: "ready", label, told: button.textContent?.trim() });
    this.#tell("saving");
    flush();
    this.dispatchEvent(new CustomEvent("outcome", { bubbles: true, detail: outcome }));
  }

  /** @param {string} outcome */
  #press(outcome) { for (const button of this.buttons) button.ariaPressed = String(button.value === outcome); }

  /** @param {import("./status.js").State} state @param {string} [sentence] */
  #tell(state, sentence = "") {
    if (this.form) this.form.dataset.state = state;
    report(this, state, sentence);
  }

  /** What a page that ended could not send. @param {import("./device.js").Entry} entry */
  takeOver(entry) { this.#press(said(entry)); }

  saved() { this.#tell("idle"); }

  meet() {}

  away() { this.#tell("kept", word("kept")); }

  /** @param {string} error */
  refused(error) { this.#tell("refused", error); }

  /** Another page said so. @param {string} outcome */
  news(outcome) { this.#press(outcome); }
}

customElements.define("outcome-buttons", OutcomeButtons);
