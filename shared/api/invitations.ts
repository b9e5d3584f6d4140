/**
 * Invitations: links by which people become members of a school and come to a plan.
 *
 *   GET  /api/plans/:planId/invitations              -> InvitationList, of the plan's school
 *   POST /api/plans/:planId/invitations              NewInvitation -> 201 NewInvitationDone
 *   POST /api/invitations/:invitationId/revoke       -> 204; those who came in stay
 *   POST /api/invitations/:invitationId/end          -> 204; and its guests are out at once
 *   POST /api/invitations/look                       InvitationToken -> InvitationLook
 *   POST /api/invitations/join                       Join -> JoinDone, and a session for newcomers
 *
 * The token stands in the link's fragment and comes in a body: no GET ever spends
 * a link, because mail programs fetch what they find.
 */
import { type Static, Type } from 'typebox'
import { INVITED_ROLES } from '../access/policy.ts'
import { DateText, Id, LanguageTag, Line } from './common.ts'

const Token = Type.String({ minLength: 1, maxLength: 200 })
const InvitedRoleName = Type.Enum([...INVITED_ROLES])

export const InvitationParams = Type.Object({ invitationId: Id })

/** How many days a link can be good for. */
export const INVITATION_DAYS = [1, 7, 30] as const
export type InvitationDays = (typeof INVITATION_DAYS)[number]

export const NewInvitation = Type.Object({
  role: InvitedRoleName,
  days: Type.Enum([...INVITATION_DAYS]),
  /** What its maker calls it: 'Lyngnes skole, besøk'. '' or absent: nothing. */
  label: Type.Optional(Type.String({ maxLength: 80 })),
  /** The last day it works, in place of `days`; at most a year from now. */
  lastDay: Type.Optional(DateText),
  /** How many people it lets in. */
  maxUses: Type.Integer({ minimum: 1, maximum: 200 }),
  /** A guest's: may they discuss? Their membership ends with the link in any case. */
  discuss: Type.Optional(Type.Boolean()),
})
export type NewInvitation = Static<typeof NewInvitation>

export const NewInvitationDone = Type.Object({
  invitationId: Id,
  /** The whole link. Told this once: only its hash is kept. */
  url: Type.String(),
})
export type NewInvitationDone = Static<typeof NewInvitationDone>

/** One that still lets people in. */
export const OpenInvitation = Type.Object({
  invitationId: Id,
  role: InvitedRoleName,
  /** A guest's: may they discuss? */
  discuss: Type.Boolean(),
  /** What its maker calls it; null: nothing. */
  label: Type.Union([Line, Type.Null()]),
  /** Where it leads. */
  planId: Id,
  planTitle: Type.String(),
  /** null: whoever made it is no longer known. */
  madeBy: Type.Union([Line, Type.Null()]),
  /** Milliseconds since the epoch. */
  expiresAtMs: Type.Number(),
  uses: Type.Integer(),
  maxUses: Type.Integer(),
})
export type OpenInvitation = Static<typeof OpenInvitation>

/** Newest first. */
export const InvitationList = Type.Object({ invitations: Type.Array(OpenInvitation) })
export type InvitationList = Static<typeof InvitationList>

export const InvitationToken = Type.Object({ token: Token })

/** What one sees before joining. */
export const InvitationLook = Type.Object({
  schoolName: Line,
  planTitle: Type.String(),
  /** null: whoever made the link is no longer known. */
  inviterName: Type.Union([Line, Type.Null()]),
  role: InvitedRoleName,
  /** A guest's: may they discuss? */
  discuss: Type.Boolean(),
  /** What its maker calls it; null: nothing. */
  label: Type.Union([Line, Type.Null()]),
  /** When a guest's membership ends, milliseconds since the epoch; null: it stays. */
  endsAtMs: Type.Union([Type.Number(), Type.Null()]),
  /** Who is signed in and joins as themselves; null: a newcomer, who says a name. */
  joinsAs: Type.Union([Line, Type.Null()]),
  /** The plan, for one who belongs to the school already; else null. */
  memberOfPlanId: Type.Union([Id, Type.Null()]),
})
export type InvitationLook = Static<typeof InvitationLook>

export const Join = Type.Object({
  token: Token,
  /** A newcomer's; not heard from someone who joins as themselves. */
  name: Type.Union([Line, Type.Null()]),
  language: LanguageTag,
  /** Others use the machine too: the session ends with the school's day. */
  publicComputer: Type.Optional(Type.Boolean()),
})
export type Join = Static<typeof Join>

export const JoinDone = Type.Object({ planId: Id })
export type JoinDone = Static<typeof JoinDone>
