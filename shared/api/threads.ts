/**
 * What is discussed about a plan: threads with their messages, suggestions, decisions.
 *
 *   GET    /api/plans/:planId/threads                                     -> ThreadList
 *   POST   /api/plans/:planId/threads                         NewThread   -> 201 Thread
 *   POST   /api/plans/:planId/threads/:threadId/messages      NewMessage  -> 201 Thread
 *   PUT    /api/plans/:planId/threads/:threadId/messages/:messageId   {body}  -> Thread
 *   DELETE /api/plans/:planId/threads/:threadId/messages/:messageId       -> Thread
 *   PUT    /api/plans/:planId/threads/:threadId/messages/:messageId/reactions/:reaction -> Thread
 *   DELETE the same                                                       -> Thread
 *   PUT    /api/plans/:planId/threads/:threadId/state         {state}     -> Thread
 *   PUT    /api/plans/:planId/threads/:threadId/assignee      {memberId}  -> Thread
 *   PUT    /api/plans/:planId/threads/:threadId/decision      {sentence}  -> Thread
 *   PUT    /api/plans/:planId/threads/:threadId/seen          {seq}       -> 204
 *   POST   /api/plans/:planId/threads/:threadId/accept                    -> Thread
 *   POST   /api/plans/:planId/threads/:threadId/refuse        {reason}    -> Thread
 *   POST   /api/plans/:planId/threads/:threadId/take-back                 -> Thread
 *   POST   /api/plans/:planId/accept-suggestions              {by}        -> AcceptedSuggestions
 *
 * Ids of threads and messages are made by the browser, so that what waits in its outbox can be
 * sent twice and arrives once: the same id by the same person answers what is there; by somebody
 * else 'bad-request'. Readable by those who may discuss ('plan.read-threads').
 *
 * Whoever has the page open says so in USER_HEADER: when the session is somebody else's by now
 * (a shared computer, another tab), the answer is 'sign-in-required', and nothing is read or said.
 *
 * Bodies are plain text; `@{memberId}` in one is a mention, shown by the name they have now;
 * of more than twenty in one: 'bad-request'. A colleague who does not read what is said about the
 * plan would not hear of it: they are named in plain words instead.
 * 'suggestion-stale' (409): what it would change reads otherwise by now, and nothing was written.
 * 'suggestion-settled' (409): it is not open any more (accept, refuse), or not accepted (take-back).
 * 'epoch-changed' (409): something was taken out of the plan meanwhile; nothing was written.
 */
import { type Static, Type } from 'typebox'
import { CONTEXT_LENGTH, MAX_QUOTE_LENGTH } from '../discuss/anchor.ts'
import type { SuggestedChange } from '../discuss/suggestion.ts'
import { ACTION_PARTS, type ThreadPlace } from '../discuss/thread-place.ts'
import { COMMITMENTS } from '../plan/commitments.ts'
import { STATUSES } from '../plan/status.ts'
import { DateText, Id, Line, RoleName } from './common.ts'

/** The user id of whose page asks. Without it the session alone says who it is. */
export const USER_HEADER = 'x-samplan-user'

export const MAX_BODY_LENGTH = 5000
export const MAX_WORDS_LENGTH = 10_000
/** Of one plan. Full: 'discussion-full' (409); why so many: server/discuss/limits.ts. */
export const MAX_THREADS = 2000
/** Of one thread. */
export const MAX_MESSAGES = 500
/** Of all threads of a plan together, and what they hold: bodies, suggestions, places. */
export const MAX_MESSAGES_OF_PLAN = 20_000
export const MAX_LETTERS_OF_PLAN = 5_000_000

/** Said without words; each has a picture and a name in every language. */
export const REACTIONS = ['agree', 'thanks', 'good-idea'] as const
export type Reaction = (typeof REACTIONS)[number]

const Body = Type.String({ minLength: 1, maxLength: MAX_BODY_LENGTH, pattern: '\\S' })
const Words = Type.String({ maxLength: MAX_WORDS_LENGTH })
const Position = Type.String({ minLength: 1, maxLength: 200, pattern: '^[A-Za-z0-9+/]+=*$' })
const Context = Type.String({ maxLength: CONTEXT_LENGTH })
const NullableDate = Type.Union([DateText, Type.Null()])
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])

export const ThreadParams = Type.Object({ planId: Id, threadId: Id })
export const MessageParams = Type.Object({ planId: Id, threadId: Id, messageId: Id })
export const ReactionParams = Type.Object({
  planId: Id,
  threadId: Id,
  messageId: Id,
  reaction: Type.Enum([...REACTIONS]),
})

export const AnchorBody = Type.Object({
  from: Position,
  to: Position,
  quote: Type.String({ minLength: 1, maxLength: MAX_QUOTE_LENGTH }),
  before: Context,
  after: Context,
  rival: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 * CONTEXT_LENGTH })),
})

