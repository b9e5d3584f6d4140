/**
 * samplan sign-in-link: a link for somebody who is locked out; without a name, one for
 * each coordinator, whom no colleague can let in again. The school's trail tells of it.
 */
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import { makeSignInLink, MEMBER_LINK_MINUTES } from '../sign-in/one-time-links.ts'
import { createKyselyAccountStore } from '../storage/kysely-account-store.ts'
import { createKyselySchoolStore } from '../storage/kysely-school-store.ts'
import type { Database } from '../storage/database.ts'
import {
  type Command,
  CommandProblem,
  type Given,
  MEMBER_OPTION,
  SCHOOL_OPTION,
} from './command.ts'
import { findMember, findSchool } from './find-people.ts'
import { beside } from './open-data.ts'

interface Person {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly schoolId: SchoolId
  readonly schoolName: string
}

export const signInLink: Command = {
  name: 'sign-in-link',
  says: 'makes a link that signs somebody in, once, within the hour; without a name: each coordinator',
  options: { member: MEMBER_OPTION, school: SCHOOL_OPTION },
  run({ config, nowMs, random }, given) {
    return beside(config, async ({ db }) => {
      const found = given.text('member') === null ? null : await findMember(db, given)
      const people: readonly Person[] = found
        ? [{ ...found, schoolId: found.school.schoolId, schoolName: found.school.name }]
        : await coordinators(db, given)
      if (people.length === 0) {
        throw new CommandProblem('There is no school here yet. samplan create-school makes one.')
      }
      const accounts = createKyselyAccountStore(db)
      const deps = { accounts, publicOrigin: config.publicOrigin, nowMs, random }
      const links = []
      for (const { userId, memberId, name, schoolId, schoolName } of people) {
        const made = { schoolId, by: null, memberId }
        const wanted = { userId, path: '/', minutes: MEMBER_LINK_MINUTES, made }
        links.push({ name, school: schoolName, ...(await makeSignInLink(deps, wanted)) })
      }
      const lines = links.flatMap(({ name, school, url }) => [`${name}, ${school}`, `  ${url}`])
      return { lines: [...lines, 'Each works once, within the hour.'], json: { links } }
    })
  },
}

/** Of all schools, or of the one that is named. */
async function coordinators(db: Database['db'], given: Given): Promise<readonly Person[]> {
  const all = await createKyselySchoolStore(db).listCoordinators()
  if (given.text('school') === null) return all
  const school = await findSchool(db, given)
  const there = all.filter(({ schoolId }) => schoolId === school.schoolId)
  if (there.length > 0) return there
  throw new CommandProblem(`No coordinator of ${school.name} may come in.`)
}
