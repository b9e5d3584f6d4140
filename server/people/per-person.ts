/** How often a minute one person may ask a route. */
import type { FastifyRequest } from 'fastify'
import { personOf } from './route-guard.ts'

/**
 * For the config of a route. Not by address: a whole school has one.
 *
 * @param bench CAPS=bench: no limit.
 */
export function perPerson(max: number, { bench }: { readonly bench: boolean }) {
  if (bench) return false
  return {
    max,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => personOf(request).userId,
  }
}
