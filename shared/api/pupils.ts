/**
 * The pupils' door: a six-letter code to one plan, a name they choose, and a return
 * code by which they come back. Nowhere an e-mail address, nowhere a password.
 *
 *   GET  /api/plans/:planId/pupils             -> PlanPupils: the codes that are open, who came in
 *   POST /api/plans/:planId/pupil-doors        NewPupilDoor -> 201 PupilDoor
 *   POST /api/pupil-doors/:doorId/close        -> 204; those who came in stay
 *   POST /api/pupils/:memberId/return-code     -> 201 ReturnCode; the one before stops working
 *   POST /api/pupils/come-in                   ComeIn -> CameIn, and a session
 *   POST /api/pupils/return                    Return -> Returned, and a session
 *
 * A code that is wrong, unknown, closed, over or used up is 'link-not-valid' (410),
 * like a link; 'name-taken' (409): somebody here is called that already.
 */
import { type Static, Type } from 'typebox'
import { DateText, Id, LanguageTag, Line } from './common.ts'

/** Until the end of the school's day, for a week, for a month. */
export const PUPIL_DOOR_DAYS = [1, 7, 30] as const
export type PupilDoorDays = (typeof PUPIL_DOOR_DAYS)[number]

/** No field asks for more of a pupil. */
const PupilName = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' })

export const NewPupilDoor = Type.Object({
  /** The class or group: '6A'; '' for none. */
  label: Type.String({ maxLength: 40 }),
  days: Type.Enum([...PUPIL_DOOR_DAYS]),
  maxUses: Type.Integer({ minimum: 1, maximum: 200 }),
})
export type NewPupilDoor = Static<typeof NewPupilDoor>

/** One that is open. */
export const PupilDoor = Type.Object({
  doorId: Id,
  label: Type.String(),
  /** Six letters; see access/pupil-codes.ts. */
  code: Type.String(),
  /** The same door as a link, for a QR code. */
  url: Type.String(),
  /** Milliseconds since the epoch. */
  expiresAtMs: Type.Number(),
  uses: Type.Integer(),
  maxUses: Type.Integer(),
})
export type PupilDoor = Static<typeof PupilDoor>

/** A pupil who may read the plan, by the name they chose. */
export const PlanPupil = Type.Object({
  memberId: Id,
  name: Line,
  /** The day they came. */
  joinedOn: DateText,
})
export type PlanPupil = Static<typeof PlanPupil>

export const PlanPupils = Type.Object({
  /** Newest first. */
  doors: Type.Array(PupilDoor),
  /** In the order they came. */
  pupils: Type.Array(PlanPupil),
})
export type PlanPupils = Static<typeof PlanPupils>

export const PupilDoorParams = Type.Object({ doorId: Id })
export const PupilParams = Type.Object({ memberId: Id })

export const ReturnCode = Type.Object({
  /** Told this once: only its hash is kept. */
  returnCode: Type.String(),
})
export type ReturnCode = Static<typeof ReturnCode>

/** Others use the machine too, as a school's do: the session ends with the day. true when absent. */
const PublicComputer = Type.Optional(Type.Boolean())

export const ComeIn = Type.Object({
  /** The six letters as typed, or the token of the link. */
  code: Type.String({ minLength: 1, maxLength: 100 }),
  /** Not heard from a pupil who is signed in: they come as themselves. */
  name: PupilName,
  language: LanguageTag,
  publicComputer: PublicComputer,
})
export type ComeIn = Static<typeof ComeIn>

export const CameIn = Type.Object({
  planId: Id,
  name: Line,
  /** Told this once; null for one who came as themselves and has it. */
  returnCode: Type.Union([Type.String(), Type.Null()]),
})
export type CameIn = Static<typeof CameIn>

export const Return = Type.Object({
  returnCode: Type.String({ minLength: 1, maxLength: 100 }),
  publicComputer: PublicComputer,
})
export type Return = Static<typeof Return>

export const Returned = Type.Object({
  /** The plan, for one who has only one; else null. */
  planId: Type.Union([Id, Type.Null()]),
})
export type Returned = Static<typeof Returned>
