/**
 * A new round is named here, so that its request can wait on the device and be repeated without making a second one.
 * Once the server has it, its page opens.
 */
import { hold, keyOf, release, show } from "./changes.js";
import { flush } from "./outbox.js";
import { say, word } from "./status.js";

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches(".add-round form")) return;
  event.preventDefault();
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const { csrf_token: _token, ...fields } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form, button)));
  add(form, { ...fields, id: uuid() }, fields.name || button?.textContent?.trim() || "");
});

/** @param {HTMLFormElement} form @param {Record<string, string>} fields @param {string} called */
function add(form, fields, called) {
  const address = /** @type {string} */ (form.getAttribute("action")), name = `${address}#${fields.id}`, key = keyOf(name);
  show(name, {
    takeOver() {},
    meet() {},
    saved: (_sent, { url }) => { if (url) location.assign(url); },
    away: () => say(word("kept"), "kept"),
    refused: (error) => { release(key); say(error, "refused"); }, // what was filled in still stands in the form
  });
  hold({ key, name, address, field: "kind", fields, state: "ready", label: word("new_round"), told: called });
  flush();
}

/** A version 4 UUID; crypto.randomUUID is not there on plain http. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
