/** The members of a school by role, each role by name, with a search when they are many. */
import { Plural, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import type { Role } from '../../shared/access/policy.ts'
import type { MySchool } from '../../shared/api/me.ts'
import type { SchoolMember } from '../../shared/api/members.ts'
import { rankWords } from '../../shared/text/rank-words.ts'
import { SearchBox } from '../ui/search-box.tsx'
import styles from './people.module.css'
import { PersonRow } from './person-row.tsx'
import { useRoleWords } from './role-words.ts'

/** In the order in which a school reads them. */
const ROLE_ORDER: readonly Role[] = ['coordinator', 'leadership', 'teacher', 'pupil', 'guest']
/** Fewer are seen at a glance. */
const MANY = 8

interface PeopleListProps {
  readonly school: MySchool
  readonly members: readonly SchoolMember[]
}

export function PeopleList({ school, members }: PeopleListProps) {
  const { t } = useLingui()
  const { locale } = useLocale()
  const [search, setSearch] = useState('')
  const found = findMembers(members, search)
  const groups = groupByRole(found, locale)

  return (
    <div className={styles['groups']}>
      {members.length > MANY && (
        <SearchBox label={t`Find somebody`} value={search} onChange={setSearch}>
          {search.trim() === '' ? null : (
            <Plural
              value={found.length}
              _0="Nobody here has this name"
              one="# person"
              other="# people"
            />
          )}
        </SearchBox>
      )}
      {groups.map(({ role, people }) => (
        <RoleGroup key={role} role={role} people={people} school={school} />
      ))}
    </div>
  )
}

interface RoleGroupProps {
  readonly role: Role
  readonly people: readonly SchoolMember[]
  readonly school: MySchool
}

function RoleGroup({ role, people, school }: RoleGroupProps) {
  const words = useRoleWords()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 className={styles['role']} id={id}>
        {words[role].all} <span className={styles['count']}>{people.length}</span>
      </h2>
      <ul>
        {people.map((member) => (
          <PersonRow key={member.memberId} member={member} school={school} />
        ))}
      </ul>
    </section>
  )
}

/** Those whose name fits what was typed; all when nothing was. */
export function findMembers(
  members: readonly SchoolMember[],
  search: string,
): readonly SchoolMember[] {
  const sought = members.map((member) => ({ member, words: member.name }))
  return rankWords(sought, search).map(({ member }) => member)
}

/** The roles that somebody has, each with its people by name. */
export function groupByRole(
  members: readonly SchoolMember[],
  locale: string,
): readonly { readonly role: Role; readonly people: readonly SchoolMember[] }[] {
  const { compare } = new Intl.Collator(locale)
  return ROLE_ORDER.map((role) => ({
    role,
    people: members
      .filter((member) => member.role === role)
      .toSorted((a, b) => compare(a.name, b.name)),
  })).filter(({ people }) => people.length > 0)
}
