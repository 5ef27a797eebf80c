/**
 * Brings a part of the page to what a newer rendering of it says, and leaves alone what is alike: a box somebody types
 * in keeps its text, its focus and its draft, because the element itself stays, wherever it moves to.
 */

const THINGS = "li, span, section, article";

/**
 * What names a thing on the sheet: the thing it shows, else its id, where that does not merely count.
 * @param {Element} element
 */
function key(element) {
  if (element.matches(THINGS)) {
    const way = element.querySelector(':scope > a[href^="?edit="]');
    if (way) return `thing-${way.getAttribute("href")?.slice(6)}`;
    const panel = /** @type {HTMLElement | null} */ (element.querySelector(":scope > .panel[data-thing]"));
    if (panel) return `thing-${panel.dataset.thing}`;
  }
  return /^s\d/.test(element.id) ? "" : element.id;
}

/** @param {Element} old on the page @param {Element} fresh from the newer rendering */
export function sync(old, fresh) {
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  /** @type {Map<string, Element>} */
  const known = new Map();
  for (const element of old.querySelectorAll(`[id], ${THINGS}`)) {
    const name = key(element);
    if (name && !known.has(name)) known.set(name, element);
  }
  bring(old, fresh, known);
  if (focus?.isConnected && focus !== document.activeElement && focus !== document.body) focus.focus();
}

/** @param {Element} old @param {Element} fresh @param {Map<string, Element>} known */
function bring(old, fresh, known) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    if (old.type === "hidden") old.value = fresh.value;
    return;
  }
  if (old.matches("textarea, select")) return;
  let at = old.firstChild;
  for (const node of [...fresh.childNodes]) {
    const match = counterpart(node, at, known);
    if (!match) {
      old.insertBefore(document.importNode(node, true), at);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else old.insertBefore(match, at);
    if (match instanceof Element) {
      if (match.matches("save-form")) name(match, /** @type {Element} */ (node));
      else bring(match, /** @type {Element} */ (node), known);
    } else if (match.nodeValue !== node.nodeValue) match.nodeValue = node.nodeValue;
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

/**
 * What on the page is the same thing: by its name, else the next of its sort.
 * @param {Node} node
 * @param {ChildNode | null} at
 * @param {Map<string, Element>} known
 * @returns {ChildNode | null}
 */
function counterpart(node, at, known) {
  if (node instanceof Element && key(node)) {
    const found = known.get(key(node));
    return found && found.tagName === node.tagName ? found : null;
  }
  if (!at || at.nodeName !== node.nodeName || (at instanceof Element && key(at))) return null;
  if (at instanceof Element && at.matches("save-form") && address(at) !== address(/** @type {Element} */ (node))) return null;
  return at;
}

/** A form that saves itself knows more than the server's last word about it: only what names its box is taken over. @param {Element} old @param {Element} fresh */
function name(old, fresh) {
  const label = fresh.querySelector("textarea")?.getAttribute("aria-labelledby");
  if (label) old.querySelector("textarea")?.setAttribute("aria-labelledby", label);
}

/** @param {Element} element */
const address = (element) => element.querySelector("form")?.getAttribute("action");
