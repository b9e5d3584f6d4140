/** What could be said about a plan, with any words wherever people put words: for its exports. */
import type { Message, Speaker, Thread } from '../../shared/api/threads.ts'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import {
  type DiscussionSetting,
  exportedDiscussion,
} from '../../server/export/exported-discussion.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'

const AT_MS = Date.UTC(2027, 0, 18, 11)
const KARI_ID = 'a'.repeat(20)
const SIRI_ID = 'b'.repeat(20)

/** Everything that was said is these words, or the usual ones. */
export interface SaidWords {
  readonly words: string
  readonly name: string
}

export const USUAL_WORDS: SaidWords = {
  words: 'Kan vi si det kortere?\nJeg tror færre leser det ellers.',
  name: 'Siri Hansen',
}

export const SETTING: DiscussionSetting = {
  timeZone: 'Europe/Oslo',
  memberName: (memberId) => (memberId === KARI_ID ? 'Kari Nordmann' : null),
}

/** A thread of every kind on every kind of place of this plan, and one on an action that is gone. */
export function threadsOn(document: PlanDocument, said: SaidWords = USUAL_WORDS): Thread[] {
  const { words, name } = said
  const siri: Speaker = { memberId: SIRI_ID, name, role: 'leadership' }
  const kari: Speaker = { memberId: KARI_ID, name: 'Kari Nordmann', role: 'teacher' }
  const section = document.sections.find(({ commitment }) => commitment !== null)!
  const [field] = section.fields
  const [action] = section.actions
  const anchor = { from: 'AA==', to: 'AA==', quote: words, before: '', after: '' }
  let count = 0
  const message = (body: string | null, by = siri): Message => ({
    messageId: 'c'.repeat(20),
    by,
    atMs: AT_MS,
    editedAtMs: null,
    body,
    isGone: false,
    mentions: [kari],
    reactions: [{ reaction: 'agree', by: [kari] }],
  })
  const thread = (place: ThreadPlace, traits: Partial<Thread> = {}): Thread => ({
    threadId: 'd'.repeat(20),
    number: ++count,
    place,
    by: siri,
    atMs: AT_MS,
    state: 'open',
    resolvedBy: null,
    assignee: null,
    decision: null,
    suggestion: null,
    messages: [message(words)],
    seq: count,
    seenSeq: 0,
    ...traits,
  })
  const open = { state: 'open', settledBy: null, settledAtMs: null, reason: null } as const
  const inField: ThreadPlace = { kind: 'field', fieldId: field!.id as never, anchor }
  const onAction = (part: 'due' | 'status' | 'owners' | 'commitment' | null): ThreadPlace => ({
    kind: 'action',
    actionId: action!.id as never,
    part,
    anchor: null,
  })
  const fact = (change: object, traits: object = open) => ({
    suggestion: { change, ...traits } as never,
    messages: [message(null)],
  })
  const settled = { settledBy: kari, settledAtMs: AT_MS }

  return [
    thread(
      { kind: 'plan' },
      {
        state: 'resolved',
        resolvedBy: kari,
        decision: { sentence: words.replace(/\s+/g, ' '), by: siri, atMs: AT_MS },
        messages: [message(words), message(`@{${KARI_ID}} ${words}`, kari)],
      },
    ),
    thread({ kind: 'section', sectionId: section.id }),
    thread(inField, { messages: [message(words), { ...message(null), isGone: true }] }),
    thread(inField, {
      suggestion: { change: { kind: 'words', words: `Færre ord: ${words}` }, ...open },
      messages: [message(null)],
    }),
    thread(
      onAction('due'),
      fact(
        {
          kind: 'fact',
          fact: 'due',
          from: '2027-05-01' as CalendarDate,
          to: null,
        },
        { state: 'accepted', ...settled, reason: null },
      ),
    ),
    thread(onAction('status'), fact({ kind: 'fact', fact: 'status', from: 'planned', to: 'done' })),
    thread(
      onAction('owners'),
      fact(
        { kind: 'fact', fact: 'owners', from: [], to: [KARI_ID, `name:${name}`] },
        {
          state: 'refused',
          ...settled,
          reason: words,
        },
      ),
    ),
    thread(
      onAction('commitment'),
      fact(
        { kind: 'fact', fact: 'commitment', from: 'pupils', to: 'models' },
        {
          state: 'taken-back',
          ...settled,
          reason: null,
        },
      ),
    ),
    thread(
      { kind: 'section', sectionId: section.id },
      fact({
        kind: 'new-action',
        commitment: section.commitment,
        title: words.replace(/\s+/g, ' '),
        description: words,
        due: '2027-06-01',
      }),
    ),
    thread({ kind: 'action', actionId: 'z'.repeat(20) as never, part: null, anchor: null }),
  ]
}

export function discussionOf(document: PlanDocument, said: SaidWords = USUAL_WORDS) {
  return exportedDiscussion(document, threadsOn(document, said), SETTING)
}
