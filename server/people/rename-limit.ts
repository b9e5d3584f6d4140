/**
 * How often names may be changed: each change is a line in a trail for good, and is felt
 * in open plans. Enough for a coordinator who goes through a whole school's list.
 */
import type { FastifyRequest } from 'fastify'
import { personOf } from './route-guard.ts'

/** For the config of a route that gives a name. Not by address: a whole school has one. */
export const RENAME_LIMIT = {
  max: 100,
  timeWindow: '15 minutes',
  keyGenerator: (request: FastifyRequest) => personOf(request).userId,
}

/** Nobody is called something else that often. */
export const OWN_NAME_LIMIT = { ...RENAME_LIMIT, max: 10 }
