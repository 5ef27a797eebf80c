/**
 * <drop-zone>: files dropped on the form inside it go into its file input, and the form is sent. Without this script,
 * or without a mouse, the input does the same.
 */
import "./upload.js"; // what is dropped is sent as what is chosen is

class DropZone extends HTMLElement {
  #depth = 0; // the pointer enters children before it leaves their parent

  connectedCallback() {
    this.addEventListener("dragenter", (event) => { if (carriesFiles(event)) this.#over(1); });
    this.addEventListener("dragleave", (event) => { if (carriesFiles(event)) this.#over(-1); });
    this.addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
    this.addEventListener("drop", (event) => this.#take(event));
  }

  /** @param {number} step */
  #over(step) {
    this.#depth = Math.max(0, this.#depth + step);
    this.toggleAttribute("data-over", this.#depth > 0);
  }

  /** @param {DragEvent} event */
  #take(event) {
    this.#over(-this.#depth);
    const input = /** @type {HTMLInputElement | null} */ (this.querySelector("input[type=file]"));
    if (!input || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.form?.requestSubmit();
  }
}

/** Text dragged into the form's own box is not ours. @param {DragEvent} event */
const carriesFiles = (event) => Boolean(event.dataTransfer?.types.includes("Files"));

customElements.define("drop-zone", DropZone);
