/** GET /api/docs and /api/docs/json: every route of this server, for people and for programs. */
import type { FastifyPluginAsync } from 'fastify'
import { sourceHash } from '../ops/security-headers.ts'
import { docsPage } from './docs-page.ts'
import { DOCS_STYLE } from './docs-style.ts'

const POLICY = [
  "default-src 'none'",
  `style-src ${sourceHash(DOCS_STYLE)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const docsRoute: FastifyPluginAsync = async (app) => {
  app.get('/api/docs/json', { config: { verb: 'public' } }, async (_request, reply) =>
    reply.send(app.swagger()),
  )

  let page: string | null = null
  app.get('/api/docs', { config: { verb: 'public' } }, async (_request, reply) => {
    // The routes stand still once the server listens.
    page ??= docsPage({ ...app.swagger() })
    return reply
      .header('content-security-policy', POLICY)
      .type('text/html; charset=utf-8')
      .send(page)
  })
}
