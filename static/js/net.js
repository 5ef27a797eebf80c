/**
 * The only module that talks to the network: sends a form's fields and says in one of four kinds what became of them.
 * An answer counts as saved only if it says so itself (`saved_at`): the sign-in page of a hotel's network is a 200 too.
 */
import { word } from "./status.js";

/**
 * @typedef {{kind: "saved", at: string, version?: number}} Saved
 * @typedef {{kind: "conflict", version: number, body: string}} Conflict another text is kept there
 * @typedef {{kind: "away", error: string}} Away not known to be saved; worth trying again
 * @typedef {{kind: "refused", error: string}} Refused trying the same again is no use
 */

const PATIENCE = 30_000; // milliseconds; a server behind a lock answers before
const KEEPALIVE_BYTES = 60_000; // browsers refuse more than 64 KiB under way
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

let leaving = 0; // bytes under way that may outlive the page
/** @type {Map<object, {timer: number, again: () => Promise<unknown>}>} */
const waiting = new Map();

/**
 * Posts the fields. A page that is being hidden lets its last requests outlive it where they are small enough; larger
 * ones are sent all the same, and their draft on the device carries them over if they are cut off.
 * @param {string} address
 * @param {URLSearchParams} fields
 * @returns {Promise<Saved | Conflict | Away | Refused>}
 */
export async function send(address, fields) {
  const size = fields.toString().length;
  const keepalive = document.visibilityState === "hidden" && leaving + size < KEEPALIVE_BYTES;
  if (keepalive) leaving += size;
  try {
    const response = await fetch(address, {
      method: "POST", body: fields, headers: { Accept: "application/json" }, credentials: "same-origin",
      redirect: "manual", keepalive, signal: AbortSignal.timeout(PATIENCE),
    });
    const outcome = read(response, await response.json().catch(() => null));
    if (outcome.kind === "saved") retryAll();
    return outcome;
  } catch {
    return { kind: "away", error: "" };
  } finally {
    if (keepalive) leaving -= size;
  }
}

/**
 * @param {Response} response
 * @param {any} data its JSON, or null
 * @returns {Saved | Conflict | Away | Refused}
 */
function read(response, data) {
  const error = typeof data?.error === "string" ? data.error : "";
  if (response.type === "opaqueredirect") return { kind: "refused", error: word("signed_out") };
  if (response.ok && typeof data?.saved_at === "string") return { kind: "saved", at: data.saved_at, version: data.version };
  if (response.ok || response.status >= 500) return { kind: "away", error };
  if (response.status === 409 && typeof data?.body === "string") return { kind: "conflict", version: data.version, body: data.body };
  return { kind: "refused", error: error || word("refused") };
}

/**
 * Tries again later, each time later than before, and at once when the network or the server is back.
 * @param {object} who one wait each
 * @param {number} attempt how often it failed before
 * @param {() => Promise<unknown>} again
 */
export function later(who, attempt, again) {
  clearTimeout(waiting.get(who)?.timer);
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.8 + Math.random() * 0.2);
  const timer = setTimeout(() => { waiting.delete(who); again(); }, wait);
  waiting.set(who, { timer, again });
}

/** All that wait, one after the other, so that a server that just came back is not run over. */
async function retryAll() {
  const all = [...waiting.values()];
  waiting.clear();
  for (const { timer } of all) clearTimeout(timer);
  for (const { again } of all) await again();
}

addEventListener("online", retryAll);
