/**
 * The matrix by keyboard: arrows go from cell to cell, space says the next state. What the lines and sums come to is the
 * server's to say: once the last tick is acknowledged, the page is brought up to date.
 */
import { all } from "./changes.js";
import { refresh } from "./elsewhere.js";

/** @type {Record<string, [number, number]>} rows and cells to go on by */
const WAYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
let ticked = false;

document.addEventListener("keydown", (event) => {
  const radio = event.target;
  if (!(radio instanceof HTMLInputElement) || !radio.matches(".matrix [type=radio]")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key in WAYS) go(radio, ...WAYS[event.key]);
  else if (event.key === " ") turn(radio);
  else return;
  event.preventDefault();
});

document.addEventListener("change", ({ target }) => {
  if (target instanceof Element && target.matches(".matrix [type=radio]")) ticked = true;
});

document.addEventListener("changes", () => {
  if (!ticked || all().length) return;
  ticked = false;
  refresh().catch(() => {}); // without a network the next pulse brings it
});

/** @param {HTMLInputElement} radio @param {number} down @param {number} along */
function go(radio, down, along) {
  const rows = [...document.querySelectorAll(".matrix > li")].map((row) => [...row.querySelectorAll(".cell")]);
  const row = rows.findIndex((cells) => cells.some((cell) => cell.contains(radio)));
  const place = rows[row].findIndex((cell) => cell.contains(radio));
  /** @type {HTMLElement | null | undefined} */ (rows[row + down]?.[place + along]?.querySelector("[type=radio]:checked"))?.focus();
}

/** @param {HTMLInputElement} radio */
function turn(radio) {
  const radios = /** @type {HTMLInputElement[]} */ ([...(radio.form?.querySelectorAll("[type=radio]") ?? [])]);
  const next = radios[(radios.findIndex(({ checked }) => checked) + 1) % radios.length];
  next.focus();
  next.click();
}
