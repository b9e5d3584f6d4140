/** The routes of shared/api/history.ts: the edge only. What they mean stands there. */
import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PlanParams } from '../../shared/api/common.ts'
import {
  ChangedPlaces,
  NewVersion,
  NewVersionName,
  PlanMoment,
  Restored,
  Restoring,
  TextAuthors,
  Version,
  VersionList,
  VersionParams,
  Visit,
} from '../../shared/api/history.ts'
import { Failure } from '../../shared/failure.ts'
import { canonicalRestorable } from '../../shared/plan/restorable.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { perPerson } from '../people/per-person.ts'
import { personOf } from '../people/route-guard.ts'
import { typedLine } from '../people/typed-line.ts'
import type { OpenPlanFor } from '../plans/plan-access.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { listChanges, readAuthors, type WrittenByDeps } from './written-by.ts'
import { restore, type RestoreDeps } from './restore.ts'
import { addVersion, listVersions, nameVersion } from './versions.ts'
import type { Visits } from './visits.ts'

/**
 * Of what takes the whole log of a plan to answer, a minute by one person: each, not together.
 * Nobody looks at a moment a second.
 */
const MAX_READINGS_PER_MINUTE = 60

export interface HistoryRouteDeps extends RestoreDeps {
  readonly log: RestoreDeps['log'] & WrittenByDeps['log']
  readonly docs: WrittenByDeps['docs']
  readonly rooms: Pick<SyncServer, 'appendAsServer' | 'notifyPlan' | 'readPlanAt'>
  readonly openPlanFor: OpenPlanFor
  readonly people: Pick<PeopleStore, 'findPerson'>
  readonly visits: Pick<Visits, 'begin'>
  /** CAPS=bench: no limit a minute. */
  readonly bench: boolean
}

export function historyRoute(deps: HistoryRouteDeps): FastifyPluginAsyncTypebox {
  const { openPlanFor, rooms, log } = deps
  const reading = { verb: 'plan.read-history' } as const
  const writing = { verb: 'plan.write' } as const
  const rateLimit = perPerson(MAX_READINGS_PER_MINUTE, deps)
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/plans/:planId/versions',
      { config: reading, schema: { params: PlanParams, response: { 200: VersionList } } },
      async (request) => {
        const { planId } = request.params
        const { plan } = await openPlanFor(personOf(request), 'plan.read-history', planId)
        return listVersions(deps, plan)
      },
    )

    app.post(
      '/api/plans/:planId/versions',
      {
        config: writing,
        schema: { params: PlanParams, body: NewVersion, response: { 201: Version } },
      },
      async (request, reply) => {
        const { planId } = request.params
        const { plan } = await openPlanFor(personOf(request), 'plan.write', planId)
        const { name, seq = null } = request.body
        const version = await addVersion(deps, plan, { name: typedLine(name, 'name'), seq })
        return reply.code(201).send(version)
      },
    )

    app.put(
      '/api/plans/:planId/versions/:seq',
      {
        config: writing,
        schema: { params: VersionParams, body: NewVersionName, response: { 200: Version } },
      },
      async (request) => {
        const { planId, seq } = request.params
        const { plan } = await openPlanFor(personOf(request), 'plan.write', planId)
        const { name } = request.body
        return nameVersion(deps, plan, seq, name === null ? null : typedLine(name, 'name'))
      },
    )

    app.get(
      '/api/plans/:planId/moments/:seq',
      {
        config: { ...reading, rateLimit },
        schema: { params: VersionParams, response: { 200: PlanMoment } },
      },
      async (request) => {
        const { planId, seq } = request.params
        await openPlanFor(personOf(request), 'plan.read-history', planId)
        const moment = await rooms.readPlanAt(planId, seq)
        if (!moment) throw new Failure('not-found', `${planId} has no update ${seq}`)
        const [update] = await log.readHistory(planId, { after: seq - 1, limit: 1 })
        const { plan, contentHash } = moment
        const restorableHash = createHash('sha256').update(canonicalRestorable(plan)).digest('hex')
        return { seq, atMs: update?.timeMs ?? 0, plan, contentHash, restorableHash }
      },
    )

    app.get(
      '/api/plans/:planId/changes',
      { config: reading, schema: { params: PlanParams, response: { 200: ChangedPlaces } } },
      async (request) => {
        const { planId } = request.params
        const { plan } = await openPlanFor(personOf(request), 'plan.read-history', planId)
        return listChanges(deps, plan)
      },
    )

    app.get(
      '/api/plans/:planId/authors',
      {
        config: { ...reading, rateLimit },
        schema: { params: PlanParams, response: { 200: TextAuthors } },
      },
      async (request) => {
        const { planId } = request.params
        const { plan } = await openPlanFor(personOf(request), 'plan.read-history', planId)
        return readAuthors(deps, plan)
      },
    )

    app.post(
      '/api/plans/:planId/visit',
      { config: reading, schema: { params: PlanParams, response: { 200: Visit } } },
      async (request) => {
        const { planId } = request.params
        const opened = await openPlanFor(personOf(request), 'plan.read-history', planId)
        return deps.visits.begin(opened.plan.planId, opened.membership.memberId)
      },
    )

    app.post(
      '/api/plans/:planId/restore',
      {
        config: { ...writing, rateLimit },
        schema: { params: PlanParams, body: Restoring, response: { 200: Restored } },
      },
      async (request) => {
        const person = personOf(request)
        const { userId } = person
        const { plan, membership } = await openPlanFor(person, 'plan.write', request.params.planId)
        const assertMay = async () => {
          const now = await deps.people.findPerson(userId, deps.nowMs())
          if (!now) throw new Failure('sign-in-required', `${userId} is gone`)
          await openPlanFor(now, 'plan.write', plan.planId)
        }
        const { memberId } = membership
        return restore(deps, plan.planId, request.body, { userId, memberId, assertMay })
      },
    )
  }
}
