import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  NO_OVERSCROLL_STYLE,
  PRESSABLE_STYLE,
  sourceHash,
} from '../../../server/ops/security-headers.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { speak } from '../../support/raw-http.ts'
import { ROOT } from '../../support/source-files.ts'

let app: TestApp

beforeAll(async () => {
  app = await buildTestApp()
  await app.app.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(() => app.close())

const page = { accept: 'text/html,*/*' }

describe('the pages', () => {
  it.each(['/', '/plans/00000000000000000000', '/set-up', '/anything'])(
    '%s is the start page, asked for anew each time',
    async (url) => {
      const reply = await app.send({ url, headers: page })

      expect(reply.statusCode).toBe(200)
      expect(reply.body).toContain('<title>Samplan</title>')
      expect(reply.headers['cache-control']).toBe('no-cache')
    },
  )

  it('files with a hash in their name are kept for a year, others not', async () => {
    const hashed = await app.send({ url: '/assets/main-abc123.js' })
    const plain = await app.send({ url: '/icon.svg' })

    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers['content-type']).toContain('javascript')
    expect(plain.headers['cache-control']).toBe('no-cache')
  })

  it.each([
    ['/assets/gone-abc123.js', page],
    ['/api/nothing', page],
    ['/sync/00000000000000000000', page],
    ['/nothing.json', { accept: 'application/json' }],
    ['/..%2fsamplan.db', {}],
    ['/assets/..%2f..%2fsamplan.db', {}],
    ['/assets', {}],
  ])('%s is not there', async (url, headers) => {
    const reply = await app.send({ url, headers })

    expect(reply.json()).toMatchObject({ code: 'not-found' })
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it.each([
    '/..%2fsamplan.db',
    '/..%2fnothing.db',
    '/..%2fclient-of-another',
    '/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd',
    '/x/%2e%2e%2f..%2f..%2fnothing',
    '/%2fetc%2fpasswd',
    '/icon.svg%00',
  ])('do not tell what lies beside them: %s', async (url) => {
    const reply = await app.send({ url, headers: page })

    expect(reply.json()).toMatchObject({ code: 'not-found' })
    expect(reply.statusCode).toBe(404)
  })

  it.each([
    ['/%ff', 400],
    ['/a%c3%28b', 400],
    // What comes after # is ours to decode.
    ['/x#%ff', 404],
  ])('are not at an address that cannot be decoded: %s', async (url, status) => {
    const answer = await speak(
      app,
      `GET ${url} HTTP/1.1\r\nHost: localhost:4321\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
    )

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  it('tell whoever came by such an address in words, in their language, without a script', async () => {
    const headers = { ...page, 'accept-language': 'nn' }
    const reply = await app.send({ url: '/plans/%E0', headers })

    expect(reply.statusCode).toBe(400)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain('<html lang="nn"')
    expect(reply.body).toContain('Denne adressa stemmer ikkje')
    expect(reply.body).not.toContain('%E0')
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })

  it.each([
    ['/plans/%E0', { accept: 'application/json' }],
    ['/api/plans/%E0', page],
  ])('tell a program so as any failure: %s', async (url, headers) => {
    const reply = await app.send({ url, headers })

    expect([reply.statusCode, reply.json()]).toMatchObject([400, { code: 'bad-request' }])
  })

  it.each(['/../samplan.db', '/assets/../../samplan.db', '/./../samplan.db'])(
    'never are what lies beside them: %s',
    async (url) => {
      const answer = await speak(
        app,
        `GET ${url} HTTP/1.1\r\nHost: localhost:4321\r\nConnection: close\r\n\r\n`,
      )

      expect(answer).toMatch(/^HTTP\/1.1 404 /)
      expect(answer).not.toContain('SQLite')
    },
  )

  it('on 127.0.0.1 lead to the public address, whole', async () => {
    const reply = await app.send({
      url: '/plans/x?y=1',
      headers: { ...page, host: '127.0.0.1:4321' },
    })

    expect(reply.statusCode).toBe(307)
    expect(reply.headers.location).toBe(`${TEST_ORIGIN}/plans/x?y=1`)
  })

  it.each(['//evil.example/x', '/\\evil.example', 'http://evil.example/'])(
    'on 127.0.0.1 never lead away: %s',
    async (url) => {
      expect(new URL(await locationOf(url)).origin).toBe(TEST_ORIGIN)
    },
  )
})

describe('what browsers are told', () => {
  it('is to take nothing from elsewhere and no script or style in a page', async () => {
    const { headers } = await app.send({ url: '/', headers: page })
    const policy = String(headers['content-security-policy'])

    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("connect-src 'self' ws://localhost:4321")
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('lets in the two styles that React Aria writes, as they stand in its code', async () => {
    const policy = String((await app.send({ url: '/' })).headers['content-security-policy'])

    expect(templateIn(ariaSource('interactions/usePress.mjs'))).toBe(PRESSABLE_STYLE)
    expect(templateIn(ariaSource('overlays/usePreventScroll.mjs'))).toBe(NO_OVERSCROLL_STYLE)
    expect(policy).toContain(sourceHash(PRESSABLE_STYLE))
    expect(policy).toContain(sourceHash(NO_OVERSCROLL_STYLE))
  })
})

/** Where a request for a page is sent that comes in on 127.0.0.1, byte for byte as given. */
async function locationOf(url: string): Promise<string> {
  const answer = await speak(
    app,
    `GET ${url} HTTP/1.1\r\nHost: 127.0.0.1:4321\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
  )
  return /^location: (.*)$/im.exec(answer)?.[1]?.trim() ?? ''
}

function ariaSource(path: string): string {
  return readFileSync(join(ROOT, 'node_modules/react-aria/dist/private', path), 'utf8')
}

/** The text that a source gives to `style.textContent`, with its placeholder filled in. */
function templateIn(source: string): string {
  const [, text = ''] = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source) ?? []
  return text.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, 'data-react-aria-pressable').trim()
}
