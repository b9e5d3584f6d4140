/**
 * The first start: a one-time link that makes the school and its coordinator.
 *
 * While there is no school each start makes a new link and the earlier ones stop
 * working, so only who sees the program's own output can set it up.
 */
import type { SetUp } from '../../shared/api/set-up.ts'
import { Failure } from '../../shared/failure.ts'
import {
  createId,
  type MemberId,
  type RandomBytes,
  type SchoolId,
  type UserId,
} from '../../shared/ids.ts'
import type { SchoolStore } from './school-store.ts'
import type { NewSession, Sessions } from './sessions.ts'
import { createToken, hashToken } from './tokens.ts'
import { typedLine } from './typed-line.ts'

/** Until a school can set its own: the programme's schools at home. */
const FIRST_TIME_ZONE = 'Europe/Oslo'

export interface SetUpDeps {
  readonly store: Pick<SchoolStore, 'hasRealSchool' | 'replaceSetUpLink' | 'setUp'>
  readonly sessions: Pick<Sessions, 'draft'>
  readonly publicOrigin: string
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/** The link that sets the school up; null when there is a school already. */
export async function createSetUpLink(deps: Omit<SetUpDeps, 'sessions'>): Promise<string | null> {
  if (await deps.store.hasRealSchool()) return null
  const token = createToken(deps.random)
  await deps.store.replaceSetUpLink(hashToken(token), deps.nowMs())
  // In the fragment: it is sent to no server, so no log on the way has it.
  return `${deps.publicOrigin}/set-up#${token}`
}

/** @throws Failure 'link-not-valid' when the link is unknown, replaced or used. */
export async function setUpSchool(
  deps: SetUpDeps,
  { token, schoolName, name, language }: SetUp,
  userAgent: string | undefined,
): Promise<{
  readonly schoolId: SchoolId
  readonly userId: UserId
  readonly session: NewSession
}> {
  const schoolId = createId<SchoolId>(deps.random)
  const userId = createId<UserId>(deps.random)
  const memberId = createId<MemberId>(deps.random)
  const coordinator = {
    userId,
    memberId,
    name: typedLine(name, 'name'),
    language,
    role: 'coordinator',
  } as const
  const { session, forBrowser } = deps.sessions.draft(userId, { userAgent }, FIRST_TIME_ZONE)

  const isDone = await deps.store.setUp(
    hashToken(token),
    {
      schoolId,
      name: typedLine(schoolName, 'schoolName'),
      language,
      timeZone: FIRST_TIME_ZONE,
      frozenToday: null,
      expiresAtMs: null,
      createdAtMs: deps.nowMs(),
      members: [coordinator],
    },
    session,
  )
  if (!isDone) throw new Failure('link-not-valid', 'set-up link')
  return { schoolId, userId, session: forBrowser }
}
