/**
 * The import form says how far it is: it is sent from here, and shows a bar while its files go over and are read.
 * Whatever is answered but "it is in" is asked again the plain way, so that the page that says why is the server's own.
 */
import { say, word } from "./status.js";

const LIMIT = 10 * 1024 * 1024; // bytes, as the server has it

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[enctype="multipart/form-data"]'))) {
  form.addEventListener("submit", (event) => {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    const fields = new FormData(form, button);
    if (sizeOf(fields) > LIMIT) {
      event.preventDefault();
      say(word("too_large"), "refused");
    } else if (!button?.hasAttribute("formaction")) {
      event.preventDefault();
      send(form, button, fields);
    }
  });
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} button @param {FormData} fields */
function send(form, button, fields) {
  const bar = shown(form);
  const request = new XMLHttpRequest(); // fetch does not tell how much has gone over
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) => { bar.max = total; bar.value = loaded; });
  request.upload.addEventListener("load", () => { bar.removeAttribute("value"); tell(bar, "reading"); });
  request.addEventListener("error", () => { hide(form, bar); say(word("not_reached"), "refused"); });
  request.addEventListener("load", () => {
    if (request.status === 201 && request.response?.url) location.assign(request.response.url);
    else plainly(form, button);
  });
  request.send(fields);
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} button */
function plainly(form, button) {
  if (button?.name) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value });
    form.append(field);
  }
  form.submit(); // asks no listener
}

/** @param {HTMLFormElement} form @returns {HTMLProgressElement} */
function shown(form) {
  const bar = document.createElement("progress");
  const label = document.createElement("label");
  label.className = "sending";
  label.append(document.createElement("span"), bar);
  form.append(label);
  tell(bar, "sending");
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  label.scrollIntoView({ block: "nearest" });
  return bar;
}

/** @param {HTMLFormElement} form @param {HTMLProgressElement} bar */
function hide(form, bar) {
  bar.parentElement?.remove();
  for (const button of form.querySelectorAll("button")) button.disabled = false;
}

/** @param {HTMLProgressElement} bar @param {string} key */
function tell(bar, key) {
  if (bar.previousElementSibling) bar.previousElementSibling.textContent = word(key);
}

/** @param {FormData} fields */
function sizeOf(fields) {
  return [...fields.values()].reduce((sum, value) => sum + (value instanceof File ? value.size : value.length), 0);
}

// A page brought back by "Back" is as it was left: without its bar.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const bar of document.querySelectorAll(".sending progress")) hide(/** @type {HTMLFormElement} */ (bar.closest("form")), /** @type {HTMLProgressElement} */ (bar));
});
