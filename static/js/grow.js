/** Boxes grow with their text where the browser does not do it by itself (`field-sizing`). */

/** @param {HTMLTextAreaElement} field */
function fit(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

/** @param {Event} event */
const fitOne = ({ target }) => { if (target instanceof HTMLTextAreaElement) fit(target); };
const fitAll = () => document.querySelectorAll("textarea").forEach(fit);

document.addEventListener("input", fitOne);
document.addEventListener("refit", fitOne);
addEventListener("resize", fitAll);
addEventListener("beforeprint", fitAll);
fitAll();
