/**
 * The service worker: keeps the files of the pages and each page that was opened, so that they open without a network
 * too. It sends nothing that changes anything; that waits in the pages' own queue. The server puts DIGEST and FILES
 * in front.
 */
const SHELL = `askback-${DIGEST}`;
const PAGES = `askback-pages-${DIGEST}`;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(FILES)));
  skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(takeOver()));

/** Pages name the files they belong to: after an upgrade each one kept is fetched anew. Until all are, the old ones stay. */
async function takeOver() {
  await clients.claim();
  const old = (await caches.keys()).filter((name) => name !== SHELL && name !== PAGES);
  let answered = true;
  for (const name of old.filter((each) => each.startsWith("askback-pages-"))) {
    for (const { url } of await (await caches.open(name)).keys()) answered = await keep(url) && answered;
  }
  if (answered) for (const name of old) await caches.delete(name);
  await keep("/"); // the way to all others, whichever page was opened first
}

addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  else if (request.mode === "navigate") event.respondWith(open(event));
});

addEventListener("message", (event) => { if (event.data.keep) event.waitUntil(keep(event.data.keep)); });

/** The page as the server has it by now, else as it was; else the first page, from where others are found. */
async function open(event) {
  try {
    const response = await fetch(event.request);
    if (isPage(response)) event.waitUntil(put(event.request.url, response.clone()));
    return response;
  } catch (error) {
    const pages = await caches.open(PAGES);
    const kept = async (url, how) => await pages.match(url, how) ?? await caches.match(url, how);
    return await kept(event.request.url) ?? await kept(event.request.url, { ignoreSearch: true }) ?? await kept("/") ?? Promise.reject(error);
  }
}

/** A page that was not opened through here, or holds something newer now; whether the server said anything of it. */
async function keep(url) {
  const response = await fetch(url, { headers: { Accept: "text/html" }, credentials: "same-origin" }).catch(() => null);
  if (response && isPage(response)) await put(url, response);
  return Boolean(response && response.status < 500);
}

const isPage = (response) => response.ok && !response.redirected && response.headers.get("Content-Type")?.startsWith("text/html");

const put = async (url, response) => (await caches.open(PAGES)).put(url, response);
