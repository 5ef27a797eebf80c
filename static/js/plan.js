/**
 * The ask plan: its forms without a page load, its rows by drag and by keys. What is picked, its order and its sum are the
 * server's to say: each change is sent, and the page that answers is put in place. Nothing is shown that is not kept.
 */
import { post } from "./edit.js";
import { say, word } from "./status.js";

const ROWS = ".plan > li, .offers > li";
let turn = Promise.resolve(); // one change after the other, each upon the page as the last one left it
/** @type {{row: HTMLElement, over: HTMLElement | null, below: boolean} | null} */
let drag = null;

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.closest("#main") || !form.matches(".plan form, .offers form, .plan-time")) return;
  event.preventDefault();
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const after = button && follow(button);
  send(form.action, new FormData(form, button), after);
});

document.addEventListener("change", ({ target }) => {
  const form = target instanceof HTMLInputElement && target.form;
  if (form && form.matches("[data-minutes]")) form.requestSubmit();
});

document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("[data-print]")) print();
});

document.addEventListener("keydown", (event) => {
  const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(ROWS));
  const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (event.key === "Escape") end(false);
  if (!row || !way || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  if (event.altKey) /** @type {HTMLElement | null} */ (row.querySelector(`[data-way=${way < 0 ? "up" : "down"}]`))?.click();
  else if (event.target instanceof HTMLInputElement) return; // there the arrows count
  else step(row, way);
  event.preventDefault();
});

/** The next row's button has the focus. @param {HTMLElement} row @param {number} by */
function step(row, by) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(ROWS)].filter((one) => one.checkVisibility()));
  rows[rows.indexOf(row) + by]?.querySelector("button[name=picked]")?.focus();
}

/**
 * Where the focus goes once a button has done its work: a row that moves keeps it, one that leaves its list gives it to
 * the next one there.
 * @param {HTMLButtonElement} button
 */
function follow(button) {
  const row = button.closest(ROWS), way = button.dataset.way;
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const id = button.name === "picked" ? next?.id : row?.id;
  return () => {
    const at = id ? document.getElementById(id) : null, same = way && at?.querySelector(`[data-way=${way}]:enabled`);
    /** @type {HTMLElement | null | undefined} */ (same ?? at?.querySelector("button[name=picked]"))?.focus();
  };
}

/** @param {string} address @param {FormData} fields @param {(() => void) | null} [after] */
function send(address, fields, after) {
  turn = turn.then(async () => {
    const refused = await post(address, fields);
    if (refused) say(refused.querySelector("main [role=alert], main h1")?.textContent?.trim() ?? "", "refused");
    after?.();
  }).catch(() => say(word("not_reached"), "refused"));
}

/** What a row is dragged by; a newer page comes without it. */
function grips() {
  for (const row of document.querySelectorAll(ROWS)) {
    if (row.querySelector(":scope > .grip")) continue;
    const grip = document.createElement("button");
    Object.assign(grip, { className: "grip", type: "button", tabIndex: -1, textContent: "⠿", ariaHidden: "true" });
    row.append(grip);
  }
}

document.addEventListener("pointerdown", (event) => {
  const grip = /** @type {Element} */ (event.target).closest(".grip"), row = /** @type {HTMLElement | null} */ (grip?.closest(ROWS));
  if (!row || event.button) return;
  event.preventDefault();
  drag = { row, over: null, below: true };
  row.classList.add("dragged");
});

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const target = document.elementFromPoint(event.clientX, event.clientY);
  const plan = target?.closest("#plan, .plan-sum") && document.querySelector(".plan"); // beside its rows: at its end
  const over = /** @type {HTMLElement | null} */ (target?.closest(".plan > li") ?? plan?.lastElementChild ?? plan ?? null);
  const box = over?.getBoundingClientRect();
  mark(over === drag.row ? null : over, !box || event.clientY > box.top + box.height / 2);
});

document.addEventListener("pointerup", () => end(true));
document.addEventListener("pointercancel", () => end(false));

/** @param {HTMLElement | null} over @param {boolean} below */
function mark(over, below) {
  if (!drag) return;
  drag.over?.classList.remove("drop-before", "drop-after", "drop-here");
  over?.classList.add(over.matches(".plan") ? "drop-here" : below ? "drop-after" : "drop-before");
  Object.assign(drag, { over, below });
}

/** @param {boolean} dropped */
function end(dropped) {
  if (!drag) return;
  const { row, over, below } = drag;
  mark(null, false);
  row.classList.remove("dragged");
  drag = null;
  const form = row.querySelector("form:has([name=picked])");
  if (!dropped || !over || !(form instanceof HTMLFormElement)) return;
  const fields = new FormData(form), before = below ? over : over.previousElementSibling;
  const behind = before === row ? row.previousElementSibling : before;
  fields.set("after", behind?.matches("li") ? behind.id.slice(2) : "");
  send(`${form.action}/place`, fields, null);
}

grips();
new MutationObserver(grips).observe(/** @type {HTMLElement} */ (document.getElementById("main")), { childList: true, subtree: true });
