/**
 * POST /api/demo: a fresh example school, thrown away after a day.
 *
 * Only where the composition root adds this route: on a loopback host with DEMO
 * on. Sets no cookie itself, so it never takes the place of anyone's session.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Demo, NewDemo } from '../../shared/api/demo.ts'
import { Failure } from '../../shared/failure.ts'
import { createExampleSchool, type ExampleDeps } from './example-school.ts'

/** How long an example school stands. */
export const EXAMPLE_MS = 24 * 60 * 60 * 1000
const MAX_ALIVE = 50
const MAX_PER_HOUR = 10

export interface DemoDeps extends ExampleDeps {
  /** CAPS=bench: no limit per hour or alive, and as many plans as asked for. */
  readonly bench: boolean
}

export function demoRoute(deps: DemoDeps): FastifyPluginAsyncTypebox {
  const rateLimit = deps.bench ? (false as const) : { max: MAX_PER_HOUR, timeWindow: '1 hour' }

  return async (app) => {
    app.post(
      '/api/demo',
      {
        config: { verb: 'public', rateLimit },
        schema: { body: NewDemo, response: { 201: Demo } },
      },
      async (request, reply) => {
        const plans = (deps.bench && request.body?.plans) || 1
        const expiresAtMs = deps.nowMs() + EXAMPLE_MS
        const maxAlive = deps.bench ? Infinity : MAX_ALIVE
        const example = await createExampleSchool(deps, { expiresAtMs, maxAlive, plans })
        if (!example) throw new Failure('too-many-requests', `${MAX_ALIVE} example schools alive`)

        const { schoolId, planIds, people } = example
        return reply.code(201).send({
          schoolId,
          planId: planIds[0],
          ...(plans > 1 ? { planIds: [...planIds] } : {}),
          people: people.map(({ name, role, signInUrl }) => ({ name, role, signInUrl })),
        })
      },
    )
  }
}
