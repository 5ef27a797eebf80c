/**
 * Which pages of this browser live, and what they tell each other. A page holds a lock named for it that ends with it;
 * what a dead page left may be taken over by one other, and by no more than one.
 */

const PREFIX = "askback:page:";
const channel = "BroadcastChannel" in self ? new BroadcastChannel("askback") : null;

/** The name of this page. */
export const page = crypto.getRandomValues(new Uint32Array(2)).join("");

/** @type {Set<string>} pages whose lock this one holds, or waits for */
const asked = new Set();

/**
 * Takes over what a page left, until this one ends: at once where that page is dead, else when it ends. Without locks
 * (plain http on a network) at once: at worst two tabs then meet in a conflict that shows both texts.
 * @param {string} owner
 * @param {() => void} then
 * @returns {Promise<boolean>} whether it is ours already; never a second time
 */
export function inherit(owner, then) {
  if (asked.has(owner)) return Promise.resolve(false);
  asked.add(owner);
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = () => new Promise(() => {});
    navigator.locks.request(PREFIX + owner, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      if (lock) return hold();
      navigator.locks.request(PREFIX + owner, () => { then(); return hold(); });
      return null;
    });
  });
}

inherit(page, () => {});

/** Tells the other pages something. @param {string} kind @param {object} [what] */
export const tell = (kind, what = {}) => channel?.postMessage({ kind, ...what });

/** @param {string} kind @param {(what: any) => void} hear */
export const listen = (kind, hear) => channel?.addEventListener("message", ({ data }) => { if (data.kind === kind) hear(data); });
