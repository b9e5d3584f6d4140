/** A thread as a page shows it, with whatever a test wants of it. */
import type { ShownThread } from '../../client/discuss/shown-threads.ts'
import type { Suggestion } from '../../shared/api/threads.ts'

const KARI = { memberId: 'k', name: 'Kari', role: 'teacher' } as const

export function aThread(threadId: string, change: Partial<ShownThread> = {}): ShownThread {
  return {
    threadId,
    number: 1,
    place: { kind: 'plan' },
    by: KARI,
    atMs: 1,
    state: 'open',
    resolvedBy: null,
    assignee: null,
    decision: null,
    suggestion: null,
    messages: [
      {
        messageId: `${threadId}-1`,
        by: KARI,
        atMs: 1,
        editedAtMs: null,
        body: 'Hei',
        isGone: false,
        mentions: [],
        reactions: [],
        waiting: null,
      },
    ],
    seq: 1,
    seenSeq: 1,
    waiting: null,
    ...change,
  }
}

export function suggestionOf(state: Suggestion['state'], words = 'nye ord'): Suggestion {
  const isSettled = state !== 'open'
  return {
    change: { kind: 'words', words },
    state,
    settledBy: isSettled ? KARI : null,
    settledAtMs: isSettled ? 2 : null,
    reason: null,
  }
}
