/**
 * Inviting one named person by their e-mail address, and coming in by it.
 *
 * The letter is meant for its address. Who is signed in as somebody with another
 * address is told so, and nothing is taken over; an address that has an account is
 * signed in by that account's own door first. Where no letter goes out, the inviter
 * hands the link over and vouches for the address: then it is kept as one that
 * nobody has confirmed, and no link is ever sent to it. An account whose owner only
 * said that an address is theirs keeps out neither whom a letter reaches nor for whom
 * an inviter vouches: whoever says that the account is not theirs has the address from
 * then on.
 */
import type {
  AcceptPersonal,
  NewPersonalInvitation,
  PersonalLook,
} from '../../shared/api/personal-invitations.ts'
import { Failure } from '../../shared/failure.ts'
import {
  createId,
  type InvitationId,
  type MemberId,
  type RandomBytes,
  type UserId,
} from '../../shared/ids.ts'
import { refuseSuspended } from '../people/kept-out.ts'
import type { Membership, Person } from '../people/people-store.ts'
import { isExamplePerson } from '../people/sessions.ts'
import { createToken, hashToken } from '../people/tokens.ts'
import { typedLine } from '../people/typed-line.ts'
import type { AccountStore } from './account-store.ts'
import { noAddress, normalEmail } from './email-address.ts'
import { invitationLetter } from './letters.ts'
import type { FoundPersonal, PersonalInvitationStore } from './personal-invitation-store.ts'
import type { Post } from './post.ts'

const DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000
/** More than anybody keeps track of. */
const MAX_OPEN = 200

export interface PersonalInvitationDeps {
  readonly store: PersonalInvitationStore
  readonly accounts: Pick<AccountStore, 'findAccount' | 'findByEmail'>
  readonly post: Post
  readonly publicOrigin: string
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/**
 * @returns the link for the inviter to hand over; null when it was sent.
 * @throws Failure 'already-member', 'too-many-requests', 'bad-request', 'access-denied'.
 */
export async function invitePerson(
  { store, post, publicOrigin, nowMs, random }: PersonalInvitationDeps,
  wanted: NewPersonalInvitation,
  inviter: { readonly person: Person; readonly membership: Membership },
): Promise<{ readonly invitationId: InvitationId; readonly url: string | null }> {
  const email = normalEmail(wanted.email)
  if (email === null) throw noAddress()
  const { person, membership } = inviter
  const { school } = membership
  // A letter to anybody at all, from a school that everybody may open: never.
  if (school.expiresAtMs !== null) throw new Failure('access-denied', 'mail from an example')
  const name = typedLine(wanted.name, 'name')
  const token = createToken(random)
  const invitationId = createId<InvitationId>(random)
  const createdAtMs = nowMs()
  const outcome = await store.add(
    {
      invitationId,
      tokenHash: hashToken(token),
      schoolId: school.schoolId,
      email,
      name,
      role: wanted.role,
      madeBy: person.userId,
      madeByMember: membership.memberId,
      createdAtMs,
      expiresAtMs: createdAtMs + DAYS * DAY_MS,
    },
    MAX_OPEN,
  )
  if (outcome === 'too-many') {
    throw new Failure('too-many-requests', `${MAX_OPEN} open invitations`)
  }
  if (outcome === 'already-member')
    throw new Failure('already-member', 'invited by address', { told: { field: 'email' } })

  const url = `${publicOrigin}/invitation#${token}`
  const facts = { name, inviter: person.name, school: school.name, role: wanted.role, days: DAYS }
  const reader = { to: email, language: wanted.language }
  if (!(await post.send(invitationLetter(reader, facts, url)))) return { invitationId, url }
  await store.markMailed(invitationId, nowMs())
  return { invitationId, url: null }
}

/** @throws Failure 'link-not-valid'; 'access-denied' for one who is suspended at its school. */
export async function lookAtPersonal(
  deps: PersonalInvitationDeps,
  token: string,
  person: Person | null,
): Promise<PersonalLook> {
  const found = await findOpen(deps, token, person)
  const { schoolName, inviterName, role, name, email } = found
  const opener = await openerOf(deps, found, person)
  return { schoolName, inviterName, role, name, email, opener }
}

/**
 * @returns who is in by it.
 * @throws Failure 'link-not-valid', 'not-for-you', 'sign-in-required', 'access-denied'.
 */
export async function acceptPersonal(
  deps: PersonalInvitationDeps,
  { token, name, language, isNotMine = false }: AcceptPersonal,
  person: Person | null,
): Promise<UserId> {
  const { store, nowMs, random } = deps
  const found = await findOpen(deps, token, person)
  const opener = await openerOf(deps, found, person)
  if (opener === 'somebody-else') throw new Failure('not-for-you', 'signed in as another')
  if (opener === 'sign-in' || (opener === 'contested' && !isNotMine))
    throw new Failure('sign-in-required', 'the address has an account')

  const tokenHash = hashToken(token)
  const memberId = createId<MemberId>(random)
  if (opener === 'myself' && person) {
    const { userId } = person
    const outcome = await store.admitPerson(tokenHash, { userId, memberId }, nowMs())
    // Meanwhile, perhaps.
    if (outcome === 'not-open') await refuseSuspended(store, found.schoolId, person)
    if (outcome === 'not-open') throw new Failure('link-not-valid', 'personal invitation')
    return userId
  }
  const newcomer = {
    userId: createId<UserId>(random),
    memberId,
    name: typedLine(name, 'name'),
    language,
    emailConfirmedAtMs: found.isMailed ? nowMs() : null,
  }
  const outcome = await store.admitNewcomer(tokenHash, newcomer, nowMs())
  if (outcome === 'not-open') throw new Failure('link-not-valid', 'personal invitation')
  if (outcome === 'email-taken') throw new Failure('sign-in-required', 'the address has an account')
  return newcomer.userId
}

/** @throws Failure 'access-denied' for the one it is meant for, open or not, when they are suspended. */
async function findOpen(
  deps: PersonalInvitationDeps,
  token: string,
  person: Person | null,
): Promise<FoundPersonal> {
  const found = await deps.store.find(hashToken(token), deps.nowMs())
  if (person && found && (await isMeantFor(deps, found, person))) {
    await refuseSuspended(deps.store, found.schoolId, person)
  }
  if (!found?.isOpen) throw new Failure('link-not-valid', 'personal invitation')
  return found
}

async function isMeantFor(
  { accounts }: Pick<PersonalInvitationDeps, 'accounts'>,
  { email }: FoundPersonal,
  person: Person,
): Promise<boolean> {
  return !isExamplePerson(person) && (await accounts.findAccount(person.userId)).email === email
}

async function openerOf(
  deps: PersonalInvitationDeps,
  found: FoundPersonal,
  person: Person | null,
): Promise<PersonalLook['opener']> {
  const { email, isMailed } = found
  if (person && !isExamplePerson(person)) {
    return (await isMeantFor(deps, found, person)) ? 'myself' : 'somebody-else'
  }
  const owner = await deps.accounts.findByEmail(email)
  if (owner === null) return 'newcomer'
  if (owner.emailConfirmedAtMs !== null) return 'sign-in'
  // Who reads the mailbox has more right to it than one for whom an inviter vouched, and either
  // more than one who only said that it is theirs.
  if (isMailed) return 'newcomer'
  return owner.emailVouchedAtMs === null ? 'contested' : 'sign-in'
}
