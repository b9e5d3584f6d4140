/**
 * Keeps the pages on the device, so that a plan seen before opens when the
 * school's server does not answer. Only the program itself: no text, no reply of
 * the server, no sign-in ever goes in here.
 *
 * /app-files.json names the files of this build. A page that was opened online
 * is kept together with all of them, or not at all, so that a page and its
 * scripts are always of one build. Files of older builds go when a page is opened
 * and no other window is: an open one still fetches parts of its own build.
 */
const CACHE = 'samplan-pages'
const START_PAGE = '/index.html'
const FILE_LIST = '/app-files.json'
/** How long a page may be waited for before the kept one is shown. */
const PATIENCE_MS = 4000
/** Addresses that are always the server's own. */
const NOT_PAGES = /^\/(?:api|sync|sign-in|livez|readyz)(?:\/|$)/

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(keepPages())
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (NOT_PAGES.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(openPage(event))
  else if (pathname !== FILE_LIST) event.respondWith(openFile(request))
})

/** The server's page; the kept one when it does not answer. */
async function openPage(event) {
  try {
    const page = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (page.ok) event.waitUntil(keepAnew(event.resultingClientId).catch(() => undefined))
    return page
  } catch (error) {
    const kept = await caches.match(START_PAGE)
    if (kept) return kept
    throw error
  }
}

/** A file whose name holds its hash is the same for ever; of the others the server's is better. */
async function openFile(request) {
  const isHashed = new URL(request.url).pathname.startsWith('/assets/')
  const kept = await caches.match(request)
  if (kept && isHashed) return kept
  return fetch(request).catch((error) => {
    if (kept) return kept
    throw error
  })
}

async function keepAnew(openedId) {
  const files = await keepPages()
  if (!(await isOtherOpen(openedId))) await dropAllBut(files)
}

/**
 * Everything of the present build, then its start page.
 * Rejects when the two are of different builds: the school was just being updated.
 *
 * @returns the addresses that are wanted from now on.
 */
async function keepPages() {
  const page = await fetchFresh(START_PAGE)
  const files = await (await fetchFresh(FILE_LIST)).json()
  const parts = (await page.clone().text()).match(/\/assets\/[\w.-]+/g) ?? []
  if (!parts.every((part) => files.includes(part))) throw new Error('page and list differ')
  const cache = await caches.open(CACHE)
  const have = await pathsIn(cache)
  await cache.addAll(files.filter((file) => !have.includes(file)))
  await cache.put(START_PAGE, page)
  return [START_PAGE, ...files]
}

/** Is there a window beside the one that is being opened, of whichever build? */
async function isOtherOpen(openedId) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.some(({ id }) => id !== openedId)
}

async function dropAllBut(wanted) {
  const cache = await caches.open(CACHE)
  for (const path of await pathsIn(cache)) if (!wanted.includes(path)) await cache.delete(path)
}

async function pathsIn(cache) {
  return (await cache.keys()).map(({ url }) => new URL(url).pathname)
}

async function fetchFresh(path) {
  const reply = await fetch(path, { cache: 'no-cache' })
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`)
  return reply
}
