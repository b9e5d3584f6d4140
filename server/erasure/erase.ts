/** Erasing a person: what the store does, felt at once by whoever is signed in or has a plan open. */
import { Failure } from '../../shared/failure.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'
import type { Sessions } from '../people/sessions.ts'
import { typedLine } from '../people/typed-line.ts'
import { serverWords } from '../words/server-words.ts'
import type { Erasure, ErasureStore, FormerName } from './erasure-store.ts'

export interface EraseDeps {
  readonly store: Pick<ErasureStore, 'erasePerson' | 'eraseMember'>
  readonly sessions: Pick<Sessions, 'noteEnded'>
  /** What this person may do is different now: their open plans are to feel it. */
  readonly rightsChanged: (userId: UserId) => Promise<void>
}

/** 'former teacher', in the school's language. */
export const formerName: FormerName = (language, role) => serverWords(language).former[role]

/** @throws Failure 'not-confirmed' unless the name was typed as it is. */
export function confirmName(typed: string, name: string): void {
  if (typedLine(typed, 'name').normalize() === typedLine(name).normalize()) return
  throw new Failure('not-confirmed', 'another name was typed', { told: { field: 'name' } })
}

/** @throws Failure 'not-found', 'last-coordinator'; then nothing was done. */
export async function erasePerson(deps: EraseDeps, userId: UserId, atMs: number): Promise<void> {
  await finish(deps, await deps.store.erasePerson(userId, atMs, formerName), userId)
}

/** @throws Failure 'not-found', 'last-coordinator', 'access-denied'; then nothing was done. */
export async function eraseMember(deps: EraseDeps, memberId: MemberId, by: By): Promise<void> {
  await finish(deps, await deps.store.eraseMember(memberId, by, formerName), memberId)
}

async function finish(deps: EraseDeps, erasure: Erasure, id: string): Promise<void> {
  if (erasure.kind === 'unknown') throw new Failure('not-found', id)
  if (erasure.kind === 'not-allowed') throw new Failure('access-denied', `erasing ${id}`)
  if (erasure.kind === 'last-coordinator') throw new Failure('last-coordinator', id)
  deps.sessions.noteEnded(erasure.endedSessions)
  await deps.rightsChanged(erasure.userId)
}
