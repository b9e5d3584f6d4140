/**
 * GET /livez: the process answers. GET /readyz: it can do its work, which means
 * that something can be written and that it is not about to stop.
 */
import type { FastifyPluginAsync } from 'fastify'
import { Failure } from '../../shared/failure.ts'

export interface HealthDeps {
  readonly isWritable: () => Promise<boolean>
  readonly isDraining: () => boolean
  readonly nowMs: () => number
}

/** The question costs an fsync and anybody may ask it. */
const ANSWER_KEPT_MS = 1000

export function healthRoute({ isWritable, isDraining, nowMs }: HealthDeps): FastifyPluginAsync {
  let answer: { readonly atMs: number; readonly writable: Promise<boolean> } | null = null
  const recentlyWritable = () => {
    if (answer === null || nowMs() - answer.atMs > ANSWER_KEPT_MS) {
      answer = { atMs: nowMs(), writable: isWritable() }
    }
    return answer.writable
  }

  return async (app) => {
    app.get('/livez', { config: { verb: 'public' } }, async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'alive' }),
    )

    app.get('/readyz', { config: { verb: 'public' } }, async (_request, reply) => {
      if (isDraining()) throw new Failure('server-restarting', 'readyz')
      if (!(await recentlyWritable())) throw new Failure('storage-unavailable', 'readyz')
      return reply.header('cache-control', 'no-store').send({ status: 'ready' })
    })
  }
}
