/**
 * Everything that the server answers, as OpenAPI 3: collected from the routes as they are
 * declared, so that none can be left out. Call before any route is added.
 */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { ROUTE_SUMMARIES } from './route-summaries.ts'

const ABOUT = `Samplan keeps a school’s plans. Sign in with a browser, or send its session cookie.

Every request but a GET names this server in its Origin header. Every answer that is not 2xx has the
body {code, message}; the codes stand in shared/failure.ts. Moments are milliseconds since 1970.

What is written in a plan goes over a socket and not over these routes: WS /sync/{planId} speaks the
protocol of y-websocket, with the session cookie or ?ticket=, and ?epoch= of the plan’s entry.`

export async function describeApi(app: FastifyInstance, publicOrigin: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Samplan', version: '1', description: ABOUT },
      servers: [{ url: publicOrigin }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
      },
    },
    hideUntagged: false,
    transform({ schema, url, route }) {
      const name = `${String(route.method)} ${url}`
      const verb = route.config?.verb ?? ''
      const security = verb === 'public' ? [] : [{ session: [] }]
      const summary = ROUTE_SUMMARIES[name] ?? ''
      return { schema: { summary, security, ...schema, 'x-verb': verb }, url }
    },
  })
}
