/** The API's page and its JSON: every declared route is in both, none hidden, each with a sentence. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROUTE_SUMMARIES } from '../../server/api-docs/route-summaries.ts'
import { typeText } from '../../server/api-docs/type-text.ts'
import { buildTestApp, type TestApp } from '../support/build-app.ts'
import { declaredRoutes } from '../support/declared-routes.ts'

interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Record<string, unknown>>>
}

let app: TestApp
let document: Document

const PROVIDER = {
  issuer: 'http://localhost:1',
  clientId: 'a',
  clientSecret: 'b',
  name: 'Feide',
  scope: 'openid',
  groupClaim: null,
  groupRoles: new Map(),
  school: null,
}

beforeAll(async () => {
  // With every door, so that every route is there.
  app = await buildTestApp({ config: { provider: PROVIDER } })
  document = (await app.send({ url: '/api/docs/json' })).json<Document>()
})
afterAll(() => app.close())

/** As a route is declared: '/api/plans/:planId'. */
function described(): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) =>
        `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1').replace('{*}', '*')}`,
    ),
  )
}

it('every route is described, and nothing else', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(described().sort()).toEqual(declaredRoutes(app.app).sort())
})

it('every route has a sentence, and no sentence is of a route that is gone', () => {
  const declared = declaredRoutes(app.app)

  expect(declared.filter((route) => !ROUTE_SUMMARIES[route])).toEqual([])
  expect(Object.keys(ROUTE_SUMMARIES).filter((route) => !declared.includes(route))).toEqual([])
})

it('says for each its verb, its parameters, its body and its answers', () => {
  expect(document.paths['/api/plans/{planId}/invitations']?.['post']).toMatchObject({
    'x-verb': 'school.invite',
    security: [{ session: [] }],
    parameters: [{ in: 'path', name: 'planId', required: true }],
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { 201: { content: { 'application/json': { schema: { type: 'object' } } } } },
  })
  expect(document.paths['/api/me']?.['get']).toMatchObject({ 'x-verb': 'public', security: [] })
})

it('is a page with every route, whose policy lets in nothing but its own style', async () => {
  const reply = await app.send({ url: '/api/docs' })

  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(reply.headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/,
  )
  const page = reply.body
  expect(page).not.toMatch(/<script|<link|src=| on\w+=/)
  for (const path of Object.keys(document.paths)) expect(page).toContain(`<code>${path}</code>`)
  for (const summary of Object.values(ROUTE_SUMMARIES)) expect(page).toContain(summary)
})

it('writes a schema as people read it', () => {
  const id = { type: 'string', pattern: '^[0-9a-hjkmnp-tv-z]{20}$' }
  const schema = {
    type: 'object',
    required: ['id'],
    properties: {
      id,
      names: { type: 'array', items: { type: 'string', maxLength: 9 } },
      end: { anyOf: [{ type: 'null' }, { type: 'string', format: 'date' }] },
      role: { enum: ['a', 'b'] },
    },
  }

  expect(typeText(schema)).toBe(
    '{\n  id: id\n  names?: list of text(–9)\n  end?: null | date\n  role?: "a" | "b"\n}',
  )
  expect(typeText({})).toBe('anything')
})
