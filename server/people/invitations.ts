/**
 * Inviting people to a school and a plan, and coming in by an invitation.
 *
 * Whoever holds the link may come in: knows no address and no account. Unknown,
 * expired, used-up and revoked links are refused alike. A member who opens one
 * again is only led to the plan.
 */
import type { Join, NewInvitation } from '../../shared/api/invitations.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { Failure } from '../../shared/failure.ts'
import {
  createId,
  type InvitationId,
  type MemberId,
  type PlanId,
  type RandomBytes,
  type UserId,
} from '../../shared/ids.ts'
import { cleanText } from '../../shared/text/clean-text.ts'
import type { FoundInvitation, InvitationStore } from './invitation-store.ts'
import { endOfDate } from './end-of-day.ts'
import { refuseSuspended } from './kept-out.ts'
import type { Person, School } from './people-store.ts'
import { isExamplePerson, type NewSession, type Sessions } from './sessions.ts'
import { createToken, hashToken } from './tokens.ts'
import { typedLine } from './typed-line.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** More than anybody keeps track of. */
const MAX_OPEN = 100
const MAX_DAYS = 366

export interface InvitationDeps {
  readonly store: InvitationStore
  readonly sessions: Pick<Sessions, 'draft'>
  readonly publicOrigin: string
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/** Where an invitation leads, and who makes it. */
export interface InvitationPlace {
  readonly school: School
  readonly planId: PlanId
  readonly userId: UserId
  readonly memberId: MemberId
}

/** @throws Failure 'bad-request' for a last day that is over or far away. @throws Failure 'too-many-requests' when the school has too many open ones. */
export async function makeInvitation(
  deps: Omit<InvitationDeps, 'sessions'>,
  { role, days, maxUses, discuss = false, label = '', lastDay }: NewInvitation,
  { school, planId, userId, memberId }: InvitationPlace,
): Promise<{ readonly invitationId: InvitationId; readonly url: string }> {
  const token = createToken(deps.random)
  const invitationId = createId<InvitationId>(deps.random)
  const createdAtMs = deps.nowMs()
  const isMade = await deps.store.addInvitation(
    {
      invitationId,
      tokenHash: hashToken(token),
      schoolId: school.schoolId,
      planId,
      role,
      defaultRight: role === 'guest' && discuss ? 'discuss' : null,
      label: cleanText(label).replace(/\s+/g, ' ').trim() || null,
      madeBy: userId,
      madeByMember: memberId,
      createdAtMs,
      expiresAtMs:
        lastDay === undefined
          ? createdAtMs + days * DAY_MS
          : endOfLastDay(lastDay, school, createdAtMs),
      maxUses,
    },
    MAX_OPEN,
  )
  if (!isMade) throw new Failure('too-many-requests', `${MAX_OPEN} open invitations`)
  // In the fragment: it is sent to no server, so no log on the way has it.
  return { invitationId, url: `${deps.publicOrigin}/join#${token}` }
}

/** @throws Failure 'bad-request' */
function endOfLastDay(lastDay: CalendarDate, { timeZone }: School, nowMs: number): number {
  const endsAtMs = endOfDate(lastDay, timeZone)
  if (endsAtMs <= nowMs || endsAtMs > nowMs + MAX_DAYS * DAY_MS) {
    throw new Failure('bad-request', `an invitation until ${lastDay}`, {
      told: { field: 'lastDay' },
    })
  }
  return endsAtMs
}

/**
 * What a link leads to.
 *
 * @throws Failure 'link-not-valid'; 'access-denied' for one who is suspended at its school.
 */
export async function findInvitation(
  { store, nowMs }: Pick<InvitationDeps, 'store' | 'nowMs'>,
  token: string,
  person: Person | null,
): Promise<FoundInvitation> {
  const found = await store.findByToken(hashToken(token), nowMs())
  // Open or not: another link would not let them in either.
  if (found && joinsAsThemselves(person)) await refuseSuspended(store, found.schoolId, person)
  if (!found || !(found.isOpen || isMember(person, found))) {
    throw new Failure('link-not-valid', 'invitation')
  }
  return found
}

/** Does this person belong to the school that the invitation is of? */
export function isMember(person: Person | null, { schoolId }: FoundInvitation): boolean {
  return person?.memberships.some((membership) => membership.schoolId === schoolId) ?? false
}

/**
 * Does this person join as themselves? One who is only in example schools becomes
 * somebody new: what they write in a real school is not to be an example's person's.
 */
export function joinsAsThemselves(person: Person | null): person is Person {
  return person !== null && !isExamplePerson(person)
}

/** Somebody who has just come in, and the session for their browser. */
interface SignedInNewcomer {
  readonly userId: UserId
  readonly session: NewSession
}

/**
 * @returns the plan, and a session for one who is new.
 * @throws Failure as `findInvitation`; 'bad-request' for a name without a letter;
 *   'sign-in-required' when neither a name nor a person came.
 */
export async function joinSchool(
  deps: InvitationDeps,
  { token, name, language, publicComputer }: Join,
  person: Person | null,
  userAgent: string | undefined,
): Promise<{ readonly planId: PlanId; readonly newcomer: SignedInNewcomer | null }> {
  const found = await findInvitation(deps, token, person)
  const { planId } = found
  if (isMember(person, found)) return { planId, newcomer: null }

  const tokenHash = hashToken(token)
  const memberId = createId<MemberId>(deps.random)
  if (joinsAsThemselves(person)) {
    const { userId } = person
    const isIn = await deps.store.admitPerson(tokenHash, { userId, memberId }, deps.nowMs())
    if (!isIn) {
      // Meanwhile, perhaps.
      await refuseSuspended(deps.store, found.schoolId, person)
      throw new Failure('link-not-valid', 'invitation')
    }
    return { planId, newcomer: null }
  }

  if (name === null) throw new Failure('sign-in-required', 'joining without a name')
  const userId = createId<UserId>(deps.random)
  const expiresAtMs = found.schoolExpiresAtMs ?? undefined
  const { session, forBrowser } = deps.sessions.draft(
    userId,
    { expiresAtMs, publicComputer, userAgent },
    found.schoolTimeZone,
  )
  const newcomer = { userId, memberId, name: typedLine(name, 'name'), language, session }
  if (!(await deps.store.admitNewcomer(tokenHash, newcomer, deps.nowMs()))) {
    throw new Failure('link-not-valid', 'invitation')
  }
  return { planId, newcomer: { userId, session: forBrowser } }
}
