/**
 * POST /api/set-up: the one-time link of the first start makes a school and its
 * coordinator, and signs them in. The token stands in the link's fragment.
 */
import { type Static, Type } from 'typebox'
import { Id, LanguageTag, Line } from './common.ts'

export const SetUp = Type.Object({
  token: Type.String({ minLength: 1, maxLength: 200 }),
  schoolName: Line,
  /** The coordinator's own name. */
  name: Line,
  language: LanguageTag,
})
export type SetUp = Static<typeof SetUp>

export const SetUpDone = Type.Object({ schoolId: Id })
export type SetUpDone = Static<typeof SetUpDone>
