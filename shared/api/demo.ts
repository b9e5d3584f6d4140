/** POST /api/demo: a fresh example school, thrown away after a day. */
import { type Static, Type } from 'typebox'
import { Id, Line, RoleName } from './common.ts'

/** `plans` is heard only under CAPS=bench. */
export const NewDemo = Type.Union([
  Type.Null(),
  Type.Object({ plans: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }),
])
export type NewDemo = Static<typeof NewDemo>

export const Demo = Type.Object({
  schoolId: Id,
  planId: Id,
  planIds: Type.Optional(Type.Array(Id)),
  people: Type.Array(
    Type.Object({
      name: Line,
      role: RoleName,
      /** Opening it sets the session cookie and goes to the plan. */
      signInUrl: Type.String(),
    }),
  ),
})
export type Demo = Static<typeof Demo>
