/**
 * Keeps the pages on the device, so that a plan seen before opens when the
 * school's server does not answer. Only the program itself: no text, no reply of
 * the server, no sign-in ever goes in here.
 *
 * /app-files.json names the files of this build. A page that was opened online
 * is kept together with all of them, or not at all, so that a page and its
 * scripts are always of one build.
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
    if (page.ok) event.waitUntil(keepPages().catch(() => undefined))
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

/**
 * Everything of the present build, then its start page, then out with what is old; unless
 * another window may be of the old build and still want parts of it.
 */
async function keepPages() {
  const files = await (await fetchFresh(FILE_LIST)).json()
  const cache = await caches.open(CACHE)
  const have = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(files.filter((file) => !have.has(file)))
  await cache.put(START_PAGE, await fetchFresh(START_PAGE))
  if ((await self.clients.matchAll({ type: 'window' })).length > 1) return
  const wanted = new Set([START_PAGE, ...files])
  for (const path of have) if (!wanted.has(path)) await cache.delete(path)
}

async function fetchFresh(path) {
  const reply = await fetch(path, { cache: 'no-cache' })
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`)
  return reply
}
