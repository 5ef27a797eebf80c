/**
 * Questions typed on the spot: each is named here, so that its request can wait on the device, and what is said of it with
 * it; and it stands on the page at once, behind the one that was asked.
 */
import { uuid } from "./add-round.js";
import { all, hold, keyOf, show } from "./changes.js";
import { flush } from "./outbox.js";
import { say, word } from "./status.js";

/**
 * @param {HTMLElement} live @param {HTMLElement} now the section of the question asked now
 * @param {string} address @param {string} text
 */
export function ask(live, now, address, text) {
  const id = uuid(), name = `${address}#${id}`;
  const fields = { id, text, section: now.dataset.section ?? "", after: now.id.slice(2), from: "live", round: live.dataset.round ?? "" };
  hold({ key: keyOf(name), name, address, field: "text", fields, state: "ready", label: word("new_question"), told: text });
  const added = add(live, name, fields);
  flush();
  return added;
}

/** Puts those onto the page that were asked in this round and are on the device only. @param {HTMLElement} live */
export function bringBack(live) {
  const here = all().filter(({ fields }) => fields.from === "live" && fields.id && fields.round === live.dataset.round);
  const missing = here.filter(({ fields }) => !document.getElementById(`q-${fields.id}`));
  return missing.flatMap(({ name, fields }) => add(live, name, fields) ?? []);
}

/** @param {HTMLElement} live @param {string} name @param {Record<string, string>} fields */
function add(live, name, { id, text, section, after }) {
  const empty = live.querySelector("template")?.content.querySelector("section");
  if (!empty) return undefined;
  const added = /** @type {HTMLElement} */ (document.importNode(empty, true));
  for (const element of [added, ...added.querySelectorAll("*")]) {
    for (const { name: attribute, value } of [...element.attributes]) element.setAttribute(attribute, value.replace("the-new-one", id));
  }
  added.dataset.section = section;
  const heading = added.querySelector("h2");
  if (heading) heading.textContent = text;
  show(name, { takeOver() {}, meet() {}, saved() {}, away: () => say(word("kept"), "kept"), refused: (error) => say(error, "refused") });
  const before = document.getElementById(`q-${after}`) ?? [...live.querySelectorAll(":scope > .asked-one")].at(-1);
  before?.after(added);
  return added;
}
