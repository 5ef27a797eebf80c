/**
 * Changes from elsewhere come into an open page: another device's by a short question now and then, while the page is
 * looked at; other tabs say themselves when they saved. A box that somebody stands in, or that holds what is not saved,
 * stays as it is.
 */
import { SaveForm } from "./save-form.js";
import { sync } from "./sync.js";

const EVERY = 20_000; // milliseconds, while the page is visible
const base = /^\/workbooks\/[^/]+/.exec(location.pathname)?.[0];
let known = "", asking = false;

async function check() {
  if (asking || document.visibilityState !== "visible") return;
  asking = true;
  try {
    const { pulse } = await (await get(`${base}/pulse`, "application/json")).json();
    if (known && pulse !== known) await refresh();
    known = pulse;
  } catch {
    known ||= "?"; // this page may come from the device: once there is a network it is brought up to date
  } finally {
    asking = false;
  }
}

/** Brings in the page as it is by now; where nothing may move, the texts alone. */
export async function refresh() {
  const began = performance.now();
  const response = await get(location.href, "text/html");
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const forms = new Map([...SaveForm.all].map((form) => [form.name, form]));
  for (const id of ["main", "outline", "rail"]) {
    const old = document.getElementById(id), newer = fresh.getElementById(id);
    if (old && newer && !old.querySelector("live-round") && !(id === "rail" && old.contains(document.activeElement))) sync(old, newer);
  }
  for (const form of fresh.querySelectorAll("save-form > form")) {
    const there = rendered(/** @type {HTMLFormElement} */ (form));
    const saving = forms.get(there.name)?.saving;
    if (saving && saving.touched < began) saving.news(there.text, there.version); // else it is older than what is here
  }
}

/** What a form that does not live says. @param {HTMLFormElement} form */
function rendered(form) {
  const field = form.querySelector("textarea"), choice = form.querySelector("input:is([type=checkbox], [type=radio])");
  const version = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=version]"))?.value;
  const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector("input:is([type=checkbox], [type=radio])[checked]"));
  return {
    name: `${form.getAttribute("action")}#${(field ?? choice)?.getAttribute("name")}`,
    text: field ? field.defaultValue : chosen?.value ?? "",
    version: version === undefined ? undefined : Number(version),
  };
}

/** @param {string} address @param {string} kind */
async function get(address, kind) {
  const response = await fetch(address, { headers: { Accept: kind }, credentials: "same-origin" });
  if (!response.ok) throw new Error(String(response.status));
  return response;
}

if (base) {
  check();
  setInterval(check, EVERY);
  addEventListener("focus", check);
  addEventListener("pageshow", (event) => { if (event.persisted) check(); });
  document.addEventListener("visibilitychange", check);
}
