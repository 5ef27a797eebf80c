/**
 * Sends the changes: in the order they were made in, one after the other, and again until the server acknowledges them.
 */
import { all, find, ownerOf, plain, put, release, rest, said, takeOver } from "./changes.js";
import { send } from "./net.js";
import { listen, tell } from "./pages.js";

/** @typedef {import("./device.js").Entry} Entry */

const FIRST_WAIT = 2_000; // milliseconds
const LONGEST_WAIT = 30_000;

/** @type {Set<string>} keys of those under way */
const flying = new Set();
let busy = false, failures = 0, timer = 0;

/** Sends all that is ready. A page that is being hidden has no later: there all go at once. */
export async function flush() {
  if (document.visibilityState === "hidden") for (const entry of due()) post(entry);
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  /** @type {Map<string, number>} */
  const tried = new Map();
  for (;;) {
    const entry = due().find(({ key, seq }) => tried.get(key) !== seq);
    if (!entry) break;
    tried.set(entry.key, entry.seq);
    const outcome = await post(entry);
    if (outcome.kind === "saved") failures = 0;
    if (outcome.kind !== "away" || outcome.alone) continue;
    for (const { name } of due()) ownerOf(name)?.away(outcome.error);
    break;
  }
  for (const { name } of waiting().filter(awaits)) ownerOf(name)?.away("");
  busy = false;
  if (due().length) later();
}

/** Each time later than before, and at once when the network or the page is back. */
function later() {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) * (0.8 + Math.random() * 0.2);
  failures += 1;
  timer = setTimeout(flush, wait);
  document.dispatchEvent(new Event("changes"));
}

/** Whether the server did not answer the last time. */
export const isAway = () => failures > 0;

const waiting = () => all().filter(({ key, state }) => state === "ready" && !flying.has(key));

const due = () => waiting().filter((entry) => !awaits(entry));

/** What is said of a thing that was just added has to wait until the server knows it. @param {Entry} entry */
const awaits = ({ address }) => all().some(({ fields }) => fields.id && address.includes(fields.id));

/** @param {Entry} entry */
async function post(entry) {
  flying.add(entry.key);
  const sent = { ...entry, fields: { ...entry.fields } };
  const outcome = await send(sent.address, sent.fields);
  flying.delete(entry.key);
  const now = find(entry.key);
  if (outcome.kind === "saved") saved(sent, now, outcome);
  else if (outcome.kind === "conflict") { if (now) meet(sent, now, outcome); }
  else {
    if (outcome.kind === "refused" && now?.seq === sent.seq) put(now, { state: "refused", error: outcome.error, sent: [] });
    ownerOf(entry.name)?.[outcome.kind](outcome.error);
  }
  return outcome;
}

/** @param {Entry} sent @param {Entry | undefined} now as it has become meanwhile @param {import("./net.js").Saved} outcome */
function saved(sent, now, outcome) {
  if (now?.seq === sent.seq) release(sent.key);
  else if (now) {
    delete now.fields.conflict;
    rest(now, outcome.version);
  }
  tell("saved", { name: sent.name, text: said(sent), version: outcome.version });
  ownerOf(sent.name)?.saved(sent, outcome);
  document.dispatchEvent(new Event("saved"));
}

/** @param {Entry} sent @param {Entry} now as it has become meanwhile @param {import("./net.js").Conflict} there */
function meet(sent, now, there) {
  const owner = ownerOf(now.name), isDecided = sent.fields.conflict && !there.conflict;
  if (there.conflict) now.fields.conflict = there.conflict;
  else delete now.fields.conflict;
  if (sent.sent.includes(plain(there.body))) { // our own, its acknowledgement was lost
    rest(now, there.version);
    owner?.saved({ ...sent, fields: { [sent.field]: there.body } }, { kind: "saved", at: "", version: there.version });
  } else if (isDecided && said(now) === said(sent)) {
    release(now.key); // on another page; this text is in the history
    owner?.decided?.(there);
  } else if (isDecided) {
    put(now); // typed on since: that is a new text
  } else if (there.conflict && !owner) {
    release(now.key); // the server keeps it until somebody decides
  } else {
    put(now, { state: "conflict" });
    owner?.meet(now, there);
  }
}

listen("saved", ({ name, text, version }) => ownerOf(name)?.news?.(text, version));
addEventListener("online", flush);
const begin = () => { if (due().length) flush(); };
document.addEventListener("adopted", begin);
begin(); // what was left may have been found before this module came
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") takeOver(); });
