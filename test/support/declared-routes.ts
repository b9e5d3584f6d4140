/** Every route that a server has declared, as 'GET /api/me'. */
import type { FastifyInstance } from 'fastify'

/** From Fastify's drawing of them, where '├── /api/me (GET, HEAD)' may have '│   └── /language (PUT)' below it. */
export function declaredRoutes(app: FastifyInstance): string[] {
  const parents: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', path = '', methods = ''] =
        /^(.*?)[├└]── (\S+) \(([^)]+)\)/.exec(line) ?? []
      const depth = indent.length / 4
      const route = path === '*' ? '/*' : `${depth > 0 ? parents[depth - 1] : ''}${path}`
      parents[depth] = route
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${route}`)
    })
}
