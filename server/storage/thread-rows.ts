/** What is said about a plan, from its rows. */
import type { Kysely, Selectable } from 'kysely'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { mentionsIn } from '../../shared/discuss/mentions.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Speakers } from '../people/speaker.ts'
import type { DiscussedPlan, Done, StoredMessage, StoredThread } from '../discuss/thread-store.ts'
import { findSpeakers } from './find-speakers.ts'
import type { Tables } from './schema.ts'

type ThreadRow = Selectable<Tables['thread']>
type MessageRow = Selectable<Tables['thread_message']>
type ReactionRow = Selectable<Tables['message_reaction']>

export interface ReadThreads {
  readonly threads: readonly StoredThread[]
  readonly speakers: Speakers
}

/** @param threadId null: all of the plan. */
export async function readThreads(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  threadId: string | null,
  forMember: MemberId,
): Promise<ReadThreads> {
  const { planId, schoolId } = plan
  const ofThese = () => {
    const all = db.selectFrom('thread').where('thread.plan_id', '=', planId)
    return threadId === null ? all : all.where('thread.id', '=', threadId as ThreadRow['id'])
  }
  const rows = await ofThese().selectAll('thread').orderBy('thread.number').execute()
  if (rows.length === 0) return { threads: [], speakers: new Map() }
  const messages = await ofThese()
    .innerJoin('thread_message as message', 'message.thread_id', 'thread.id')
    .selectAll('message')
    .orderBy('message.place_in_thread')
    .execute()
  const reactions = await ofThese()
    .innerJoin('thread_message as message', 'message.thread_id', 'thread.id')
    .innerJoin('message_reaction as given', 'given.message_id', 'message.id')
    .selectAll('given')
    .orderBy('given.created_at_ms')
    .orderBy('given.member_id')
    .execute()
  const seen = await ofThese()
    .innerJoin('thread_seen as seen', 'seen.thread_id', 'thread.id')
    .select(['seen.thread_id', 'seen.seq'])
    .where('seen.member_id', '=', forMember)
    .execute()

  const seenSeq = new Map(seen.map(({ thread_id, seq }) => [thread_id, seq]))
  const reactionsOf = Map.groupBy(reactions, ({ message_id }) => message_id)
  const messagesOf = Map.groupBy(messages, ({ thread_id }) => thread_id)
  const threads = rows.map((row) => ({
    ...threadOf(row),
    seenSeq: seenSeq.get(row.id) ?? 0,
    messages: (messagesOf.get(row.id) ?? []).map((message) =>
      messageOf(message, reactionsOf.get(message.id) ?? []),
    ),
  }))
  return { threads, speakers: await findSpeakers(db, schoolId, threads.flatMap(namedIn)) }
}

/** JSON that the store wrote. */
export function placeOf({ place }: Pick<ThreadRow, 'place'>): ThreadPlace {
  return JSON.parse(place) as ThreadPlace
}

/** JSON that the store wrote; null: a comment. */
export function changeOf({ change }: Pick<ThreadRow, 'change'>): SuggestedChange | null {
  return change === null ? null : (JSON.parse(change) as SuggestedChange)
}

function threadOf(row: ThreadRow): Omit<StoredThread, 'messages' | 'seenSeq'> {
  const change = changeOf(row)
  const decided = doneOf(row.decided_by, row.decided_at_ms)
  return {
    threadId: row.id,
    number: row.number,
    place: placeOf(row),
    by: row.member_id,
    atMs: row.created_at_ms,
    seq: row.seq,
    resolved: doneOf(row.resolved_by, row.resolved_at_ms),
    assigneeId: row.assignee_id,
    decision: row.decision !== null && decided ? { sentence: row.decision, ...decided } : null,
    suggestion: change && {
      change,
      state: row.suggestion_state ?? 'open',
      settled: doneOf(row.settled_by, row.settled_at_ms),
      reason: row.reason,
    },
  }
}

/** null: nobody has. */
export function doneOf(by: MemberId | null, atMs: number | null): Done | null {
  return by === null || atMs === null ? null : { by, atMs }
}

function messageOf(row: MessageRow, reactions: readonly ReactionRow[]): StoredMessage {
  return {
    messageId: row.id,
    by: row.member_id,
    atMs: row.created_at_ms,
    editedAtMs: row.edited_at_ms,
    isGone: row.gone_at_ms !== null,
    body: row.body,
    reactions: reactions.map(({ reaction, member_id }) => ({ reaction, by: member_id })),
  }
}

/** Everybody whom a thread names. */
function namedIn(thread: StoredThread): readonly string[] {
  const { by, resolved, assigneeId, decision, suggestion, messages } = thread
  const named = [by, resolved?.by, assigneeId, decision?.by, suggestion?.settled?.by]
  const said = messages.flatMap((message) => [
    message.by,
    ...mentionsIn(message.body ?? ''),
    ...message.reactions.map((reaction) => reaction.by),
  ])
  return [...named, ...said].filter((id) => typeof id === 'string')
}
