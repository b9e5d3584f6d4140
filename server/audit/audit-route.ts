/** GET /api/schools/:schoolId/audit: what was done in a school, newest first. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AuditPage, AuditQuery } from '../../shared/api/audit.ts'
import { SchoolParams } from '../../shared/api/common.ts'
import { personOf } from '../people/route-guard.ts'
import { membershipFor } from '../people/school-access.ts'
import type { AuditStore } from './audit-store.ts'
import { memberIdsIn, showEntry } from './show-entry.ts'

const ENTRIES = 50

export function auditRoute(store: AuditStore): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/schools/:schoolId/audit',
      {
        config: { verb: 'school.audit' },
        schema: { params: SchoolParams, querystring: AuditQuery, response: { 200: AuditPage } },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        const person = personOf(request)
        const { schoolId } = membershipFor(person, 'school.audit', request.params.schoolId)
        const { before = null, limit = ENTRIES } = request.query
        const entries = await store.listBefore(schoolId, before, limit)
        const names = await store.namesOf(schoolId, [...new Set(entries.flatMap(memberIdsIn))])
        const oldest = entries.at(-1)?.seq ?? 1
        return {
          entries: entries.map((entry) => showEntry(entry, names)),
          nextBefore: oldest > 1 ? oldest : null,
        }
      },
    )
  }
}
