/**
 * Invitations to one named person, meant for their e-mail address.
 *
 *   POST /api/schools/:schoolId/personal-invitations      NewPersonalInvitation -> 201 …Done
 *   GET  /api/schools/:schoolId/personal-invitations      -> PersonalInvitationList
 *   POST /api/personal-invitations/:invitationId/revoke   -> 204
 *   POST /api/personal-invitations/look                   PersonalToken -> PersonalLook
 *   POST /api/personal-invitations/accept                 AcceptPersonal -> SignedInTo
 *
 * A new one takes the place of open ones to the same address. 'already-member' (409): the
 * address is a member's.
 */
import { type Static, Type } from 'typebox'
import { INVITED_ROLES } from '../access/policy.ts'
import { Id, LanguageTag, Line } from './common.ts'
import { Email, PublicComputer, Token } from './sign-in.ts'

const InvitedRoleName = Type.Enum([...INVITED_ROLES])

export const NewPersonalInvitation = Type.Object({
  email: Email,
  name: Line,
  role: InvitedRoleName,
  /** Of the letter. */
  language: LanguageTag,
})
export type NewPersonalInvitation = Static<typeof NewPersonalInvitation>

export const NewPersonalInvitationDone = Type.Object({
  invitationId: Id,
  /** The link to hand over oneself, where no letter could be sent; else null. */
  url: Type.Union([Type.String(), Type.Null()]),
})
export type NewPersonalInvitationDone = Static<typeof NewPersonalInvitationDone>

export const PersonalInvitation = Type.Object({
  invitationId: Id,
  email: Email,
  name: Line,
  role: InvitedRoleName,
  /** Milliseconds since the epoch. */
  expiresAtMs: Type.Number(),
})
export type PersonalInvitation = Static<typeof PersonalInvitation>

/** The open ones, newest first. */
export const PersonalInvitationList = Type.Object({ invitations: Type.Array(PersonalInvitation) })
export type PersonalInvitationList = Static<typeof PersonalInvitationList>

export const PersonalToken = Type.Object({ token: Token })

export const PersonalLook = Type.Object({
  schoolName: Line,
  inviterName: Type.Union([Line, Type.Null()]),
  role: InvitedRoleName,
  /** Whom it is meant for. */
  name: Line,
  email: Email,
  /**
   * 'newcomer': says a name and is in. 'myself': the one who is signed in. 'sign-in': the address
   * has an account, which must be signed in first. 'contested': so, but that it is its address only
   * the account itself has said. 'somebody-else': another is signed in.
   */
  opener: Type.Enum(['newcomer', 'myself', 'sign-in', 'contested', 'somebody-else']),
})
export type PersonalLook = Static<typeof PersonalLook>

export const AcceptPersonal = Type.Object({
  token: Token,
  /** A newcomer's; not heard from someone who is signed in. */
  name: Line,
  language: LanguageTag,
  publicComputer: PublicComputer,
  /** 'contested': that account is not mine, and the address is. It is taken from it. */
  isNotMine: Type.Optional(Type.Boolean()),
})
export type AcceptPersonal = Static<typeof AcceptPersonal>
