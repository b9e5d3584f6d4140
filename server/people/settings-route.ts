/** What a school sets for itself: GET and PUT /api/schools/:schoolId/settings. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { SchoolParams } from '../../shared/api/common.ts'
import { SchoolSettings } from '../../shared/api/school-settings.ts'
import { Failure } from '../../shared/failure.ts'
import { checkSettings } from './check-settings.ts'
import { personOf } from './route-guard.ts'
import { membershipFor } from './school-access.ts'
import type { SettingsStore } from './settings-store.ts'

export interface SettingsRouteDeps {
  readonly store: SettingsStore
  readonly nowMs: () => number
}

export function settingsRoute({ store, nowMs }: SettingsRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/schools/:schoolId/settings',
      {
        config: { verb: 'school.read' },
        schema: { params: SchoolParams, response: { 200: SchoolSettings } },
      },
      async (request) => {
        const person = personOf(request)
        const { schoolId } = membershipFor(person, 'school.read', request.params.schoolId)
        const settings = await store.readSettings(schoolId)
        if (!settings) throw new Failure('not-found', `school ${schoolId}`)
        return settings
      },
    )

    app.put(
      '/api/schools/:schoolId/settings',
      {
        config: { verb: 'school.settle' },
        schema: { params: SchoolParams, body: SchoolSettings, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const { schoolId, memberId } = membershipFor(
          personOf(request),
          'school.settle',
          request.params.schoolId,
        )
        const settings = checkSettings(request.body)
        const outcome = await store.saveSettings(schoolId, settings, { memberId, atMs: nowMs() })
        if (outcome === 'not-allowed') throw new Failure('access-denied', `settings by ${memberId}`)
        return reply.code(204).send(null)
      },
    )
  }
}
