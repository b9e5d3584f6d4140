/**
 * The program is renewed while a window is open: the real service worker, over a server that
 * has nothing but two small builds.
 */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'

const WORKER = readFileSync(
  new URL('../../client/public/service-worker.js', import.meta.url),
  'utf8',
)

test('a window of the old build has its parts until it is closed', async ({ context }) => {
  const school = await serveBuilds()
  const old = await context.newPage()
  await old.goto(school.url)
  await expect.poll(() => kept(old)).toContain('/index.html')
  // It answers for this window: the next one to take it is a new one.
  await expect
    .poll(() => old.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated')

  // What a browser does once a day: a new service worker is installed beside the open window.
  school.renew()
  await old.evaluate(async () => {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve)
    })
    await (await navigator.serviceWorker.getRegistration())?.update()
    await taken
  })
  expect(await kept(old)).toEqual(
    expect.arrayContaining(['/assets/lazy-1.js', '/assets/lazy-2.js']),
  )

  // A colleague's link in a second tab.
  school.renew()
  const second = await context.newPage()
  await second.goto(school.url)
  await expect.poll(() => kept(second)).toContain('/assets/lazy-3.js')
  school.renew()
  await second.goto(school.url)
  await expect.poll(() => kept(second)).toContain('/assets/lazy-4.js')
  expect(await old.evaluate(() => loadPart('/assets/lazy-1.js'))).toBe(1)

  // Closed at last: the next page that is opened lets go of what is old.
  await old.close()
  await second.goto(school.url)
  await expect
    .poll(async () => (await kept(second)).toSorted())
    .toEqual(['/assets/lazy-4.js', '/assets/main-4.js', '/index.html'])
  await school.close()
})

test('a page that comes from another build than the list is not kept', async ({ context }) => {
  const school = await serveBuilds()
  const page = await context.newPage()
  await page.goto(school.url)
  await expect.poll(() => kept(page)).toContain('/index.html')

  school.renewListOnly()
  // Once more, so that the first time is over.
  for (const time of [1, 2]) {
    await page.reload()
    await expect.poll(() => school.timesListed()).toBeGreaterThan(time)
  }

  expect(await kept(page)).toEqual(expect.arrayContaining(['/assets/main-1.js', '/index.html']))
  expect(await kept(page)).not.toContain('/assets/lazy-2.js')
  await school.close()
})

declare function loadPart(address: string): Promise<number>

/** The paths that the device keeps. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const cache = await caches.open('samplan-pages')
    return (await cache.keys()).map(({ url }) => new URL(url).pathname)
  })
}

async function serveBuilds() {
  let build = 1
  let listed = 1
  let timesListed = 0
  const files = () => [`/assets/main-${listed}.js`, `/assets/lazy-${listed}.js`]
  const replies = (path: string): readonly [type: string, body: string] | null => {
    if (path === '/service-worker.js') return ['text/javascript', `${WORKER}\n// ${build}`]
    if (path === '/app-files.json') return ['application/json', JSON.stringify(files())]
    if (!path.startsWith('/assets/')) return ['text/html', pageOf(build)]
    if (!files().includes(path)) return null
    return ['text/javascript', `export const build = ${listed}`]
  }
  const server = createServer(({ url }, reply) => {
    if (url === '/app-files.json') timesListed += 1
    const found = replies(new URL(url ?? '/', 'http://school').pathname)
    reply.writeHead(found ? 200 : 404, {
      'content-type': found?.[0] ?? 'text/plain',
      'cache-control': 'no-cache',
    })
    reply.end(found?.[1])
  })
  const port = await listening(server)
  return {
    url: `http://localhost:${port}`,
    renew: () => {
      build += 1
      listed = build
    },
    renewListOnly: () => {
      listed += 1
    },
    timesListed: () => timesListed,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => resolve((server.address() as AddressInfo).port))
  })
}

function pageOf(build: number): string {
  return `<!doctype html><title>Samplan</title>
<script type="module" src="/assets/main-${build}.js"></script>
<script>
  navigator.serviceWorker.register('/service-worker.js')
  const loadPart = async (address) => (await import(address)).build
</script>`
}
