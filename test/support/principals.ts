/** Everyone who can ask something of a school, for the role matrix. */
import type { Role } from '../../shared/access/policy.ts'
import type { TestApp } from './build-app.ts'
import { addTestMember, addTestPlan, addTestSchool, type TestSchool } from './test-people.ts'

export const PRINCIPALS = [
  'nobody',
  'coordinator',
  'teacher',
  'leadership',
  /** To whom the plan is opened. */
  'pupil',
  'guest',
  /** A coordinator of another school. */
  'stranger',
  /** A coordinator who is suspended. */
  'suspended',
  /** A guest whose time is over. */
  'expired',
  /** A teacher whom the plan narrows to reading. */
  'narrowed',
  /** A teacher whom the plan shuts out. */
  'shut-out',
  /** Leadership whom the plan gives writing. */
  'widened',
  /** A guest here who is a coordinator of the other school. */
  'both',
] as const
export type PrincipalName = (typeof PRINCIPALS)[number]

/** A school with a plan, and a cookie for everyone; null: without. */
export interface Cast {
  readonly school: TestSchool
  readonly planId: string
  readonly cookies: Readonly<Record<PrincipalName, string | null>>
}

export async function addCast(app: TestApp, name: string, other: TestSchool): Promise<Cast> {
  const school = await addTestSchool(app, name)
  const planId = await addTestPlan(app, school)
  const { nowMs } = app.clock
  const add = (role: Role, traits: Parameters<typeof addTestMember>[3] = {}) =>
    addTestMember(app, school, role, traits)
  const narrowed = await add('teacher')
  const shutOut = await add('teacher')
  const widened = await add('leadership')
  const both = await addTestMember(app, other, 'coordinator')
  await add('guest', { userId: both.userId })
  const { people } = school
  for (const [{ memberId }, right] of [
    [people.pupil, 'read'],
    [narrowed, 'read'],
    [shutOut, 'none'],
    [widened, 'write'],
  ] as const) {
    const reply = await app.send({
      method: 'PUT',
      url: `/api/plans/${planId}/rights/${memberId}`,
      cookie: school.people.coordinator.cookie,
      body: { right },
    })
    if (reply.statusCode !== 204) throw new Error(`no right: ${reply.body}`)
  }
  return {
    school,
    planId,
    cookies: {
      nobody: null,
      coordinator: people.coordinator.cookie,
      teacher: people.teacher.cookie,
      leadership: people.leadership.cookie,
      pupil: people.pupil.cookie,
      guest: people.guest.cookie,
      stranger: other.people.coordinator.cookie,
      suspended: (await add('coordinator', { suspended_at_ms: nowMs })).cookie,
      expired: (await add('guest', { expires_at_ms: nowMs })).cookie,
      narrowed: narrowed.cookie,
      'shut-out': shutOut.cookie,
      widened: widened.cookie,
      both: both.cookie,
    },
  }
}
