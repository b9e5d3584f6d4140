/** Schools, people and plans as the stores take them, with ids that one can read. */
import type { NewSchool } from '../../server/people/school-store.ts'
import type { Session } from '../../server/people/people-store.ts'
import type { NewPlanRow } from '../../server/plans/plan-store.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'

/** Beyond 32 bits, as every moment is. */
export const NOW_MS = 1_800_000_000_000

/** A real school; its people are `[name, role]`, with the name as user id. */
export function newSchool(
  id: string,
  people: readonly (readonly [name: string, role: Role])[] = [],
  traits: Partial<NewSchool> = {},
): NewSchool {
  return {
    schoolId: id as SchoolId,
    name: `Skole ${id}`,
    language: 'nb',
    timeZone: 'Europe/Oslo',
    frozenToday: null,
    expiresAtMs: null,
    createdAtMs: NOW_MS,
    members: people.map(([name, role]) => ({
      userId: name as UserId,
      memberId: `${name} of ${id}` as MemberId,
      name,
      language: 'nb',
      role,
    })),
    ...traits,
  }
}

export function newSession(tokenHash: string, userId: string, expiresAtMs = NOW_MS + 1): Session {
  return {
    tokenHash,
    userId: userId as UserId,
    createdAtMs: NOW_MS,
    usedAtMs: NOW_MS,
    expiresAtMs,
    device: { browser: 'firefox', system: 'chromebook' },
    isPublicComputer: false,
  }
}

export function newPlan(id: string, schoolId: string, createdAtMs = NOW_MS): NewPlanRow {
  return {
    planId: id as PlanId,
    schoolId: schoolId as SchoolId,
    template: { id: 'etwinning-school', version: 1 },
    userId: null,
    createdAtMs,
  }
}