const FieldName = Type.String({ maxLength: 100, pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' })

export const PlaceBody = Type.Unsafe<ThreadPlace>(
  Type.Union([
    Type.Object({ kind: Type.Literal('plan') }),
    Type.Object({ kind: Type.Literal('section'), sectionId: Type.String({ maxLength: 100 }) }),
    Type.Object({
      kind: Type.Literal('field'),
      fieldId: FieldName,
      anchor: nullable(AnchorBody),
    }),
    Type.Object({
      kind: Type.Literal('action'),
      actionId: Id,
      part: nullable(Type.Enum([...ACTION_PARTS])),
      anchor: nullable(AnchorBody),
    }),
  ]),
)

const OwnerKeys = Type.Array(Type.String({ minLength: 1, maxLength: 205 }), { maxItems: 50 })
const fact = <Fact extends string, Value extends Parameters<typeof Type.Union>[0][number]>(
  name: Fact,
  value: Value,
) => Type.Object({ kind: Type.Literal('fact'), fact: Type.Literal(name), from: value, to: value })

export const ChangeBody = Type.Unsafe<SuggestedChange>(
  Type.Union([
    Type.Object({ kind: Type.Literal('words'), words: Words }),
    fact('commitment', Type.Enum([...COMMITMENTS])),
    fact('owners', OwnerKeys),
    fact('start', NullableDate),
    fact('due', NullableDate),
    fact('status', Type.Enum([...STATUSES])),
    Type.Object({
      kind: Type.Literal('new-action'),
      commitment: Type.Enum([...COMMITMENTS]),
      title: Line,
      description: Words,
      due: NullableDate,
    }),
  ]),
)

export const NewThread = Type.Object({
  threadId: Id,
  messageId: Id,
  place: PlaceBody,
  /** null only beside a suggestion, which may say all by itself. */
  body: nullable(Body),
  suggestion: nullable(ChangeBody),
  /**
   * Of the plan that it was begun on: of an earlier one it is refused 'epoch-changed' (409), since
   * its quote may hold what was taken out of the plan. Absent: whichever is there now.
   */
  epoch: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
})
export type NewThread = Static<typeof NewThread>

export const NewMessage = Type.Object({ messageId: Id, body: Body })
export type NewMessage = Static<typeof NewMessage>

export const ChangedBody = Type.Object({ body: Body })
export const NewThreadState = Type.Object({ state: Type.Enum(['open', 'resolved']) })
export const NewAssignee = Type.Object({ memberId: nullable(Id) })
/** null takes the decision away again. */
export const NewDecision = Type.Object({
  sentence: nullable(Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })),
})
export const SeenUpTo = Type.Object({ seq: Type.Integer({ minimum: 0 }) })
export const Refusing = Type.Object({ reason: Body })
export const AcceptAll = Type.Object({ by: Id })

/** Somebody as they are called now; erased ones and those who have left by their role. */
export const Speaker = Type.Object({ memberId: Id, name: Type.String(), role: RoleName })
export type Speaker = Static<typeof Speaker>

export const Message = Type.Object({
  messageId: Id,
  by: Speaker,
  atMs: Type.Number(),
  /** null: never edited. */
  editedAtMs: nullable(Type.Number()),
  /** null: its writer took it away; or a suggestion without words beside it. */
  body: nullable(Type.String()),
  isGone: Type.Boolean(),
  /** Who is mentioned in the body, as they are called now. */
  mentions: Type.Array(Speaker),
  /** Each with those who gave it, in the order they did. */
  reactions: Type.Array(
    Type.Object({ reaction: Type.Enum([...REACTIONS]), by: Type.Array(Speaker) }),
  ),
})
export type Message = Static<typeof Message>

export const Suggestion = Type.Object({
  change: ChangeBody,
  state: Type.Enum(['open', 'accepted', 'refused', 'taken-back']),
  /** Who accepted, refused or took it back; null while it is open. */
  settledBy: nullable(Speaker),
  settledAtMs: nullable(Type.Number()),
  /** Why it was refused; null otherwise. */
  reason: nullable(Type.String()),
})
export type Suggestion = Static<typeof Suggestion>

export const Thread = Type.Object({
  threadId: Id,
  /** 1 for the plan's first: what links and lists call it. */
  number: Type.Integer(),
  place: PlaceBody,
  by: Speaker,
  atMs: Type.Number(),
  state: Type.Enum(['open', 'resolved']),
  resolvedBy: nullable(Speaker),
  assignee: nullable(Speaker),
  /** What it ended in; null: no decision. */
  decision: nullable(Type.Object({ sentence: Type.String(), by: Speaker, atMs: Type.Number() })),
  /** null: a comment. */
  suggestion: nullable(Suggestion),
  /** Oldest first, never empty. */
  messages: Type.Array(Message),
  /** Goes up by every change of any thread of the plan; this thread's latest. */
  seq: Type.Integer(),
  /** Up to which of its changes the asking person has seen it; 0: not at all. One's own count as seen. */
  seenSeq: Type.Integer(),
})
export type Thread = Static<typeof Thread>

export const ThreadList = Type.Object({
  /** In the order they were made, resolved ones too. */
  threads: Type.Array(Thread),
  /** The latest change of any of them. */
  seq: Type.Integer(),
})
export type ThreadList = Static<typeof ThreadList>

export const AcceptedSuggestions = Type.Object({
  accepted: Type.Array(Id),
  /** Left open: what they would change reads otherwise by now. */
  stale: Type.Array(Id),
})
export type AcceptedSuggestions = Static<typeof AcceptedSuggestions>
