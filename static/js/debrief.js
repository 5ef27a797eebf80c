/**
 * The debrief: what a saved choice brings onto the page comes in at once; what is left to do is added, dated and deleted
 * without a page load. What is added waits on the device where there is no network, as all that saves itself does.
 */
import { uuid } from "./add-round.js";
import { hold, keyOf, show } from "./changes.js";
import "./copy-text.js";
import { post } from "./edit.js";
import { refresh } from "./elsewhere.js";
import { flush } from "./outbox.js";
import { say, word } from "./status.js";

const PAUSE = 600; // milliseconds: whoever types a year passes through others
let turn = Promise.resolve(); // one change after the other, each upon the page as the last one left it
let pause = 0;

/** The page as the server has it by now; where it is not reached, the next look brings it. */
const bringIn = () => { refresh().catch(() => {}); };

document.addEventListener("saved", ({ target }) => {
  if (target instanceof Element && target.matches("[data-opens]")) bringIn();
});

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches("[data-adds], [data-ends], .follow-ups .ways form")) return;
  event.preventDefault();
  if (form.matches("[data-adds]")) add(form);
  else if (form.matches("[data-ends]")) end(form);
  else change(form);
});

document.addEventListener("change", ({ target }) => {
  const form = target instanceof HTMLInputElement && target.form;
  if (!form || !form.matches("[data-day]")) return;
  clearTimeout(pause);
  pause = setTimeout(() => form.requestSubmit(), PAUSE);
});

/** It is named here, so that its request can be repeated. @param {HTMLFormElement} form */
function add(form) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("text")), told = field.value.trim(), id = uuid();
  if (!told) return;
  const address = form.getAttribute("action") ?? "";
  queue(`${address}#${id}`, { address, field: "text", fields: { ...fieldsOf(form), id }, label: field.ariaLabel ?? "", told }, bringIn);
  form.reset();
  field.focus();
}

/** @param {HTMLFormElement} form */
function end(form) {
  const address = form.getAttribute("action") ?? "", button = /** @type {HTMLButtonElement} */ (form.querySelector("[name=state]"));
  const fields = { state: button.value }, label = document.querySelector("h1")?.textContent?.trim() ?? "";
  const round = address.slice(0, address.lastIndexOf("/"));
  queue(`${address}#state`, { address, field: "state", fields, label, told: button.textContent?.trim() }, () => location.assign(round));
}

/**
 * @param {string} name
 * @param {{address: string, field: string, fields: Record<string, string>, label: string, told?: string}} change
 * @param {() => void} saved
 */
function queue(name, change, saved) {
  show(name, { takeOver() {}, meet() {}, saved, away: () => say(word("kept"), "kept"), refused: (error) => say(error, "refused") });
  hold({ key: keyOf(name), name, state: "ready", ...change });
  flush();
}

/** The rest is the server's to show: nothing stands there that is not kept. @param {HTMLFormElement} form */
function change(form) {
  turn = turn.then(async () => {
    const refused = await post(form.action, new FormData(form));
    if (!refused) return;
    form.reset();
    say(refused.querySelector("main [role=alert], main h1")?.textContent?.trim() ?? "", "refused");
  }).catch(() => {
    form.reset();
    say(word("not_reached"), "refused");
  });
}

/** What is sent; the token is the sender's. @param {HTMLFormElement} form */
function fieldsOf(form) {
  const { csrf_token: _token, ...fields } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
  return fields;
}
