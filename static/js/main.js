/**
 * The one script a page names. It brings the elements in and does what belongs to the page rather than to a form:
 * keys, and the moment it is left.
 */
import "./outbox.js";
import { SaveForm } from "./save-form.js";

document.documentElement.classList.add("js");
document.querySelector(".bar .grow")?.after(document.createElement("waiting-list"));
import("./waiting.js");
import("./elsewhere.js");
import("./offline.js");
if (document.querySelector("forget-device")) import("./forget-device.js");
if (document.querySelector(".matrix")) import("./matrix.js");
if (document.querySelector("live-round")) import("./live.js");
if (document.querySelector(".plan")) import("./plan.js");
if (document.querySelector(".debriefing")) import("./debrief.js");
if (document.querySelector(".add-round")) import("./add-round.js");
if (!CSS.supports("field-sizing", "content")) import("./grow.js");
if (document.querySelector("drop-zone")) import("./drop-zone.js");
if (matchMedia("(width >= 1100px)").matches && document.querySelector(".outline")) import("./outline.js");
if (document.querySelector('#main a[href^="?edit"], .panel')) {
  import("./edit.js");
  if (matchMedia("(width >= 1100px) and (pointer: fine)").matches) import("./drag.js");
}

/** Forms that hold something the server has not acknowledged. */
const dirty = () => [...SaveForm.all].filter((form) => form.saving?.dirty);

/** First everything onto the device, then off to the server: the second may not be allowed to finish. */
function saveAll() {
  const forms = dirty();
  for (const form of forms) form.saving?.keep();
  for (const form of forms) form.saving?.save();
}

document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") saveAll(); });
addEventListener("pagehide", saveAll);

// Asked for only once something was written: the listener itself keeps some browsers from going back quickly.
addEventListener("input", () => addEventListener("beforeunload", (event) => {
  if (dirty().some((form) => form.saving?.atRisk)) event.preventDefault();
}), { once: true });

/** @param {HTMLTextAreaElement} field */
function nextAfter(field) {
  const fields = [...document.querySelectorAll("textarea.answer")];
  return /** @type {HTMLTextAreaElement | undefined} */ (fields[fields.indexOf(field) + 1]);
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
  if (event.key === "Enter" && field?.matches("textarea.answer")) {
    event.preventDefault();
    /** @type {SaveForm | null} */ (field.closest("save-form"))?.saving?.save();
    nextAfter(field)?.focus();
  } else if (event.key === "s" && SaveForm.all.size) {
    event.preventDefault();
    saveAll();
  }
});
