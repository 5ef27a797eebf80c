/**
 * <forget-device>: the way to leave nothing on this device. What is not sent yet would be lost: it is named, and asked for
 * once more.
 */
import { all, forgetAll } from "./changes.js";
import { clear } from "./device.js";
import { forgetPages } from "./offline.js";
import { tell } from "./pages.js";
import { say, word } from "./status.js";

class ForgetDevice extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      if (all().length && !target.dataset.sure) this.#ask(target);
      else this.#forget(target);
    });
  }

  /** @param {HTMLButtonElement} button */
  #ask(button) {
    button.dataset.sure = "yes";
    button.textContent = word("forget_all");
    say(word("only_here", { count: String(all().length) }), "refused");
  }

  /** @param {HTMLButtonElement} button */
  async #forget(button) {
    button.disabled = true;
    forgetAll();
    tell("forgotten");
    await clear();
    await forgetPages();
    say(word("forgotten"), "saved");
  }
}

customElements.define("forget-device", ForgetDevice);
