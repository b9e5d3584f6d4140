/** A member as the list of the school shows them. */
import type { MemberState, SchoolMember } from '../../shared/api/members.ts'
import { calendarDateAt } from '../../shared/calendar-date.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { ListedMember } from './member-store.ts'
import type { School } from './people-store.ts'

export interface Viewpoint {
  /** Whose list it is. */
  readonly memberId: MemberId
  readonly school: School
  readonly nowMs: number
}

export function showMember(member: ListedMember, viewpoint: Viewpoint): SchoolMember {
  const { memberId, name, role, createdAtMs, usedAtMs, expiresAtMs } = member
  // A day and not a moment: whether someone worked at night is not told.
  const dayOf = (ms: number) => calendarDateAt(ms, viewpoint.school.timeZone)
  return {
    memberId,
    name,
    role,
    state: stateOf(member, viewpoint.nowMs),
    isDiscussingGuest: role === 'guest' && member.defaultRight === 'discuss',
    isMe: memberId === viewpoint.memberId,
    posts: [...member.posts],
    joinedOn: dayOf(createdAtMs),
    lastSeenOn: usedAtMs === null ? null : dayOf(usedAtMs),
    expiresAtMs,
  }
}

function stateOf({ suspendedAtMs, expiresAtMs }: ListedMember, nowMs: number): MemberState {
  if (suspendedAtMs !== null) return 'suspended'
  return expiresAtMs !== null && expiresAtMs <= nowMs ? 'expired' : 'active'
}
