/**
 * Dragging an item by its handle to another place of the sheet. It ends in the very form that the panel's buttons send,
 * so everything that can be dragged can be moved by keys too; the handle is for a mouse alone.
 */
import { post } from "./edit.js";
import { say } from "./status.js";

const ITEMS = ".question, .marks > li, .steps > li, .items > li, .pairs > li";
/** @type {{item: HTMLElement, over: HTMLElement | null, below: boolean} | null} */
let drag = null;

document.addEventListener("pointerover", ({ target }) => {
  const item = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest(ITEMS));
  if (!item || item.querySelector(":scope > .handle") || !uid(item)) return;
  const handle = document.createElement("button");
  handle.className = "handle";
  handle.type = "button";
  handle.tabIndex = -1;
  handle.setAttribute("aria-hidden", "true");
  handle.textContent = "⠿";
  item.append(handle);
});

document.addEventListener("pointerdown", (event) => {
  const handle = /** @type {HTMLElement} */ (event.target).closest(".handle");
  const item = /** @type {HTMLElement | null} */ (handle?.closest(ITEMS));
  if (!handle || !item || event.button) return;
  event.preventDefault();
  drag = { item, over: null, below: false };
  item.classList.add("dragged");
});

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  mark(null, false);
  const over = /** @type {HTMLElement | null} */ (document.elementFromPoint(event.clientX, event.clientY)?.closest(ITEMS));
  if (!over || over === drag.item || !uid(over)) return;
  const { top, height } = over.getBoundingClientRect();
  mark(over, event.clientY > top + height / 2);
});

document.addEventListener("pointerup", () => end(true));
document.addEventListener("pointercancel", () => end(false));
document.addEventListener("keydown", ({ key }) => { if (key === "Escape") end(false); });

/** @param {HTMLElement | null} over @param {boolean} below */
function mark(over, below) {
  if (!drag) return;
  drag.over?.classList.remove("drop-before", "drop-after");
  over?.classList.add(below ? "drop-after" : "drop-before");
  Object.assign(drag, { over, below });
}

/** @param {boolean} dropped */
function end(dropped) {
  if (!drag) return;
  const { item, over, below } = drag;
  mark(null, false);
  item.classList.remove("dragged");
  drag = null;
  if (dropped && over) move(item, over, below).catch(() => location.reload());
}

/** @param {HTMLElement} item @param {HTMLElement} over @param {boolean} below */
async function move(item, over, below) {
  const page = await (await fetch(`?edit=${uid(item)}`, { credentials: "same-origin" })).text();
  const form = /** @type {HTMLFormElement | null} */ (new DOMParser().parseFromString(page, "text/html").querySelector('.panel form[action$="/move"]'));
  if (!form) return;
  const fields = new FormData(form);
  const holder = above(over), section = over.closest("section.group");
  if (!holder && !section) return;
  fields.set("section", holder || !section ? "" : uid(section));
  fields.set("under", holder ? `${kind(holder)}/${uid(holder)}` : "");
  fields.set("after", below ? uid(over) : before(over, item));
  const refused = await post(/** @type {string} */ (form.getAttribute("action")), fields);
  if (refused) say(refused.querySelector("main h1")?.textContent ?? "", "refused");
}

/** The id of the item before this one among its like, "" where it is the first. @param {HTMLElement} over @param {HTMLElement} moved */
function before(over, moved) {
  const holder = above(over);
  const inside = /** @type {Element} */ (holder ?? over.closest("section.group")).querySelectorAll(ITEMS);
  const alike = [...inside].filter((item) => item !== moved && above(item) === holder);
  const found = alike[alike.indexOf(over) - 1];
  return found ? uid(found) : "";
}

/** The item that this one stands beneath. @param {Element} item */
const above = (item) => item.parentElement?.closest(ITEMS) ?? null;

/** What an address calls things like this one, as its own box says. @param {Element} item */
const kind = (item) => item.querySelector("form")?.getAttribute("action")?.split("/")[3] ?? "";

/** @param {Element} element */
const uid = (element) => element.querySelector(':scope > a[href^="?edit="]')?.getAttribute("href")?.slice(6) ?? "";
