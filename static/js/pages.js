/**
 * Which pages of this browser live, and what they tell each other. A page holds a lock named for it that ends with it;
 * what a dead page left may be taken over by one other, and by no more than one.
 */

const PREFIX = "askback:page:";
const channel = "BroadcastChannel" in self ? new BroadcastChannel("askback") : null;

/** The name of this page. */
export const page = crypto.getRandomValues(new Uint32Array(2)).join("");

/** @type {Map<string, Promise<boolean>>} */
const claims = new Map();

/**
 * Holds what a page left until this page ends. Without locks (plain http on a network) everything may be taken over:
 * at worst two tabs then meet in a conflict that shows both texts.
 * @param {string} owner
 * @returns {Promise<boolean>} whether it is ours
 */
export function claim(owner) {
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

claim(page);

/** Tells the other pages something. @param {string} kind @param {object} [what] */
export const tell = (kind, what = {}) => channel?.postMessage({ kind, ...what });

/** @param {string} kind @param {(what: any) => void} hear */
export const listen = (kind, hear) => channel?.addEventListener("message", ({ data }) => { if (data.kind === kind) hear(data); });
