/** Suggestions, as those who settle them need them; and settling, decided by the database. */
import type { Kysely } from 'kysely'
import type { MemberId } from '../../shared/ids.ts'
import type {
  DeedBy,
  DiscussedPlan,
  SettleOutcome,
  Settling,
  StoredSuggestion,
} from '../discuss/thread-store.ts'
import type { Tables } from './schema.ts'
import { threadDeed } from './thread-deed.ts'
import { threadIn } from './thread-lookups.ts'
import { changeOf, doneOf, placeOf } from './thread-rows.ts'
import { dropUnseen } from './write-notifications.ts'

/** As ThreadStore has it, as all below. */
export async function findSuggestion(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  threadId: string,
): Promise<StoredSuggestion | null> {
  const row = await suggestions(db, plan)
    .where('thread.id', '=', threadId as Tables['thread']['id'])
    .executeTakeFirst()
  return row ? suggestionOf(row) : null
}

export async function listOpenSuggestions(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  by: string,
): Promise<readonly StoredSuggestion[]> {
  const rows = await suggestions(db, plan)
    .where('thread.member_id', '=', by as MemberId)
    .where('thread.suggestion_state', '=', 'open')
    .where('thread.resolved_at_ms', 'is', null)
    .orderBy('thread.number')
    .execute()
  return rows.flatMap((row) => suggestionOf(row) ?? [])
}

export function settleSuggestion(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  { threadId, from, to, applied, reason = null, settled }: Settling & { readonly threadId: string },
  by: DeedBy,
): Promise<SettleOutcome> {
  const isUndone = to === 'open' || settled !== undefined
  // Whose right was taken in between undoes all the same what they did by it.
  const verb = isUndone ? null : 'plan.decide'
  return threadDeed<SettleOutcome>(db, plan, by, verb, async ({ trx, epoch }) => {
    const thread = await threadIn(trx, plan.planId, threadId)
    if (!thread || thread.change === null) return 'unknown'
    const done = isUndone ? settled : { by: by.memberId, atMs: by.atMs }
    const { numUpdatedRows } = await trx
      .updateTable('thread')
      .set({
        suggestion_state: to,
        settled_by: done?.by ?? null,
        settled_at_ms: done?.atMs ?? null,
        reason,
        ...(applied && { applied: applied.epoch === epoch ? applied.json : null }),
      })
      .where('id', '=', thread.id)
      .where('suggestion_state', '=', from)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return 'settled'
    if (isUndone && from !== 'open') await dropUnseen(trx, thread.id, [from], null)
    const told = isUndone ? null : ({ kind: to, suggestedBy: thread.member_id } as const)
    return { threadId: thread.id, seqBefore: thread.seq, told }
  })
}

/** With the plan's epoch, in one statement: what they say is of it. */
function suggestions(db: Kysely<Tables>, { planId }: DiscussedPlan) {
  return db
    .selectFrom('thread')
    .innerJoin('plan', 'plan.id', 'thread.plan_id')
    .leftJoin('member', 'member.id', 'thread.member_id')
    .select(['thread.id', 'thread.place', 'thread.member_id', 'thread.change'])
    .select(['thread.suggestion_state', 'thread.settled_by', 'thread.settled_at_ms'])
    .select(['thread.applied', 'member.user_id', 'plan.epoch'])
    .where('thread.plan_id', '=', planId)
}

type SuggestionRow = Awaited<ReturnType<ReturnType<typeof suggestions>['executeTakeFirstOrThrow']>>

function suggestionOf(row: SuggestionRow): StoredSuggestion | null {
  const change = changeOf(row)
  if (!change) return null
  return {
    threadId: row.id,
    place: placeOf(row),
    by: row.member_id,
    byUserId: row.user_id,
    change,
    state: row.suggestion_state ?? 'open',
    settled: doneOf(row.settled_by, row.settled_at_ms),
    applied: row.applied,
    epoch: row.epoch,
  }
}
