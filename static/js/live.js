/**
 * <live-round>: one question at a time, during the call. All are in the page, so the next is shown without asking anybody;
 * what is typed and tapped goes its usual way through the queue of changes. Nothing here asks, and nothing moves.
 */
import { hold, keyOf, show } from "./changes.js";
import { uuid } from "./add-round.js";
import "./live-clock.js";
import "./outcome-buttons.js";
import { flush } from "./outbox.js";
import { say, word } from "./status.js";

const OUTCOMES = ["answered", "evaded", "later"];

class LiveRound extends HTMLElement {
  connectedCallback() {
    const named = location.hash.startsWith("#q-") ? document.getElementById(location.hash.slice(1)) : null;
    this.addEventListener("outcome", () => this.step(1));
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    document.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    document.querySelector(".bar [href='#signals']")?.addEventListener("click", (event) => this.#signals(event));
    this.cover = /** @type {HTMLButtonElement | null} */ (this.querySelector("[data-cover]"));
    if (this.cover) this.cover.hidden = false;
    this.#open(this.all.includes(/** @type {HTMLElement} */ (named)) ? named : this.current);
  }

  get all() { return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(":scope > .asked-one")]); }

  get current() { return this.all.find(({ hidden }) => !hidden); }

  /** Goes on or back; at either end it stays. @param {number} by */
  step(by) {
    const all = this.all, now = this.current;
    if (now) this.#open(all[Math.max(0, Math.min(all.length - 1, all.indexOf(now) + by))]);
  }

  /** The next box has the focus before the last one goes: so a phone keeps its keyboard. @param {HTMLElement | null | undefined} section */
  #open(section) {
    if (!section) return;
    const before = this.current;
    section.hidden = false;
    section.querySelector("textarea")?.focus({ preventScroll: true });
    if (before && before !== section) before.hidden = true;
    history.replaceState(null, "", `#${section.id}`);
    this.#title();
  }

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target), way = /** @type {HTMLElement | null} */ (target.closest("[data-step]"));
    if (way) {
      event.preventDefault();
      this.step(Number(way.dataset.step));
    } else if (target.closest("[data-cover]")) this.#cover();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.keyCode === 229 || event.shiftKey) return;
    const command = event.ctrlKey || event.metaKey, alone = !command && !event.altKey;
    const digit = /^Digit([123])$/.exec(event.code)?.[1];
    if (alone && event.key === "Escape") this.#cover();
    else if (command && !event.altKey && event.key === "Enter") this.#say("answered");
    else if (event.altKey && !command && digit) this.#say(OUTCOMES[Number(digit) - 1]);
    else if (event.altKey && !command && event.key === "ArrowDown") this.step(1);
    else if (event.altKey && !command && event.key === "ArrowUp") this.step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} outcome */
  #say(outcome) { /** @type {any} */ (this.current?.querySelector("outcome-buttons"))?.say(outcome); }

  /** Everything but the question goes out of sight and keeps its place; the window's title too. */
  #cover() {
    const covered = document.documentElement.classList.toggle("covered");
    const button = this.cover;
    if (button) [button.textContent, button.dataset.back] = [button.dataset.back ?? "", button.textContent ?? ""];
    if (covered) this.title_ = document.title;
    else document.title = this.title_ ?? document.title;
    this.#title();
    this.current?.querySelector("textarea")?.focus({ preventScroll: true });
  }

  #title() {
    if (document.documentElement.classList.contains("covered")) document.title = this.current?.querySelector("h2")?.textContent?.trim() ?? "";
  }

  /** @param {Event} event */
  #signals(event) {
    const details = /** @type {HTMLDetailsElement | null} */ (this.querySelector("#signals"));
    event.preventDefault();
    if (!details) return;
    details.open = !details.open;
    if (details.open) details.scrollIntoView({ block: "nearest" });
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.matches(".ask-now form")) return;
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("text")), text = field.value.trim();
    if (text) this.#ask(form.getAttribute("action") ?? "", text);
    field.value = "";
    /** @type {HTMLDetailsElement} */ (form.parentElement).open = false;
  }

  /** A question typed on the spot: behind the one asked now, and it is asked now. @param {string} address @param {string} text */
  #ask(address, text) {
    const now = this.current, section = this.querySelector("template")?.content.querySelector("section");
    if (!now || !section) return;
    const id = uuid(), fields = { id, text, section: now.dataset.section ?? "", after: now.id.slice(2), from: "live", round: this.dataset.round ?? "" };
    const name = `${address}#${id}`, key = keyOf(name), added = /** @type {HTMLElement} */ (document.importNode(section, true));
    for (const element of [added, ...added.querySelectorAll("*")]) {
      for (const { name: attribute, value } of [...element.attributes]) element.setAttribute(attribute, value.replace("NEW", id));
    }
    added.dataset.section = fields.section;
    const heading = added.querySelector("h2");
    if (heading) heading.textContent = text;
    show(name, { takeOver() {}, meet() {}, saved() {}, away: () => say(word("kept"), "kept"), refused: (error) => say(error, "refused") });
    hold({ key, name, address, field: "text", fields, state: "ready", label: word("new_question"), told: text });
    now.after(added);
    this.#open(added);
    flush();
  }
}

customElements.define("live-round", LiveRound);
