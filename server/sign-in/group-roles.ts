/** Which role the groups of a provider give. */
import type { Role } from '../../shared/access/policy.ts'

/** Roles that groups can give: pupils have a door of their own and need no account. */
export const GROUP_ROLES = [
  'coordinator',
  'teacher',
  'leadership',
  'guest',
] as const satisfies readonly Role[]
export type GroupRole = (typeof GROUP_ROLES)[number]

/** Group to role; '*' is everybody whom the provider lets in. */
export type GroupRoles = ReadonlyMap<string, GroupRole>

/** The one that may most of those given; null when none is. */
export function roleOfGroups(groups: readonly string[], roles: GroupRoles): GroupRole | null {
  const given = ['*', ...groups].flatMap((group) => roles.get(group) ?? [])
  return GROUP_ROLES.find((role) => given.includes(role)) ?? null
}

/** Is this a role that groups can give? */
export function isGroupRole(role: string): role is GroupRole {
  return GROUP_ROLES.some((known) => known === role)
}
