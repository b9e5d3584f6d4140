/**
 * Erasing a person, and taking out what is kept of oneself.
 *
 *   POST /api/me/erase                  EraseMe -> 204, and the session is over
 *   POST /api/members/:memberId/erase   EraseMember -> 204, by a coordinator
 *   GET  /api/me/data                   -> MyData, as a file
 *
 * A role stands in place of the name from then on; what they wrote in plans and said about them
 * stays, and so does the audit trail, without names. Nobody can undo it.
 *
 * 'not-confirmed': the name that was typed is another one. 'last-coordinator' (409): a
 * school would be left without one who can act. 'proof-required': as for a new password.
 * In every failure nothing was done.
 */
import { type Static, Type } from 'typebox'
import { AuditFacts } from './audit.ts'
import { DateText, Id, LanguageTag, Line, RoleName } from './common.ts'
import { DigestChoice } from './inbox.ts'
import { HeldPost } from './members.ts'
import { Device } from './sessions.ts'
import { ChangeBody, PlaceBody, REACTIONS } from './threads.ts'

export const EraseMe = Type.Object({
  /** My name, as GET /api/me has it. */
  name: Line,
  /** The present one; null: none, or a link was opened a short while ago. */
  password: Type.Optional(Type.Union([Type.String({ maxLength: 1000 }), Type.Null()])),
})
export type EraseMe = Static<typeof EraseMe>

/** The member's name, as the list of members has it. */
export const EraseMember = Type.Object({ name: Line })

const Moment = Type.Number()
const MaybeMoment = Type.Union([Type.Number(), Type.Null()])

const MyMembership = Type.Object({
  memberId: Id,
  school: Line,
  name: Line,
  role: RoleName,
  /** null: I was removed, and it is not kept. */
  joinedAtMs: MaybeMoment,
  suspendedAtMs: MaybeMoment,
  expiresAtMs: MaybeMoment,
  /** When I was removed; then the trail still has my name. */
  leftAtMs: MaybeMoment,
  posts: Type.Array(HeldPost),
  /** What plans say of me in place of the usual. */
  rights: Type.Array(Type.Object({ planId: Id, right: Type.String() })),
  /** When I was last in which plan. */
  visits: Type.Array(Type.Object({ planId: Id, atMs: Moment })),
})

const MyInvitation = Type.Object({
  school: Line,
  role: Type.String(),
  /** Of a personal one: whom it is for. */
  to: Type.Union([Type.Object({ name: Line, email: Type.String() }), Type.Null()]),
  createdAtMs: Moment,
  expiresAtMs: Moment,
  revokedAtMs: MaybeMoment,
})

const MyAuditEntry = Type.Object({
  school: Line,
  seq: Type.Integer(),
  atMs: Moment,
  deed: Type.String(),
  /** I did it; else it was done to me. */
  byMe: Type.Boolean(),
  facts: AuditFacts,
  text: Type.Union([Type.String(), Type.Null()]),
})

/** What I wrote in one plan: not the words, which are the plan's, but that I did. */
const MyWriting = Type.Object({
  planId: Id,
  /** null: the plan is not mine to read any more. */
  title: Type.Union([Type.String(), Type.Null()]),
  updates: Type.Integer(),
  bytes: Type.Integer(),
  firstAtMs: Moment,
  lastAtMs: Moment,
  /** By day, UTC. */
  days: Type.Array(Type.Object({ day: DateText, updates: Type.Integer(), bytes: Type.Integer() })),
})
export type MyWriting = Static<typeof MyWriting>

/** In a plan's thread of this number. */
const InThread = { planId: Id, planTitle: Type.String(), number: Type.Integer() }

/** What I said about plans; what others answered is theirs. */
export const MySaid = Type.Object({
  threads: Type.Array(
    Type.Object({
      ...InThread,
      atMs: Moment,
      place: PlaceBody,
      suggestion: Type.Union([ChangeBody, Type.Null()]),
    }),
  ),
  messages: Type.Array(
    Type.Object({
      ...InThread,
      atMs: Moment,
      editedAtMs: MaybeMoment,
      body: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  reactions: Type.Array(
    Type.Object({ ...InThread, atMs: Moment, reaction: Type.Enum([...REACTIONS]) }),
  ),
  /** What I decided, accepted, refused or took back, with the words I gave for it. */
  settled: Type.Array(
    Type.Object({
      ...InThread,
      atMs: Moment,
      state: Type.String(),
      words: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})
export type MySaid = Static<typeof MySaid>

/** Everything that is kept about me, beside the words in the plans. */
export const MyData = Type.Object({
  madeAtMs: Moment,
  userId: Id,
  name: Line,
  language: LanguageTag,
  createdAtMs: Moment,
  email: Type.Union([Type.String(), Type.Null()]),
  emailConfirmedAtMs: MaybeMoment,
  /** The password itself is not kept, only what checks it. */
  passwordSetAtMs: MaybeMoment,
  /** A pupil's; only its hash is kept. */
  returnCodeMadeAtMs: MaybeMoment,
  /** How I want letters about what waits; null: I never chose. */
  letters: Type.Union([DigestChoice, Type.Null()]),
  identities: Type.Array(
    Type.Object({ issuer: Type.String(), subject: Type.String(), createdAtMs: Moment }),
  ),
  memberships: Type.Array(MyMembership),
  sessions: Type.Array(
    Type.Object({
      createdAtMs: Moment,
      usedAtMs: Moment,
      expiresAtMs: Moment,
      device: Device,
      isPublicComputer: Type.Boolean(),
    }),
  ),
  invitations: Type.Array(MyInvitation),
  audit: Type.Array(MyAuditEntry),
  said: MySaid,
  writing: Type.Array(MyWriting),
})
export type MyData = Static<typeof MyData>
/** What the database alone knows of somebody. */
export type KeptOfPerson = Omit<MyData, 'madeAtMs' | 'writing'>
