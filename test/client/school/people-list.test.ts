import { expect, it } from 'vitest'
import { findMembers, groupByRole } from '../../../client/school/people-list.tsx'
import type { Role } from '../../../shared/access/policy.ts'
import type { SchoolMember } from '../../../shared/api/members.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'

function member(name: string, role: Role): SchoolMember {
  return {
    memberId: name,
    name,
    role,
    state: 'active',
    isDiscussingGuest: false,
    isMe: false,
    posts: [],
    joinedOn: '2026-11-26' as CalendarDate,
    lastSeenOn: null,
    expiresAtMs: null,
  }
}

const PEOPLE = [
  member('Åse Moen', 'teacher'),
  member('Østen Lie', 'teacher'),
  member('Leila Haddad', 'guest'),
  member('Anne Berg', 'teacher'),
  member('Elle Márjá Lund', 'coordinator'),
]
const names = (members: readonly SchoolMember[]) => members.map(({ name }) => name)

it('people stand by role, and within it as the language sorts names', () => {
  const groups = groupByRole(PEOPLE, 'nb-NO').map(({ role, people }) => [role, ...names(people)])

  expect(groups).toEqual([
    ['coordinator', 'Elle Márjá Lund'],
    ['teacher', 'Anne Berg', 'Østen Lie', 'Åse Moen'],
    ['guest', 'Leila Haddad'],
  ])
})

it('somebody is found without accents, by any of their names', () => {
  expect(names(findMembers(PEOPLE, 'marja'))).toEqual(['Elle Márjá Lund'])
  expect(names(findMembers(PEOPLE, 'ostEN'))).toEqual(['Østen Lie'])
  expect(names(findMembers(PEOPLE, ' '))).toEqual(names(PEOPLE))
  expect(findMembers(PEOPLE, 'nobody')).toEqual([])
})
