/**
 * The changes that the server has not acknowledged: of this page, and those that dead pages left on the device. Here is
 * what there is and who shows it; outbox.js sends it.
 */
import * as device from "./device.js";
import { inherit, listen, page } from "./pages.js";

/** @typedef {import("./device.js").Entry} Entry */
/** @typedef {import("./net.js").Conflict} Conflict */
/**
 * @typedef {object} Owner who shows a change on this page
 * @property {(entry: Entry) => void} takeOver what a dead page left for it
 * @property {(entry: Entry, outcome: import("./net.js").Saved) => void} saved
 * @property {(entry: Entry, there: Conflict) => void} meet
 * @property {(error: string) => void} away
 * @property {(error: string) => void} refused
 * @property {(text: string, version?: number) => void} [news] another page saved this
 * @property {() => void} [letGo] the person does not want it any more
 * @property {(there: Conflict) => void} [decided] a person decided the conflict on another page
 */

/** @type {Map<string, Entry>} by key */
const entries = new Map();
/** @type {Map<string, Owner>} by name */
const owners = new Map();
let last = 0;

/** Line ends, and blank lines at both ends, are the server's to choose. @param {string} text */
export const plain = (text) => text.replace(/\r\n?/g, "\n").replace(/^(?:[^\S\n]*\n)+|\s+$/g, "");

/** The text, or the state, that a change says. @param {Entry} entry */
export const said = (entry) => entry.fields[entry.field] ?? "";

/** All there are, in their order. */
export const all = () => [...entries.values()].sort((a, b) => a.seq - b.seq);

/** @param {string} key */
export const find = (key) => entries.get(key);

/** @param {string} name */
export const keyOf = (name) => `${page}:${name}`;

/** @param {string} name */
export const ownerOf = (name) => owners.get(name);

/** Somebody shows what has this name, from now on. @param {string} name @param {Owner} owner */
export function show(name, owner) {
  owners.set(name, owner);
  const left = all().reverse().find((entry) => entry.name === name);
  if (left) owner.takeOver(left);
}

/** @param {string} name @param {Owner} owner */
export const unshow = (name, owner) => { if (owners.get(name) === owner) owners.delete(name); };

/**
 * Keeps a change, in memory and on the device, as the last one made.
 * @param {Omit<Entry, "seq" | "sent" | "from">} change
 */
export function hold(change) {
  const { sent = [], from = location.pathname } = entries.get(change.key) ?? {};
  const entry = { ...change, sent, from, seq: next() };
  if (entry.state === "ready") entry.sent = [...new Set([...sent, plain(said(entry))])].slice(-5);
  entries.set(entry.key, entry);
  put(entry);
}

/** Lets go of a change: it is acknowledged, or the person said so. @param {string} key */
export function release(key) {
  if (!entries.delete(key)) return;
  device.erase(key);
  tellAll();
}

/** What is known of a change is another now. @param {Entry} entry @param {Partial<Entry>} [news] */
export function put(entry, news = {}) {
  Object.assign(entry, news);
  device.write(entry).then((kept) => { if (!kept) tellAll(); });
  tellAll();
}

/** From here on a change is written upon that version, and nothing else is under way for it. @param {Entry} entry @param {number} [version] */
export function rest(entry, version) {
  if (version !== undefined) entry.fields.version = String(version);
  put(entry, { sent: [], seq: next() });
}

/** Takes over what dead pages left, and later what those leave that live. */
export async function takeOver() {
  const left = new Set((await device.all()).map(({ key }) => pageOf(key)));
  const free = await Promise.all([...left].map(async (other) => await inherit(other, () => adopt([other])) && other));
  await adopt(free);
}

/** Of ticks the last one stands; texts are all kept. @param {(string | false)[]} pages */
async function adopt(pages) {
  /** @type {Set<string>} */
  const fresh = new Set();
  for (const entry of await device.all()) {
    if (entries.has(entry.key) || !pages.includes(pageOf(entry.key))) continue;
    const former = "version" in entry.fields ? null : all().find(({ name }) => name === entry.name);
    if (former) release(former.key);
    entries.set(entry.key, entry.state === "refused" ? entry : { ...entry, state: "ready" });
    last = Math.max(last, entry.seq);
    fresh.add(entry.name);
  }
  for (const name of fresh) {
    const left = all().reverse().find((entry) => entry.name === name && pageOf(entry.key) !== page);
    if (left) owners.get(name)?.takeOver(left);
  }
  tellAll();
  document.dispatchEvent(new Event("adopted"));
}

/** @param {string} key */
const pageOf = (key) => key.split(":", 1)[0];

/** Nothing of it is wanted any more. */
export function forgetAll() {
  entries.clear();
  tellAll();
}

/** A clock may be set back: the order goes on all the same. */
const next = () => { last = Math.max(last + 1, Date.now()); return last; };

const tellAll = () => document.dispatchEvent(new Event("changes"));

listen("forgotten", forgetAll);
takeOver();
