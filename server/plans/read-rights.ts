/** What somebody with an open socket may do with its plan, as it is now. */
import { personColour } from '../../shared/access/person-colour.ts'
import { may } from '../../shared/access/policy.ts'
import { Failure, type FailureCode } from '../../shared/failure.ts'
import type { SchoolId } from '../../shared/ids.ts'
import type { Sessions } from '../people/sessions.ts'
import type { SyncPass } from '../sync/sync-pass.ts'
import { type OpenPlanFor, policyObject } from './plan-access.ts'

export interface RightsSources {
  readonly sessions: Pick<Sessions, 'look'>
  readonly openPlanFor: OpenPlanFor
}

export interface Rights {
  readonly who: Pick<SyncPass, 'userId' | 'memberId' | 'name' | 'colour' | 'role' | 'epoch'>
  /** Of the plan. */
  readonly schoolId: SchoolId
  readonly mayWrite: boolean
  readonly mayDiscuss: boolean
  readonly mayReadThreads: boolean
  /** Why not even reading; null: they may. */
  readonly refusal: FailureCode | null
  /** When membership or school are over by themselves: nothing puts that off. */
  readonly holdsUntilMs: number
  /** When the session is over, unless it is used meanwhile. */
  readonly sessionUntilMs: number
}

/** @throws Failure why they may not read. */
export async function readRights(
  { sessions, openPlanFor }: RightsSources,
  { sessionHash, planId }: { readonly sessionHash: string; readonly planId: string },
): Promise<Rights> {
  const found = await sessions.look(sessionHash)
  if (!found) throw new Failure('sign-in-required', 'the session is over')
  const { person, expiresAtMs } = found
  const opened = await openPlanFor(person, 'plan.read', planId)
  const { memberId, name, role, school, expiresAtMs: memberUntilMs } = opened.membership
  return {
    who: {
      userId: person.userId,
      memberId,
      name,
      colour: personColour(memberId),
      role,
      epoch: opened.plan.epoch,
    },
    schoolId: opened.plan.schoolId,
    mayWrite: may(person, 'plan.write', policyObject(opened)),
    mayDiscuss: may(person, 'plan.discuss', policyObject(opened)),
    mayReadThreads: may(person, 'plan.read-threads', policyObject(opened)),
    refusal: null,
    holdsUntilMs: Math.min(memberUntilMs ?? Infinity, school.expiresAtMs ?? Infinity),
    sessionUntilMs: expiresAtMs,
  }
}

/** Is it something that the person's page shows? */
export function isSeen(before: Rights, after: Rights): boolean {
  const [was, is] = [before.who, after.who]
  return (
    before.mayWrite !== after.mayWrite ||
    before.mayDiscuss !== after.mayDiscuss ||
    before.mayReadThreads !== after.mayReadThreads ||
    was.role !== is.role ||
    was.name !== is.name
  )
}
