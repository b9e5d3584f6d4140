/**
 * Coming in by way of the school's sign-in provider, and connecting who one is
 * there to one's account here.
 *
 * The browser carries one secret (a cookie) and everything that binds the answer
 * is made from it: state, nonce and code verifier. What is stored is its hash,
 * used up by the statement that finds it: an answer counts once, in the browser
 * that asked. Connecting begins by a POST of our own page and ends only in the
 * session it began in. Who is connected shows the same way that it is still they:
 * the provider is told to ask anew, and only an answer that says it did so counts.
 */
import { createHash } from 'node:crypto'
import type { ProviderProblem } from '../../shared/api/sign-in.ts'
import { createId, type MemberId, type RandomBytes, type UserId } from '../../shared/ids.ts'
import type { MemberStore } from '../people/member-store.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { SignedIn } from '../people/sessions.ts'
import { createToken, hashToken } from '../people/tokens.ts'
import type { AccountStore } from './account-store.ts'
import { PROOF_MS } from './complete-sign-in.ts'
import { type GroupRoles, roleOfGroups } from './group-roles.ts'
import type { AttemptSecrets, IdentityProvider, ProviderClaims } from './identity-provider.ts'
import type { IdentityStore, ProviderAttempt } from './identity-store.ts'
import { mustProve } from './my-ways.ts'
import { typedLine } from '../people/typed-line.ts'

/** Time enough for a second factor that has to be looked for. */
export const ATTEMPT_MS = 15 * 60 * 1000

export interface ProviderDoorDeps {
  readonly provider: IdentityProvider
  readonly groupRoles: GroupRoles
  /** Id or name; null: the only school. */
  readonly school: string | null
  readonly identities: IdentityStore
  readonly accounts: AccountStore
  /** As MyWaysDeps has it. */
  readonly isAtProvider: (userId: UserId) => Promise<boolean>
  readonly people: Pick<PeopleStore, 'findPerson'>
  readonly members: Pick<MemberStore, 'setRole' | 'remove'>
  /** Told when somebody's role is another: their open plans hear it. */
  readonly rightsChanged: (userId: UserId) => Promise<void>
  readonly nowMs: () => number
  readonly random: RandomBytes
}

export interface NewAttempt {
  readonly path: string
  readonly publicComputer: boolean
  /** Whose session the identity is to be connected to; null: signing in. */
  readonly sessionHash: string | null
}

export type ProviderOutcome =
  | { readonly kind: 'signed-in'; readonly userId: UserId; readonly attempt: ProviderAttempt }
  | { readonly kind: 'connected' | 'proven'; readonly attempt: ProviderAttempt }
  | { readonly kind: 'problem'; readonly problem: ProviderProblem; readonly path: string }

export type ProviderDoor = ReturnType<typeof createProviderDoor>

export function createProviderDoor(deps: ProviderDoorDeps) {
  const { provider, identities, nowMs, random } = deps
  return {
    /** Where to send the browser, and the secret for its cookie. null: the provider does not answer. */
    async begin({ path, publicComputer, sessionHash }: NewAttempt) {
      const secret = createToken(random)
      const asking = sessionHash === null ? 'as-usual' : 'anew'
      const url = await provider.signInUrl(secretsOf(secret), asking)
      if (url === 'unavailable') return null
      const attempt = { path, publicComputer, sessionHash, attemptHash: hashToken(secret) }
      await identities.addAttempt({ ...attempt, expiresAtMs: nowMs() + ATTEMPT_MS }, nowMs())
      return { url: url.href, secret }
    },

    /** What the browser came back with. */
    async finish(
      secret: string | null,
      callback: URL,
      signedIn: SignedIn | null,
    ): Promise<ProviderOutcome> {
      const attempt =
        secret === null ? null : await identities.takeAttempt(hashToken(secret), nowMs())
      if (secret === null || !attempt) return problem('provider-too-late', '/')
      const claims = await provider.whoCame(callback, secretsOf(secret))
      if (claims === 'refused') return problem('provider-refused', attempt.path)
      if (claims === 'unavailable') return problem('provider-unavailable', attempt.path)
      return attempt.sessionHash === null
        ? signIn(deps, attempt, claims)
        : connect(deps, { attempt, claims, signedIn })
    },
  }
}

