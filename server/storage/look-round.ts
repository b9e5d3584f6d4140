/** What whoever runs the server looks up across schools: for commands and the doctor. */
import type { Kysely } from 'kysely'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

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

/** All real schools, in the order they came; or with the examples. */
export function listSchools(
  db: Kysely<Tables>,
  which: 'real' | 'all' = 'real',
): Promise<readonly FoundSchool[]> {
  return db
    .selectFrom('school')
    .select(['id as schoolId', 'name', 'language'])
    .$if(which === 'real', (query) => query.where('expires_at_ms', 'is', null))
    .orderBy('created_at_ms')
    .execute()
}

/** The members of real schools who are not erased, in the order they came. */
export async function listPeople(db: Kysely<Tables>): Promise<readonly FoundMember[]> {
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
    .orderBy('member.created_at_ms')
    .execute()
  return rows.map(foundMember)
}

/** Those who were removed from real schools and are not erased, in the order they went. */
export async function listLeftPeople(db: Kysely<Tables>): Promise<readonly FoundMember[]> {
  const rows = await db
    .selectFrom('left_member')
    .innerJoin('school', 'school.id', 'left_member.school_id')
    .select(['left_member.id as memberId', 'left_member.user_id as userId', 'left_member.name'])
    .select(['school.id as schoolId', 'school.name as schoolName', 'school.language'])
    .where('left_member.user_id', 'is not', null)
    .where('left_member.name', 'is not', null)
    .$narrowType<{ userId: UserId; name: string }>()
    .where('school.expires_at_ms', 'is', null)
    .orderBy('left_member.left_at_ms')
    .execute()
  return rows.map(foundMember)
}

function foundMember({
  memberId,
  userId,
  name,
  schoolId,
  schoolName,
  language,
}: Omit<FoundMember, 'school'> & {
  readonly schoolId: SchoolId
  readonly schoolName: string
  readonly language: Language
}): FoundMember {
  return { memberId, userId, name, school: { schoolId, name: schoolName, language } }
}

/** Is there no school, not even an example? */
export async function isWithoutSchools(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('school').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Plans that have content. */
export async function listFilledPlans(db: Kysely<Tables>): Promise<readonly PlanId[]> {
  const rows = await db.selectFrom('plan').select('id').where('head', '>', 0).execute()
  return rows.map(({ id }) => id)
}

/** When something was written last, by the clock of then; 0: never. */
export async function latestMoment(db: Kysely<Tables>): Promise<number> {
  const { plan } = await db
    .selectFrom('plan')
    .select(({ fn }) => fn.max<number | null>('changed_at_ms').as('plan'))
    .executeTakeFirstOrThrow()
  const { entry } = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.max<number | null>('at_ms').as('entry'))
    .executeTakeFirstOrThrow()
  return Math.max(plan ?? 0, entry ?? 0)
}
