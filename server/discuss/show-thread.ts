/** A thread as people see it: ids with the names that they have now. */
import type { Message, Speaker, Thread } from '../../shared/api/threads.ts'
import { mentionsIn } from '../../shared/discuss/mentions.ts'
import type { Language } from '../../shared/languages.ts'
import { showSpeaker, type Speakers } from '../people/speaker.ts'
import type { StoredMessage, StoredThread } from './thread-store.ts'

/** @param language of the school, for those who have left. */
export function showThread(thread: StoredThread, speakers: Speakers, language: Language): Thread {
  const named = (memberId: string): Speaker => {
    const known = speakers.get(memberId)
    // Nobody is taken out of a school without leaving what they were.
    return showSpeaker(
      known ?? { memberId: memberId as never, name: null, role: 'guest' },
      language,
    )
  }
  const { decision, suggestion } = thread
  return {
    threadId: thread.threadId,
    number: thread.number,
    place: thread.place,
    by: named(thread.by),
    atMs: thread.atMs,
    state: thread.resolved ? 'resolved' : 'open',
    resolvedBy: thread.resolved && named(thread.resolved.by),
    assignee: thread.assigneeId && named(thread.assigneeId),
    decision: decision && {
      sentence: decision.sentence,
      by: named(decision.by),
      atMs: decision.atMs,
    },
    suggestion: suggestion && {
      change: suggestion.change,
      state: suggestion.state,
      settledBy: suggestion.settled && named(suggestion.settled.by),
      settledAtMs: suggestion.settled?.atMs ?? null,
      reason: suggestion.reason,
    },
    messages: thread.messages.map((message) => showMessage(message, speakers, named)),
    seq: thread.seq,
    seenSeq: thread.seenSeq,
  }
}

function showMessage(
  { reactions, ...message }: StoredMessage,
  speakers: Speakers,
  named: (memberId: string) => Speaker,
): Message {
  const mentioned = mentionsIn(message.body ?? '').filter((memberId) => speakers.has(memberId))
  return {
    ...message,
    by: named(message.by),
    mentions: mentioned.map(named),
    reactions: [...Map.groupBy(reactions, ({ reaction }) => reaction)].map(([reaction, given]) => ({
      reaction,
      by: given.map(({ by }) => named(by)),
    })),
  }
}
