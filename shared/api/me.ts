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

export const Me = Type.Object({
  /** null: not signed in. */
  user: Type.Union([
    Type.Null(),
    Type.Object({ userId: Id, name: Line, language: LanguageTag, example: Type.Boolean() }),
  ]),
  schools: Type.Array(MySchool),
  /** Whether POST /api/demo answers here. */
  demo: Type.Boolean(),
})
export type Me = Static<typeof Me>

/** PUT /api/me/language: the language I want the interface in. */
export const MyLanguage = Type.Object({ language: LanguageTag })
