/**
 * What adults do at the pupils' door: shared/api/pupils.ts says what comes and goes.
 *
 * Each deed names one id, and the plan or the member behind it decides.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PlanParams } from '../../shared/api/common.ts'
import {
  NewPupilDoor,
  PlanPupils,
  type PupilDoor,
  PupilDoor as PupilDoorBody,
  PupilDoorParams,
  PupilParams,
  ReturnCode,
} from '../../shared/api/pupils.ts'
import { calendarDateAt } from '../../shared/calendar-date.ts'
import { Failure } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { MemberStore } from '../people/member-store.ts'
import { personOf } from '../people/route-guard.ts'
import { membershipFor } from '../people/school-access.ts'
import type { OpenPlanFor } from '../plans/plan-access.ts'
import { doorUrl, openPupilDoor, type PupilDoorDeps, renewReturnCode } from './pupil-doors.ts'
import type { OpenPupilDoor } from './pupil-store.ts'

export interface PlanPupilsDeps extends PupilDoorDeps {
  readonly openPlanFor: OpenPlanFor
  readonly members: Pick<MemberStore, 'findMember'>
}

export function planPupilsRoute(deps: PlanPupilsDeps): FastifyPluginAsyncTypebox {
  const { store, openPlanFor, throttle, nowMs } = deps
  const show = ({ token, ...door }: OpenPupilDoor): PupilDoor => ({
    ...door,
    url: doorUrl(deps.publicOrigin, token),
  })

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/api/plans/:planId/pupils',
      {
        config: { verb: 'plan.open-to-pupils' },
        schema: { params: PlanParams, response: { 200: PlanPupils } },
      },
      async (request): Promise<PlanPupils> => {
        const { planId } = request.params
        const opened = await openPlanFor(personOf(request), 'plan.open-to-pupils', planId)
        const [doors, pupils] = await Promise.all([
          store.listOpenDoors(opened.plan.planId, nowMs()),
          store.listPupils(opened.plan.planId, nowMs()),
        ])
        // Whoever looks at them is where the class is.
        for (const { doorId } of doors) throttle.know(doorId, request.ip)
        const { timeZone } = opened.membership.school
        return {
          doors: doors.map(show),
          pupils: pupils.map(({ memberId, name, createdAtMs }) => ({
            memberId,
            name,
            joinedOn: calendarDateAt(createdAtMs, timeZone),
          })),
        }
      },
    )

    app.post(
      '/api/plans/:planId/pupil-doors',
      {
        config: { verb: 'plan.open-to-pupils' },
        schema: { params: PlanParams, body: NewPupilDoor, response: { 201: PupilDoorBody } },
      },
      async (request, reply) => {
        const { planId } = request.params
        const opened = await openPlanFor(personOf(request), 'plan.open-to-pupils', planId)
        const { plan, membership } = opened
        const { school, memberId } = membership
        const place = { school, planId: plan.planId, memberId }
        const doorId = await openPupilDoor(deps, request.body, place)
        throttle.know(doorId, request.ip)
        const doors = await store.listOpenDoors(plan.planId, nowMs())
        const made = doors.find((door) => door.doorId === doorId)
        if (!made) throw new Failure('link-not-valid', `door ${doorId} is over already`)
        return reply.code(201).send(show(made))
      },
    )

    app.post(
      '/api/pupil-doors/:doorId/close',
      {
        config: { verb: 'plan.open-to-pupils' },
        schema: { params: PupilDoorParams, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        const person = personOf(request)
        const { doorId } = request.params
        const planId = await store.findPlanOf(doorId)
        if (planId === null) throw new Failure('not-found', `pupils' door ${doorId}`)
        const { membership } = await openPlanFor(person, 'plan.open-to-pupils', planId)
        await store.closeDoor(doorId, { memberId: membership.memberId, atMs: nowMs() })
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/pupils/:memberId/return-code',
      {
        config: { verb: 'school.return-code' },
        schema: { params: PupilParams, response: { 201: ReturnCode } },
      },
      async (request, reply) => {
        const person = personOf(request)
        const memberId = request.params.memberId as MemberId
        const member = await deps.members.findMember(memberId)
        const own = person.memberships.find(({ schoolId }) => schoolId === member?.schoolId)
        // Of another school's members it is not told whether they exist.
        if (!member || !own) throw new Failure('not-found', `member ${memberId}`)
        membershipFor(person, 'school.return-code', member.schoolId)
        const returnCode = await renewReturnCode(deps, memberId, own.memberId)
        return reply.code(201).send({ returnCode })
      },
    )
  }
}
