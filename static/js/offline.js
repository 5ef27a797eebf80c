/**
 * Opening pages without a network: the service worker keeps them where the address allows one (this machine, or https).
 * Without one, an open page keeps and sends everything all the same.
 */
import { word, say } from "./status.js";

const SOON = 300; // milliseconds after a save, until the kept page is brought up to date
let timer = 0;

/** Lets the kept copy of this page say what was just saved. */
async function keepThisPage() {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: location.href.split("#")[0] });
}

/** Nothing of what was opened stays here. */
export async function forgetPages() {
  if (!("serviceWorker" in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

if ("serviceWorker" in navigator) {
  // Some browsers refuse one in private windows: then pages are not kept, and that is all.
  navigator.serviceWorker.register("/service-worker.js").then(keepThisPage).catch(() => {});
  document.addEventListener("saved", () => {
    clearTimeout(timer);
    timer = setTimeout(keepThisPage, SOON);
  });
  addEventListener("offline", () => say(word("offline"), "kept"));
}
