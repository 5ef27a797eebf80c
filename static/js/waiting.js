/**
 * <waiting-list>: what is on this device only, item by item, in the order it will be sent in. What the server refused
 * stays here with its text until the person tries again or lets it go; and that can be undone as long as the page is open.
 */
import { all, hold, ownerOf, put, release, said } from "./changes.js";
import { make } from "./make.js";
import { flush, isAway } from "./outbox.js";
import { report, word } from "./status.js";

/** @typedef {import("./device.js").Entry} Entry */

class WaitingList extends HTMLElement {
  /** @type {Map<string, Entry>} what was let go, while it can come back */
  #gone = new Map();
  #list = make("ol");
  #summary = make("summary");
  #told = make("span"); // always the same: a finger may be on it while the number changes

  connectedCallback() {
    const details = make("details", "waiting");
    this.#summary.append(this.#told);
    details.append(this.#summary, this.#list);
    this.append(details);
    document.addEventListener("changes", () => this.#draw());
    this.#draw();
  }

  #draw() {
    const stuck = all().filter((entry) => isStuck(entry));
    const shown = [...stuck, ...this.#gone.values()].sort((a, b) => a.seq - b.seq);
    const elsewhere = stuck.filter(({ name }) => !ownerOf(name)).length;
    report(this, elsewhere ? "kept" : "idle", word("left", { count: String(elsewhere) }));
    this.hidden = !shown.length;
    const drawn = JSON.stringify(shown.map((entry) => [entry, this.#gone.has(entry.key)]));
    if (this.dataset.drawn === drawn) return; // what has the focus keeps it
    this.dataset.drawn = drawn;
    const count = String(stuck.length), told = word("waiting", { count });
    this.#summary.setAttribute("aria-label", told); // a phone's bar has room for the number alone
    this.#summary.dataset.count = count;
    this.#told.textContent = told;
    this.#list.replaceChildren(...shown.map((entry) => this.#item(entry)));
  }

  /** @param {Entry} entry */
  #item(entry) {
    const item = make("li"), actions = make("div", "actions"), what = make("p", "what");
    const link = make("a", "", entry.label);
    link.setAttribute("href", entry.from);
    link.dir = "auto";
    what.append(link);
    const text = make("p", "notes", entry.told ?? (said(entry) || word("empty_text")));
    text.dir = "auto";
    const gone = this.#gone.has(entry.key);
    const state = gone ? word("discarded") : entry.state === "refused" ? entry.error : word(entry.state === "conflict" ? "conflict" : "waits");
    item.append(what, text, make("p", "note", state));
    if (gone) actions.append(button("undo", () => this.#bringBack(entry)));
    else if (entry.state === "refused") actions.append(button("try_again", () => { put(entry, { state: "ready" }); flush(); }));
    if (!gone) actions.append(button("discard", () => this.#letGo(entry)));
    item.append(actions);
    return item;
  }

  /** @param {Entry} entry */
  #letGo(entry) {
    this.#gone.set(entry.key, entry);
    release(entry.key);
    ownerOf(entry.name)?.letGo?.();
    this.querySelector("button")?.focus();
  }

  /** @param {Entry} entry */
  #bringBack(entry) {
    this.#gone.delete(entry.key);
    ownerOf(entry.name)?.takeOver(entry);
    hold({ ...entry, state: "ready" });
    flush();
    this.querySelector("button")?.focus();
  }
}

/** Waits for more than its turn, and nothing else on this page asks about it. @param {Entry} entry */
function isStuck({ state, name }) {
  return state === "refused" || (state === "ready" && isAway()) || (state === "conflict" && !ownerOf(name));
}

/** @param {string} name @param {() => void} act */
function button(name, act) {
  const made = make("button", "button quiet small", word(name));
  made.setAttribute("type", "button");
  made.addEventListener("click", act);
  return made;
}

customElements.define("waiting-list", WaitingList);
