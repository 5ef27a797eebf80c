/**
 * The only module that talks to the device's storage: texts that the server has not acknowledged yet.
 * Each open page has places of its own, so that two tabs never write over each other's draft. A later page takes over
 * what a page left behind, but not from one that still lives: that is told by a lock, which ends with its page.
 */

/**
 * @typedef {object} Draft
 * @property {string} body the text, or the state of a box
 * @property {string} version the version it was written upon; "" where there is none
 * @property {number} at milliseconds since 1970
 * @property {string[]} sent texts sent from here whose fate is not known: finding one of them is no conflict
 */

const PREFIX = "askback:draft:";
const page = Math.random().toString(36).slice(2);
/** @type {Map<string, string>} the place of each form's draft of this page */
const places = new Map();
/** @type {Map<string, string[]>} places that earlier or other pages wrote, by form */
const found = new Map();

/**
 * Writes a draft down.
 * @param {string} name of the form: address and field
 * @param {Draft} draft
 * @returns {boolean} whether it truly is on the device now
 */
export function keep(name, draft) {
  try {
    if (!places.has(name)) { places.set(name, `${PREFIX}${page}:${name}`); claim(page); }
    const place = /** @type {string} */ (places.get(name));
    const text = JSON.stringify(draft);
    localStorage.setItem(place, text);
    return localStorage.getItem(place) === text;
  } catch {
    return false;
  }
}

/** Removes the draft of this page. @param {string} name */
export const forget = (name) => drop(places.get(name));

/**
 * The newest draft that a closed page left for this form; older ones wait for the next page.
 * @param {string} name
 * @returns {Promise<{draft: Draft, drop: () => void} | null>} to be dropped once it is written down anew
 */
export async function leftFor(name) {
  const left = (found.get(name) ?? []).map((place) => ({ place, draft: read(place) }));
  left.sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0));
  let newest = null;
  for (const { place, draft } of left) {
    if (!draft || !(await claim(place.slice(PREFIX.length).split(":", 1)[0]))) continue;
    if (!newest) newest = { draft, drop: () => drop(place) };
    else if (!draft.version) drop(place); // of ticks the last one stands
  }
  return newest;
}

/** Whether earlier pages left anything. */
export const leftBehind = () => found.size > 0;

/** The same for forms that are not on this page. @param {Set<string>} here names of those that are */
export async function* leftElsewhere(here) {
  for (const name of found.keys()) {
    const left = here.has(name) ? null : await leftFor(name);
    if (left) yield { name, ...left };
  }
}

/** @param {string} [place] */
function drop(place) {
  try { if (place) localStorage.removeItem(place); } catch { /* what cannot be reached cannot come back either */ }
}

/** @param {string} place @returns {Draft | null} */
function read(place) {
  try {
    const draft = JSON.parse(localStorage.getItem(place) ?? "null");
    return typeof draft?.body === "string" ? { version: "", at: 0, sent: [], ...draft } : null;
  } catch {
    return null;
  }
}

/** @type {Map<string, Promise<boolean>>} */
const claims = new Map();

/**
 * Holds a page's drafts until this page ends. Without locks (plain http on a network) everything may be taken over:
 * at worst two tabs then meet in a conflict that shows both texts.
 * @param {string} owner
 * @returns {Promise<boolean>} whether they are ours
 */
function claim(owner) {
  const asked = claims.get(owner);
  if (asked) return asked;
  const answer = new Promise((resolve) => {
    if (!navigator.locks) return resolve(true);
    const hold = (/** @type {Lock | null} */ lock) => { resolve(Boolean(lock)); return lock ? new Promise(() => {}) : null; };
    navigator.locks.request(PREFIX + owner, { ifAvailable: true }, hold).catch(() => resolve(true));
  });
  claims.set(owner, answer);
  return answer;
}

try {
  for (const place of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
    const name = place.slice(PREFIX.length).replace(/^[^:]*:/, "");
    found.set(name, [...(found.get(name) ?? []), place]);
  }
} catch { /* no storage: keep() says so when it matters */ }
