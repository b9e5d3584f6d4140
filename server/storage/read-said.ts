/** What one person said about plans, for themselves: nothing of what others said. */
import type { Kysely } from 'kysely'
import type { MySaid } from '../../shared/api/erasure.ts'
import type { UserId } from '../../shared/ids.ts'
import { memberIdsOf } from './member-ids-of.ts'
import type { Tables } from './schema.ts'
import { changeOf, placeOf } from './thread-rows.ts'

export async function readSaid(db: Kysely<Tables>, userId: UserId): Promise<MySaid> {
  const ids = await memberIdsOf(db, userId)
  if (ids.length === 0) return { threads: [], messages: [], reactions: [], settled: [] }
  const inPlans = () =>
    db
      .selectFrom('thread')
      .leftJoin('plan_summary', 'plan_summary.plan_id', 'thread.plan_id')
      .select(['thread.plan_id as planId', 'thread.number', 'plan_summary.title'])

  const threads = await inPlans()
    .select(['thread.place', 'thread.change', 'thread.created_at_ms as atMs'])
    .where('thread.member_id', 'in', ids)
    .orderBy('thread.created_at_ms')
    .execute()
  const messages = await inPlans()
    .innerJoin('thread_message as message', 'message.thread_id', 'thread.id')
    .select(['message.created_at_ms as atMs', 'message.edited_at_ms as editedAtMs', 'message.body'])
    .where('message.member_id', 'in', ids)
    .where('message.body', 'is not', null)
    .orderBy('message.created_at_ms')
    .execute()
  const reactions = await inPlans()
    .innerJoin('thread_message as message', 'message.thread_id', 'thread.id')
    .innerJoin('message_reaction as given', 'given.message_id', 'message.id')
    .select(['given.created_at_ms as atMs', 'given.reaction'])
    .where('given.member_id', 'in', ids)
    .orderBy('given.created_at_ms')
    .execute()
  const decided = await inPlans()
    .select(['thread.decided_at_ms as atMs', 'thread.decision as words'])
    .where('thread.decided_by', 'in', ids)
    .orderBy('thread.decided_at_ms')
    .execute()
  const settled = await inPlans()
    .select(['thread.suggestion_state as state', 'thread.settled_at_ms as atMs'])
    .select('thread.reason as words')
    .where('thread.settled_by', 'in', ids)
    .orderBy('thread.settled_at_ms')
    .execute()

  return {
    threads: threads.map(({ place, change, ...row }) => ({
      ...titled(row),
      place: placeOf({ place }),
      suggestion: changeOf({ change }),
    })),
    messages: messages.map(titled),
    reactions: reactions.map(titled),
    settled: [...decided.map((row) => ({ ...row, state: 'decided' as const })), ...settled].map(
      ({ atMs, state, ...row }) => ({ ...titled(row), atMs: atMs ?? 0, state: state ?? 'open' }),
    ),
  }
}

function titled<Row extends { readonly title: string | null }>({ title, ...row }: Row) {
  return { ...row, planTitle: title ?? '' }
}
