/** GET /api/me: who I am, in which schools, with which roles. Answers signed-out people too. */
import { type Static, Type } from 'typebox'
import { DateText, Id, LanguageTag, Line, RoleName } from './common.ts'

export const MySchool = Type.Object({
  schoolId: Id,
  name: Line,
  memberId: Id,
  role: RoleName,
  /** Today in the school's time zone; an example school has its own calendar. */
  today: DateText,
})
export type MySchool = Static<typeof MySchool>

/** A school that I belonged to and may not come into any more. */
export const EndedSchool = Type.Object({
  schoolId: Id,
  name: Line,
  /** What I was there. */
  role: RoleName,
  /** 'over': my time as a guest is. 'closed': somebody closed it, for now or for good. */
  how: Type.Union([Type.Literal('over'), Type.Literal('closed')]),
  /** Since when, milliseconds since the epoch. */
  atMs: Type.Number(),
})
export type EndedSchool = Static<typeof EndedSchool>

export const Me = Type.Object({
  /** null: not signed in. */
  user: Type.Union([
    Type.Null(),
    Type.Object({ userId: Id, name: Line, language: LanguageTag, example: Type.Boolean() }),
  ]),
  schools: Type.Array(MySchool),
  /** The latest first; absent: none. */
  ended: Type.Optional(Type.Array(EndedSchool)),
  /** Whether POST /api/demo answers here. */
  demo: Type.Boolean(),
})
export type Me = Static<typeof Me>

/** PUT /api/me/language: the language I want the interface in. */
export const MyLanguage = Type.Object({ language: LanguageTag })
