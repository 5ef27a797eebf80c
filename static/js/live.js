/**
 * <live-round>: one question at a time, during the call. All are in the page, so the next is shown without asking anybody;
 * what is typed and tapped goes its usual way through the queue of changes. Nothing here asks, and nothing moves.
 */
import { ask, bringBack } from "./live-ask.js";
import "./live-clock.js";
import "./outcome-buttons.js";
import "./waiting.js";

const OUTCOMES = ["answered", "evaded", "later"];

class LiveRound extends HTMLElement {
  connectedCallback() {
    const named = location.hash.slice(1), wasCovered = history.state?.covered;
    this.addEventListener("outcome", () => this.#goOn());
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    document.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    document.querySelector(".bar [href='#signals']")?.addEventListener("click", (event) => this.#signals(event));
    this.cover = /** @type {HTMLButtonElement | null} */ (this.querySelector("[data-cover]"));
    if (this.cover) this.cover.hidden = false;
    const signals = /** @type {HTMLDetailsElement | null} */ (this.querySelector("#signals"));
    if (signals && matchMedia("(width >= 1100px)").matches) signals.open = true; // there they stand beside it
    this.#open(this.all.find(({ id }) => id === named) ?? this.current);
    document.addEventListener("adopted", () => this.#bringBack(named));
    this.#bringBack(named);
    if (wasCovered) this.#cover(); // the screen may be shared still
  }

  get all() { return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(":scope > .asked-one")]); }

  get current() { return this.all.find(({ hidden }) => !hidden); }

  /** Goes on or back; at either end it stays. @param {number} by */
  step(by) {
    const all = this.all, now = this.current;
    if (now) this.#open(all[Math.max(0, Math.min(all.length - 1, all.indexOf(now) + by))]);
  }

  /** After an outcome: as app/rounds/live.py says it. */
  #goOn() {
    const all = this.all, place = all.findIndex(({ hidden }) => !hidden), { left } = this;
    const open = all.filter((one) => !outcomeOf(one));
    const waiting = open.length ? open : all.filter((one) => outcomeOf(one) === "later");
    this.left = undefined;
    this.#open(left && open.includes(left) ? left : waiting.find((one) => all.indexOf(one) > place) ?? waiting[0] ?? all[place + 1]);
  }

  /** The next box has the focus before the last one goes: so a phone keeps its keyboard. @param {HTMLElement | null | undefined} section */
  #open(section) {
    if (!section) return;
    const before = this.current;
    section.hidden = false;
    section.querySelector("textarea")?.focus({ preventScroll: true });
    if (before && before !== section) before.hidden = true;
    this.#note();
  }

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target), way = /** @type {HTMLElement | null} */ (target.closest("[data-step]"));
    if (way) {
      event.preventDefault();
      this.step(Number(way.dataset.step));
    } else if (target.closest("[data-cover]")) this.#cover();
    else if (target.closest(".ask-now > summary")) {
      const details = /** @type {HTMLDetailsElement} */ (target.closest("details"));
      event.preventDefault();
      details.open = !details.open;
      if (details.open) /** @type {HTMLInputElement | null} */ (details.querySelector("[name=text]"))?.focus(); // the thumb is used once
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.keyCode === 229 || event.shiftKey) return;
    const command = event.ctrlKey || event.metaKey, alone = !command && !event.altKey;
    const digit = /^Digit([123])$/.exec(event.code)?.[1];
    /** @type {(() => void) | undefined} */
    let act;
    if (alone && event.key === "Escape") act = () => this.#cover();
    else if (command && !event.altKey && event.key === "Enter") act = () => this.#say("answered");
    else if (event.altKey && !command && digit) act = () => this.#say(OUTCOMES[Number(digit) - 1]);
    else if (event.altKey && !command && event.key === "ArrowDown") act = () => this.step(1);
    else if (event.altKey && !command && event.key === "ArrowUp") act = () => this.step(-1);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) act(); // a finger that rests on a key says it once
  }

  /** @param {string} outcome */
  #say(outcome) { /** @type {any} */ (this.current?.querySelector("outcome-buttons"))?.say(outcome); }

  /** Everything but the question goes out of sight and keeps its place; the window's title too. */
  #cover() {
    const covered = document.documentElement.classList.toggle("covered");
    const button = this.cover;
    if (button) [button.textContent, button.dataset.back] = [button.dataset.back ?? "", button.textContent ?? ""];
    if (covered) this.former = { title: document.title, top: scrollY };
    else document.title = this.former?.title ?? document.title;
    scrollTo({ top: covered ? 0 : this.former?.top, behavior: "instant" }); // the question may be out of sight by now
    this.#note();
    this.current?.querySelector("textarea")?.focus({ preventScroll: true });
  }

  /** A reload shows the same question, and no more than was shown. */
  #note() {
    const covered = document.documentElement.classList.contains("covered"), { current } = this;
    if (covered) document.title = current?.querySelector("h2")?.textContent?.trim() ?? "";
    history.replaceState({ covered }, "", current ? `#${current.id}` : null);
  }

  /** @param {Event} event */
  #signals(event) {
    const details = /** @type {HTMLDetailsElement | null} */ (this.querySelector("#signals"));
    event.preventDefault();
    if (!details) return;
    details.open = !details.open;
    if (details.open) details.scrollIntoView({ block: "nearest" });
    this.current?.scrollIntoView({ block: "nearest" }); // where there is not room for both, the question stays
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

  /** @param {string} address @param {string} text */
  #ask(address, text) {
    const now = this.current, added = now && ask(this, now, address, text);
    if (!added) return;
    this.left = now;
    this.#open(added);
  }

  /** What was asked on the spot and is not sent yet is here again, once the device has told. @param {string} named the one to show */
  #bringBack(named) {
    for (const added of bringBack(this)) if (added.id === named) this.#open(added);
  }
}

/** @param {HTMLElement} section */
const outcomeOf = (section) => /** @type {any} */ (section.querySelector("outcome-buttons"))?.pressed;

customElements.define("live-round", LiveRound);
