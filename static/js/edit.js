/**
 * Editing without leaving the page: the same links and forms as without this script, fetched and put in place.
 * Nothing here knows a kind of thing: what a panel holds, and what follows from it, the server's page says.
 */
import { sync } from "./sync.js";
import { say, word } from "./status.js";

const LINKS = 'a[href^="?edit"], a[href^="?add"], a[data-close]';
let turn = Promise.resolve(); // one after the other, so that what is added keeps its order

document.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest(LINKS));
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  next(() => visit(link.href));
});

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches(".panel form:not([data-leaves]), form.undo")) return; // those lead to another page
  event.preventDefault();
  submit(form, /** @type {HTMLButtonElement | null} */ (event.submitter));
});

// An input method's own Enter chooses a word: it is never ours.
document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const panel = target.closest?.(".panel");
  if (!panel || event.isComposing || event.keyCode === 229) return;
  if (event.key === "Enter" && target.matches("[data-enter]") && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    /** @type {HTMLTextAreaElement} */ (target).form?.requestSubmit();
  } else if (event.key === "Escape") {
    /** @type {HTMLElement | null} */ (panel.querySelector("[data-close]"))?.click();
  } else if (event.altKey && event.key in WAYS) {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (panel.querySelector(`[data-way=${WAYS[event.key]}]`))?.click();
  }
});

/** @type {Record<string, string>} */
const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" };

document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.dataset.lines) offer(target);
});

/** Several lines may become several things: said with their number, and chosen already. @param {HTMLTextAreaElement} field */
function offer(field) {
  const each = field.form?.querySelector(".each"), box = each?.querySelector("input");
  if (!each || !box) return;
  const count = field.value.split("\n").filter((line) => line.trim()).length;
  if (each.toggleAttribute("hidden", count < 2)) box.checked = false;
  else {
    if (each.querySelector("span")?.textContent !== lines(field, count)) box.checked = true;
    /** @type {HTMLElement} */ (each.querySelector("span")).textContent = lines(field, count);
  }
}

/** @param {HTMLTextAreaElement} field @param {number} count */
const lines = (field, count) => (field.dataset.lines ?? "").replace("{count}", String(count));

/** @param {() => Promise<void>} act */
function next(act) {
  turn = turn.then(act).catch(() => say(word("not_reached"), "refused"));
}

/** @param {string} address */
async function visit(address) {
  const response = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!response.ok) location.assign(address);
  else show(await response.text(), address);
}

/**
 * Sends a form of a panel. What is added leaves its box at once, so that the next can be typed while it is on its way;
 * it comes back where it was refused.
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} button
 */
function submit(form, button) {
  const box = /** @type {HTMLTextAreaElement | null} */ (form.matches(".add") ? form.querySelector("[data-lines]") : null);
  const fields = new FormData(form, button);
  if (box && !box.value.trim()) return;
  if (box) {
    form.reset();
    offer(box);
  }
  next(async () => {
    // Where it goes is told by the form as it is by now: behind what was added meanwhile.
    if (box) for (const { name, value } of form.querySelectorAll("input[type=hidden]")) fields.set(name, value);
    const problem = await post(form.action, fields, button?.dataset.way);
    if (!problem) return;
    if (box) box.value = [fields.get("text"), box.value].filter(Boolean).join("\n");
    tell(form, problem);
  });
}

/**
 * @param {string} address
 * @param {FormData} fields
 * @param {string} [way] the button to go on from
 * @returns {Promise<Document | null>} the page that refused it
 */
export async function post(address, fields, way) {
  const body = new URLSearchParams(/** @type {any} */ (fields));
  const response = await fetch(address, { method: "POST", body, headers: { Accept: "text/html" }, credentials: "same-origin" });
  const text = await response.text();
  if (!response.ok) return new DOMParser().parseFromString(text, "text/html");
  show(text, response.url, way);
  return null;
}

/** Puts a newer rendering of this page in place. @param {string} text @param {string} address @param {string} [way] */
function show(text, address, way) {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  for (const id of ["main", "outline"]) {
    const old = document.getElementById(id), newer = fresh.getElementById(id);
    if (old && newer) sync(old, newer);
  }
  history.replaceState(null, "", address);
  const field = document.querySelector("#new, #wording");
  if (field instanceof HTMLTextAreaElement && field.dataset.lines) offer(field);
  const button = way && document.querySelector(`.panel [data-way=${way}]`);
  const goal = button || field || document.querySelector(".undo button");
  /** @type {HTMLElement | null} */ (goal)?.focus();
  document.dispatchEvent(new Event("refit"));
}

/** Says beside a form why it was refused; of two texts, the other one too. @param {HTMLFormElement} form @param {Document} page */
function tell(form, page) {
  const sentence = page.querySelector("main [role=alert]")?.textContent ?? page.querySelector("main h1")?.textContent ?? "";
  const theirs = page.querySelector("main .notes")?.textContent ?? "";
  const version = /** @type {HTMLInputElement | null} */ (page.querySelector("main [name=version]"));
  const mine = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=version]"));
  if (version && mine && theirs) mine.value = version.value;
  const conflict = page.querySelector("main [name=conflict]");
  form.querySelector("[name=conflict]")?.remove();
  if (conflict) form.append(document.importNode(conflict)); // the next save decides it
  let line = form.querySelector(".problem");
  if (!line) {
    line = document.createElement("p");
    line.className = "problem";
    line.setAttribute("role", "alert");
    form.prepend(line);
  }
  line.textContent = theirs ? `${sentence} ${word("theirs")} ${theirs}` : sentence;
}

for (const field of /** @type {NodeListOf<HTMLTextAreaElement>} */ (document.querySelectorAll("[data-lines]"))) offer(field);
