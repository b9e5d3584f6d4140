/**
 * Mentions in what somebody says that would not be heard: a colleague who does not read the
 * threads of the plan is named in plain words, so that nobody believes they were told. Pages do
 * not offer them; their rights may have changed since.
 *
 * Pupils, and those who are suspended or gone, stay as they are written: what they are called
 * changes or goes by their id, and nobody offers them either.
 */
import { mentionsIn, withoutMentions } from '../../shared/discuss/mentions.ts'
import type { MemberId } from '../../shared/ids.ts'
import { mayReadThreads } from '../discuss/who-is-told.ts'
import { findSpeakers } from './find-speakers.ts'
import type { Deed } from './thread-deed.ts'

/** What is said, and who is called on in it who was not before. */
export interface Heard {
  readonly body: string
  readonly mentioned: readonly MemberId[]
}

/** @param before what the message said until now: who is called on in it stays so. */
export async function heardMentions(
  { trx, plan, circle }: Deed,
  body: string,
  before: string | null = null,
): Promise<Heard> {
  const known = mentionsIn(before ?? '')
  const deaf = new Set(
    circle.members
      .filter((member) => !mayReadThreads(member, circle))
      .map(({ memberId }) => memberId),
  )
  const fresh = mentionsIn(body).filter((memberId) => !known.includes(memberId))
  const unheard = fresh.filter((memberId) => deaf.has(memberId))
  const mentioned = fresh.filter((memberId) => !deaf.has(memberId))
  if (unheard.length === 0) return { body, mentioned }
  const speakers = await findSpeakers(trx, plan.schoolId, unheard)
  return {
    body: withoutMentions(body, (memberId) => speakers.get(memberId)?.name ?? null),
    mentioned,
  }
}
