/**
 * The only module that talks to the network about changes: sends the fields of one and says in one of a few kinds what
 * became of them. An answer counts as saved only if it says so itself: the sign-in page of a hotel's network is a 200 too.
 */
import { word } from "./status.js";

/**
 * @typedef {{kind: "saved", at: string, version?: number, url?: string}} Saved
 * @typedef {{kind: "conflict", version: number, body: string, joined?: string, conflict?: string}} Conflict another text
 *   is kept there; `conflict` is the name under which the server keeps this one too
 * @typedef {{kind: "away", error: string, alone: boolean}} Away not known to be saved; worth trying again. `alone` where
 *   it may concern this one change and not the others
 * @typedef {{kind: "refused", error: string}} Refused trying the same again is no use
 */

const PATIENCE = 30_000; // milliseconds; a server behind a lock answers before
const KEEPALIVE_BYTES = 60_000; // browsers refuse more than 64 KiB under way

let leaving = 0; // bytes under way that may outlive the page
let token = /** @type {HTMLInputElement | null} */ (document.querySelector("[name=csrf_token]"))?.value ?? "";

/**
 * Posts the fields with the token. A page that waited long, or comes from the device, may hold one that has expired:
 * then a fresh one is asked for, once.
 * @param {string} address
 * @param {Record<string, string>} fields
 * @returns {Promise<Saved | Conflict | Away | Refused>}
 */
export async function send(address, fields) {
  try {
    let response = await post(address, fields);
    if (response.status === 400 && await renew()) response = await post(address, fields);
    return read(response, await response.json().catch(() => null));
  } catch {
    return { kind: "away", error: "", alone: false };
  }
}

/**
 * A page that is being hidden lets its last requests outlive it where they are small enough; larger ones are sent all
 * the same, and the device carries them over if they are cut off.
 * @param {string} address
 * @param {Record<string, string>} fields
 */
async function post(address, fields) {
  const body = new URLSearchParams({ csrf_token: token, ...fields });
  const size = body.toString().length;
  const keepalive = document.visibilityState === "hidden" && leaving + size < KEEPALIVE_BYTES;
  if (keepalive) leaving += size;
  try {
    return await fetch(address, {
      method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin",
      redirect: "manual", keepalive, signal: AbortSignal.timeout(PATIENCE),
    });
  } finally {
    if (keepalive) leaving -= size;
  }
}

/** @returns {Promise<boolean>} whether there is another token than before */
async function renew() {
  const response = await fetch("/token", { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) });
  const fresh = (await response.json().catch(() => null))?.csrf_token;
  if (typeof fresh !== "string" || fresh === token) return false;
  token = fresh;
  return true;
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
  if (response.status === 201 && typeof data?.url === "string") return { kind: "saved", at: "", url: data.url };
  if (response.ok || response.status >= 500 || response.status === 429) return { kind: "away", error, alone: response.status === 500 };
  if (response.status === 409 && typeof data?.version === "number") return { kind: "conflict", body: "", ...data };
  return { kind: "refused", error: error || word("refused") };
}
