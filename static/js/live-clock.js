/**
 * <live-clock>: the time since a round began, and what is left of its minutes. *Start* works without a network too: the
 * instant goes into the queue of changes.
 */
import { hold, keyOf, show } from "./changes.js";
import { flush } from "./outbox.js";
import { say, word } from "./status.js";

const SECOND = 1000;

class LiveClock extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (this.dataset.since) this.#run(new Date(this.dataset.since));
    if (!form) return;
    const address = form.getAttribute("action") ?? "", name = `${address}#state`;
    show(name, {
      takeOver: (entry) => this.#run(new Date(entry.fields.started_at)),
      saved() {},
      meet() {},
      away: () => say(word("kept"), "kept"),
      refused: (error) => say(error, "refused"),
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const at = new Date(), told = this.querySelector("button")?.textContent?.trim();
      hold({ key: keyOf(name), name, address, field: "state", fields: { state: "live", started_at: at.toISOString() }, state: "ready", label: document.querySelector("h1")?.textContent?.trim() ?? "", told });
      this.#run(at);
      /** @type {HTMLElement | null} */ (document.querySelector(".asked-one:not([hidden]) textarea"))?.focus({ preventScroll: true });
      flush();
    });
  }

  disconnectedCallback() { clearInterval(this.ticking); }

  /** @param {Date} since */
  #run(since) {
    const time = document.createElement("time"), rest = document.createElement("small"), minutes = Number(this.dataset.minutes);
    time.dateTime = since.toISOString();
    const tick = () => {
      const gone = Math.max(0, Math.floor((Date.now() - since.getTime()) / SECOND));
      const left = Math.ceil(minutes - gone / 60);
      const sentence = left >= 0 ? word("minutes_left", { count: String(left) }) : word("minutes_over", { count: String(-left) });
      const parts = [Math.floor(gone / 3600), Math.floor(gone / 60) % 60, gone % 60].slice(gone < 3600 ? 1 : 0);
      time.textContent = parts.map((part, at) => String(part).padStart(at && 2, "0")).join(":");
      rest.textContent = minutes ? sentence : "";
    };
    clearInterval(this.ticking);
    this.ticking = setInterval(tick, SECOND);
    tick();
    this.replaceChildren(time, rest);
  }
}

customElements.define("live-clock", LiveClock);
