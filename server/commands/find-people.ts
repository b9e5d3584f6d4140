/** Which school and whom a command means: by id or by name, and a question back when it is not clear. */
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { memberName } from '../storage/membership-query.ts'
import type { Database } from '../storage/database.ts'
import { CommandProblem, type Given } from './command.ts'

export interface FoundSchool {
  readonly schoolId: SchoolId
  readonly name: string
  readonly language: Language
}

export interface FoundMember {
  readonly memberId: MemberId
  readonly userId: UserId
  readonly name: string
  readonly school: FoundSchool
}

/** All real schools. */
export function listSchools(db: Database['db']): Promise<readonly FoundSchool[]> {
  return db
    .selectFrom('school')
    .select(['id as schoolId', 'name', 'language'])
    .where('expires_at_ms', 'is', null)
    .orderBy('created_at_ms')
    .execute()
}

/** @throws CommandProblem when it is none, or not clear which. */
export async function findSchool(db: Database['db'], given: Given): Promise<FoundSchool> {
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
export async function findMember(db: Database['db'], given: Given): Promise<FoundMember> {
  const wanted = given.need('member')
  const school = given.text('school') === null ? null : await findSchool(db, given)
  const rows = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .innerJoin('school', 'school.id', 'member.school_id')
    .select((where) => [
      'member.id as memberId',
      'member.user_id as userId',
      memberName(where).as('name'),
      'school.id as schoolId',
      'school.name as schoolName',
      'school.language',
    ])
    .where('member.erased_at_ms', 'is', null)
    .where('school.expires_at_ms', 'is', null)
    .$if(school !== null, (query) => query.where('school.id', '=', school?.schoolId ?? null))
    .execute()
  const fitting = rows.filter(({ memberId, name }) => isSame(wanted, [memberId, name]))
  const [only] = fitting
  if (!only) throw new CommandProblem(`There is nobody called ${wanted}.`)
  if (fitting.length > 1) {
    const list = fitting.map((row) => `\n  ${row.memberId}  ${row.name}, ${row.schoolName}`)
    throw new CommandProblem(`Say who, by their id: --member ID${list.join('')}`)
  }
  const { memberId, userId, name, schoolId, schoolName, language } = only
  return { memberId, userId, name, school: { schoolId, name: schoolName, language } }
}

function isSame(wanted: string, called: readonly string[]): boolean {
  return called.some((one) => plain(one) === plain(wanted))
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase().trim()
}
