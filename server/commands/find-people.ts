/** Which school and whom a command means: by id or by name, and a question back when it is not clear. */
import type { Database } from '../storage/database.ts'
import {
  type FoundMember,
  type FoundSchool,
  listLeftPeople,
  listPeople,
  listSchools,
} from '../storage/look-round.ts'
import { CommandProblem, type Given } from './command.ts'

type Rows = Database['db']

/** @throws CommandProblem when it is none, or not clear which. */
export async function findSchool(db: Rows, given: Given): Promise<FoundSchool> {
  const schools = await listSchools(db)
  const wanted = given.text('school')
  const fitting = schools.filter(
    ({ schoolId, name }) => wanted === null || isSame(wanted, [schoolId, name]),
  )
  const [only] = fitting
  if (only && fitting.length === 1) return only
  if (schools.length === 0) {
    throw new CommandProblem('There is no school here yet. samplan create-school makes one.')
  }
  const list = schools.map(({ schoolId, name }) => `\n  ${schoolId}  ${name}`).join('')
  throw new CommandProblem(
    fitting.length > 1
      ? `Say which school, by its id: --school ID${list}`
      : `There is no school ${wanted ?? ''}. There are:${list}`,
  )
}

/** One who is not erased. @throws CommandProblem when it is none, or not clear who. */
export async function findMember(db: Rows, given: Given): Promise<FoundMember> {
  return findAmong(await listPeople(db), db, given)
}

/** As findMember, or one who was removed, and has not come again since. */
export async function findMemberOrLeft(db: Rows, given: Given): Promise<FoundMember> {
  return findAmong([...(await listPeople(db)), ...(await listLeftPeople(db))], db, given)
}

async function findAmong(
  people: readonly FoundMember[],
  db: Rows,
  given: Given,
): Promise<FoundMember> {
  const wanted = given.need('member')
  const school = given.text('school') === null ? null : await findSchool(db, given)
  const fitting = people.filter(
    ({ memberId, name, school: { schoolId } }) =>
      (school === null || school.schoolId === schoolId) && isSame(wanted, [memberId, name]),
  )
  // Who came again is one person, whatever they were called before.
  const once = new Map(
    fitting.toReversed().map((one) => [`${one.school.schoolId} ${one.userId}`, one]),
  )
  const [only] = once.values()
  if (!only) throw new CommandProblem(`There is nobody called ${wanted}.`)
  if (once.size === 1) return only
  const list = [...once.values()].map(
    (one) => `\n  ${one.memberId}  ${one.name}, ${one.school.name}`,
  )
  throw new CommandProblem(`Say who, by their id: --member ID${list.join('')}`)
}

function isSame(wanted: string, called: readonly string[]): boolean {
  return called.some((one) => plain(one) === plain(wanted))
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase().trim()
}
