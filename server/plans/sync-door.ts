/**
 * Who may come to the sync socket of a plan, decided at the upgrade: by session
 * cookie, or by a one-time ticket for programs without cookies. What they may do
 * from then on: live-rights.ts.
 */
import type { IncomingMessage } from 'node:http'
import { Failure, type FailureCode } from '../../shared/failure.ts'
import { TICKET_PARAMETER } from '../../shared/protocol/frames.ts'
import type { SessionCookie } from '../people/session-cookie.ts'
import type { Sessions } from '../people/sessions.ts'
import type { SyncPass } from '../sync/sync-pass.ts'
import type { LiveRights } from './live-rights.ts'
import type { Tickets } from './tickets.ts'

export interface SyncDoorDeps {
  readonly sessions: Pick<Sessions, 'read' | 'hasEnded'>
  readonly cookie: SessionCookie
  readonly tickets: Tickets
  readonly rights: Pick<LiveRights, 'enter'>
}

/** Lets someone in, or gives the reason for not doing so. */
export type Admit = (request: IncomingMessage, planId: string) => Promise<SyncPass | FailureCode>

export function createSyncDoor(deps: SyncDoorDeps): Admit {
  return async (request, planId) => {
    try {
      return await deps.rights.enter(await identify(deps, request, planId), planId)
    } catch (error) {
      if (error instanceof Failure) return error.code
      throw error
    }
  }
}

/** The hash of the session. A ticket goes before a cookie: whoever brings one means it. */
async function identify(
  { sessions, cookie, tickets }: SyncDoorDeps,
  request: IncomingMessage,
  planId: string,
): Promise<string> {
  const ticket = new URL(request.url ?? '/', 'http://any').searchParams.get(TICKET_PARAMETER)
  if (ticket !== null) {
    const holder = tickets.redeem(ticket, planId)
    if (!holder || sessions.hasEnded(holder.sessionHash)) {
      throw new Failure('sign-in-required', 'a ticket that does not work')
    }
    return holder.sessionHash
  }
  const token = cookie.read(request.headers.cookie)
  const signedIn = token === null ? null : await sessions.read(token)
  if (!signedIn) throw new Failure('sign-in-required', 'no session')
  return signedIn.sessionHash
}
