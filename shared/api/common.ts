/** What several API contracts share: ids, languages, the one shape of an error. */
import { type Static, Type } from 'typebox'
import { ROLES } from '../access/policy.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { FailureCode } from '../failure.ts'
import { LANGUAGES } from '../languages.ts'

/** An id of ours; see shared/ids.ts. */
export const Id = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{20}$' })

export const MAX_LINE_LENGTH = 200

/** A line that a person typed: a name, a title. */
export const Line = Type.String({ minLength: 1, maxLength: MAX_LINE_LENGTH, pattern: '\\S' })

export const LanguageTag = Type.Enum([...LANGUAGES])

export const RoleName = Type.Enum([...ROLES])

/** 'YYYY-MM-DD' */
export const DateText = Type.Unsafe<CalendarDate>(Type.String({ format: 'date' }))

/** The body of every reply that is not 2xx. Details go to the log only. */
export const ErrorBody = Type.Object({
  code: Type.Unsafe<FailureCode>(Type.String()),
  message: Type.String(),
  /** The part of what was sent that was not taken: a key of the body. */
  field: Type.Optional(Type.String()),
  /** Of GET /api/plans/:planId/entry: the school that the one who asks has no access to any more. */
  schoolId: Type.Optional(Type.String()),
})
export type ErrorBody = Static<typeof ErrorBody>

export const PlanParams = Type.Object({ planId: Id })
export const SchoolParams = Type.Object({ schoolId: Id })
