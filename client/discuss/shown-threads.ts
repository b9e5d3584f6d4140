/**
 * Threads as they are shown: what the school has, and what this person has said and the
 * school does not have yet, in its place. Pure.
 */
import type { Message, Speaker, Thread } from '../../shared/api/threads.ts'
import type { RequestProblem } from '../api/request.ts'
import type { Said } from './outbox.ts'

/** Something that is not at the school yet. */
export interface Waiting {
  readonly id: string
  /** null: it is on its way. */
  readonly refused: RequestProblem | null
}

export interface ShownMessage extends Message {
  /** null: the school has it. */
  readonly waiting: Waiting | null
}

export interface ShownThread extends Thread {
  /** null: the school has it. */
  readonly waiting: Waiting | null
  readonly messages: ShownMessage[]
}

/** Those that wait have no number yet. */
export const NO_NUMBER = 0

export function withWaiting(
  threads: readonly Thread[],
  waiting: readonly Said[],
  me: Speaker,
): readonly ShownThread[] {
  const atSchool = threads.map((thread) => ({
    ...thread,
    waiting: null,
    messages: thread.messages.map((message) => ({ ...message, waiting: null })),
  }))
  const isThere = new Set(threads.map(({ threadId }) => threadId))
  const fresh = waiting.flatMap((said) =>
    said.words.kind === 'thread' && !isThere.has(said.words.thread.threadId)
      ? [freshThread(said, said.words.thread, me)]
      : [],
  )
  return [...atSchool, ...fresh].map((thread) => withReplies(thread, waiting, me))
}

function withReplies(thread: ShownThread, waiting: readonly Said[], me: Speaker): ShownThread {
  const isThere = new Set(thread.messages.map(({ messageId }) => messageId))
  const replies = waiting.flatMap((said) =>
    said.words.kind === 'message' &&
    said.words.threadId === thread.threadId &&
    !isThere.has(said.id)
      ? [freshMessage(said, said.words.message.body, me)]
      : [],
  )
  return replies.length === 0 ? thread : { ...thread, messages: [...thread.messages, ...replies] }
}

function freshThread(
  said: Said,
  { threadId, place, body, suggestion }: Extract<Said['words'], { kind: 'thread' }>['thread'],
  me: Speaker,
): ShownThread {
  return {
    threadId,
    number: NO_NUMBER,
    place,
    by: me,
    atMs: said.atMs,
    state: 'open',
    resolvedBy: null,
    assignee: null,
    decision: null,
    suggestion: suggestion && {
      change: suggestion,
      state: 'open',
      settledBy: null,
      settledAtMs: null,
      reason: null,
    },
    messages: [freshMessage(said, body, me)],
    seq: 0,
    seenSeq: 0,
    waiting: waitingOf(said),
  }
}

function freshMessage(said: Said, body: string | null, me: Speaker): ShownMessage {
  return {
    messageId: said.id,
    by: me,
    atMs: said.atMs,
    editedAtMs: null,
    body,
    isGone: false,
    mentions: [],
    reactions: [],
    waiting: waitingOf(said),
  }
}

function waitingOf({ id, refused }: Said): Waiting {
  return { id, refused }
}
