/**
 * <outcome-buttons>: what became of a question, by one tap. It goes into the queue of changes and is shown at once. Without
 * it the buttons send the form of the box.
 */
import { hold, keyOf, said, show, unshow } from "./changes.js";
import { flush } from "./outbox.js";
import { report, word } from "./status.js";

class OutcomeButtons extends HTMLElement {
  connectedCallback() {
    const [first] = this.buttons;
    if (!first) return;
    this.address = first.getAttribute("formaction") ?? "";
    this.name = `${this.address}#outcome`;
    this.former = this.pressed;
    // The box keeps the focus, and a phone its keyboard, while a thumb is on a button.
    this.addEventListener("mousedown", (event) => event.preventDefault());
    this.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (!button) return;
      event.preventDefault();
      if (event.detail < 2) this.say(button.value); // the second tap of a double one would fall on the next question
    });
    show(this.name, this);
  }

  disconnectedCallback() { unshow(this.name ?? "", this); }

  get buttons() { return /** @type {HTMLButtonElement[]} */ ([...this.querySelectorAll("button[name=outcome]")]); }

  /** What became of it; "" for nothing yet. */
  get pressed() { return this.buttons.find(({ ariaPressed }) => ariaPressed === "true")?.value ?? ""; }

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
    this.dataset.state = state;
    report(this, state, sentence);
  }

  /** What a page that ended could not send. @param {import("./device.js").Entry} entry */
  takeOver(entry) { this.#press(said(entry)); }

  /** @param {import("./device.js").Entry} entry */
  saved(entry) {
    this.former = said(entry);
    this.#tell("idle");
  }

  meet() {}

  away() { this.#tell("kept", word("kept")); }

  /** @param {string} error */
  refused(error) { this.#tell("refused", error); }

  /** The person does not want it any more. */
  letGo() {
    this.#press(this.former ?? "");
    this.#tell("idle");
  }

  /** Another page said so. @param {string} outcome */
  news(outcome) { this.#press(outcome); }
}

customElements.define("outcome-buttons", OutcomeButtons);