async function signIn(
  deps: ProviderDoorDeps,
  attempt: ProviderAttempt,
  claims: ProviderClaims,
): Promise<ProviderOutcome> {
  const { identities, people, nowMs } = deps
  const known = await identities.findUser(claims)
  if (known === null && !(await addPerson(deps, claims))) {
    return problem('provider-no-role', attempt.path)
  }
  if (known !== null) await followGroups(deps, claims, known)
  const userId = known ?? (await identities.findUser(claims))
  const person = userId === null ? null : await people.findPerson(userId, nowMs())
  if (!person || person.memberships.length === 0) return problem('provider-no-role', attempt.path)
  return { kind: 'signed-in', userId: person.userId, attempt }
}

/** false when the groups give no role here. */
async function addPerson(deps: ProviderDoorDeps, claims: ProviderClaims): Promise<boolean> {
  const { identities, groupRoles, random, nowMs } = deps
  const role = roleOfGroups(claims.groups ?? [], groupRoles)
  const school = role === null ? null : await identities.findSchool(deps.school)
  if (role === null || !school) return false
  const person = {
    userId: createId<UserId>(random),
    memberId: createId<MemberId>(random),
    name: nameOf(claims),
    ...school,
    role,
  }
  // Of two first times at once the second finds the first one's person.
  await identities.addPerson(claims, person, nowMs())
  return true
}

/** A role that groups gave follows them; the last coordinator of a school stays one. */
async function followGroups(
  deps: ProviderDoorDeps,
  claims: ProviderClaims,
  userId: UserId,
): Promise<void> {
  const { identities, members, groupRoles, random, nowMs } = deps
  if (groupRoles.size === 0) return
  // Said nothing of, they take nothing away: a mapping that was lost is not a person who left.
  if (claims.groups === null) return
  const role = roleOfGroups(claims.groups, groupRoles)
  const governed = await identities.findGoverned(claims)
  if (governed !== null) {
    const by = { memberId: null, atMs: nowMs() }
    if (role === null) await members.remove(governed, by)
    else await members.setRole(governed, role, by)
    await deps.rightsChanged(userId)
    return
  }
  const school = role === null ? null : await identities.findSchool(deps.school)
  if (role === null || !school) return
  const memberId = createId<MemberId>(random)
  await identities.join(claims, { schoolId: school.schoolId, memberId, role }, nowMs())
}

interface Connecting {
  readonly attempt: ProviderAttempt
  readonly claims: ProviderClaims
  readonly signedIn: SignedIn | null
}

async function connect(
  deps: ProviderDoorDeps,
  { attempt, claims, signedIn }: Connecting,
): Promise<ProviderOutcome> {
  if (signedIn?.sessionHash !== attempt.sessionHash) return problem('provider-too-late', '/')
  const { identities, accounts, nowMs } = deps
  const { sessionHash, person } = signedIn
  const { userId } = person
  if ((await identities.findUser(claims)) === userId) {
    if (!claims.isFresh) return problem('provider-not-anew', attempt.path)
    await accounts.proveSession(sessionHash, userId, nowMs() + PROOF_MS)
    return { kind: 'proven', attempt }
  }
  // Asked here too: it may have begun as a proof, and ended as somebody else's identity.
  if (await mustProve(deps, await accounts.findAccount(userId), sessionHash)) {
    return problem('provider-other-account', attempt.path)
  }
  const isMine = await identities.connect(claims, userId, nowMs())
  return isMine ? { kind: 'connected', attempt } : problem('provider-other-account', attempt.path)
}

function problem(name: ProviderProblem, path: string): ProviderOutcome {
  return { kind: 'problem', problem: name, path }
}

function secretsOf(secret: string): AttemptSecrets {
  const derive = (use: string) =>
    createHash('sha256').update(`${use} ${secret}`).digest('base64url')
  return { state: derive('state'), nonce: derive('nonce'), codeVerifier: derive('verifier') }
}

const MAX_NAME_LENGTH = 200

function nameOf({ name, subject }: ProviderClaims): string {
  return typedLine(name ?? subject).slice(0, MAX_NAME_LENGTH)
}
