/** Who I am: GET /api/me, PUT /api/me/language, POST /api/sign-out. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isOnlyPupil } from '../../shared/access/policy.ts'
import { Me, MyLanguage } from '../../shared/api/me.ts'
import { NewName } from '../../shared/api/members.ts'
import { Failure } from '../../shared/failure.ts'
import type { EndedMembership, PeopleStore, Person } from './people-store.ts'
import { OWN_NAME_LIMIT } from './rename-limit.ts'
import { personOf, signedInOf } from './route-guard.ts'
import { schoolToday } from './school-day.ts'
import type { SessionCookie } from './session-cookie.ts'
import { isExamplePerson, type Sessions } from './sessions.ts'
import { typedLine } from './typed-line.ts'

export interface MeDeps {
  readonly store: Pick<PeopleStore, 'setLanguage' | 'setName' | 'listEnded'>
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly nowMs: () => number
  /** Does POST /api/demo answer here? */
  readonly demo: boolean
}

export function meRoute(deps: MeDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/me',
      { config: { verb: 'public' }, schema: { response: { 200: Me } } },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        const person = request.signedIn?.person ?? null
        const ended = person && (await deps.store.listEnded(person.userId, deps.nowMs()))
        return { ...showMe(person, deps.demo, deps.nowMs()), ...showEnded(ended ?? []) }
      },
    )

    app.put(
      '/api/me/language',
      { config: { verb: 'signed-in' }, schema: { body: MyLanguage } },
      async (request, reply) => {
        await deps.store.setLanguage(personOf(request).userId, request.body.language)
        return reply.code(204).send()
      },
    )

    app.put(
      '/api/me/name',
      { config: { verb: 'signed-in', rateLimit: OWN_NAME_LIMIT }, schema: { body: NewName } },
      async (request, reply) => {
        const person = personOf(request)
        const { userId } = person
        // A name that an adult gave in place of an improper one is not taken back, and who is
        // suspended may be a pupil.
        if (isOnlyPupil(person) || person.memberships.length === 0)
          throw new Failure('access-denied', `a new name of ${userId}`)
        await deps.store.setName(userId, typedLine(request.body.name, 'name'), deps.nowMs())
        return reply.code(204).send()
      },
    )

    app.post('/api/sign-out', { config: { verb: 'signed-in' } }, async (request, reply) => {
      await deps.sessions.end(signedInOf(request).sessionHash)
      deps.cookie.clear(reply)
      return reply.code(204).send()
    })
  }
}

/** Nothing of it for the many who have nothing there. */
function showEnded(ended: readonly EndedMembership[]): Pick<Me, 'ended'> {
  if (ended.length === 0) return {}
  return { ended: ended.map(({ schoolName, ...one }) => ({ ...one, name: schoolName })) }
}

function showMe(person: Person | null, demo: boolean, nowMs: number): Me {
  if (!person) return { user: null, schools: [], demo }
  const { userId, name, language, memberships } = person
  return {
    user: { userId, name, language, example: isExamplePerson(person) },
    schools: memberships.map(({ memberId, role, schoolId, school }) => ({
      schoolId,
      memberId,
      role,
      name: school.name,
      today: schoolToday(school, nowMs),
    })),
    demo,
  }
}
