/**
 * Who may come to the sync socket of a plan, decided once at the upgrade: by
 * session cookie, or by a one-time ticket for programs without cookies.
 */
import type { IncomingMessage } from 'node:http'
import { may } from '../../shared/access/policy.ts'
import { Failure, type FailureCode } from '../../shared/failure.ts'
import { TICKET_PARAMETER } from '../../shared/protocol/frames.ts'
import type { PeopleStore, Person } from '../people/people-store.ts'
import type { SessionCookie } from '../people/session-cookie.ts'
import type { Sessions } from '../people/sessions.ts'
import type { SyncPass } from '../sync/sync-pass.ts'
import { type OpenPlanFor, policyObject } from './plan-access.ts'
import { personColour } from '../../shared/access/person-colour.ts'
import type { Tickets } from './tickets.ts'

export interface SyncDoorDeps {
  readonly people: Pick<PeopleStore, 'findPerson'>
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly tickets: Tickets
  readonly openPlanFor: OpenPlanFor
  readonly nowMs: () => number
}

/** Lets someone in, or gives the reason for not doing so. */
export type Admit = (request: IncomingMessage, planId: string) => Promise<SyncPass | FailureCode>

export function createSyncDoor(deps: SyncDoorDeps): Admit {
  return async (request, planId) => {
    try {
      const { person, sessionHash } = await identify(deps, request, planId)
      const { plan, membership } = await deps.openPlanFor(person, 'plan.read', planId)
      const mayWriteHere = may(person, 'plan.write', policyObject(plan))
      return {
        userId: person.userId,
        memberId: membership.memberId,
        name: person.name,
        colour: personColour(membership.memberId),
        role: membership.role,
        sessionKey: sessionHash,
        mayRead: () => !deps.sessions.hasEnded(sessionHash),
        mayWrite: () => mayWriteHere && !deps.sessions.hasEnded(sessionHash),
        epoch: plan.epoch,
      }
    } catch (error) {
      if (error instanceof Failure) return error.code
      throw error
    }
  }
}

/** A ticket goes before a cookie: whoever brings one means it. */
async function identify(
  { people, sessions, cookie, tickets, nowMs }: SyncDoorDeps,
  request: IncomingMessage,
  planId: string,
): Promise<{ readonly person: Person; readonly sessionHash: string }> {
  const ticket = new URL(request.url ?? '/', 'http://any').searchParams.get(TICKET_PARAMETER)
  if (ticket !== null) {
    const holder = tickets.redeem(ticket, planId)
    if (!holder || sessions.hasEnded(holder.sessionHash)) {
      throw new Failure('sign-in-required', 'a ticket that does not work')
    }
    const person = await people.findPerson(holder.userId, nowMs())
    if (!person) throw new Failure('sign-in-required', `no user ${holder.userId}`)
    return { person, sessionHash: holder.sessionHash }
  }
  const token = cookie.read(request.headers.cookie)
  const signedIn = token === null ? null : await sessions.read(token)
  if (!signedIn) throw new Failure('sign-in-required', 'no session')
  return signedIn
}
