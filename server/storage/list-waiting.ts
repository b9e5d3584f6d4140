/** Whom a letter could tell of something: for the inbox's store. */
import type { Kysely } from 'kysely'
import { EMPTY_CALENDAR, type SchoolCalendar } from '../../shared/api/school-settings.ts'
import type { Waiting } from '../inbox/inbox-store.ts'
import { holdsAt, memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

export async function listWaiting(
  db: Kysely<Tables>,
  fromMs: number,
  nowMs: number,
): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .innerJoin('school', 'school.id', 'member.school_id')
    .innerJoin('account', 'account.user_id', 'user.id')
    .leftJoin('digest_choice', 'digest_choice.user_id', 'user.id')
    .innerJoin(
      (query) =>
        query
          .selectFrom('notification')
          .select(({ fn }) => [
            'notification.member_id as memberId',
            fn.min('notification.created_at_ms').as('sinceMs'),
          ])
          .where('notification.mailed_at_ms', 'is', null)
          .where('notification.created_at_ms', '>=', fromMs)
          .where('notification.seen_at_ms', 'is', null)
          .groupBy('notification.member_id')
          .as('waiting'),
      (join) => join.onRef('waiting.memberId', '=', 'member.id'),
    )
    .select((where) => [
      'member.id as memberId',
      'user.id as userId',
      memberName(where).as('name'),
      'account.email',
      'user.language',
      'digest_choice.digest',
      'digest_choice.quiet_from as quietFrom',
      'digest_choice.quiet_to as quietTo',
      'school.name as schoolName',
      'school.time_zone as timeZone',
      'school.calendar',
      'waiting.sinceMs',
      where
        .selectFrom('notification as mailed')
        .select(({ fn }) => fn.max('mailed.mailed_at_ms').as('at'))
        .whereRef('mailed.member_id', '=', 'member.id')
        .as('mailedAtMs'),
    ])
    .where((where) => holdsAt(where, nowMs))
    .where('member.role', '!=', 'pupil')
    .where('school.expires_at_ms', 'is', null)
    .where('school.frozen_today', 'is', null)
    .where('account.email_confirmed_at_ms', 'is not', null)
    .orderBy('member.id')
    .execute()

  return rows.flatMap((row) => {
    const { email, digest, quietFrom, quietTo, schoolName, timeZone, calendar } = row
    if (email === null) return []
    const isChosen = digest !== null && quietFrom !== null && quietTo !== null
    return {
      memberId: row.memberId,
      userId: row.userId,
      name: row.name,
      email,
      language: row.language,
      choice: isChosen ? { digest, quietFrom, quietTo } : null,
      school: {
        name: schoolName,
        timeZone,
        // JSON that the settings' store wrote.
        calendar: calendar === null ? EMPTY_CALENDAR : (JSON.parse(calendar) as SchoolCalendar),
      },
      sinceMs: row.sinceMs,
      mailedAtMs: row.mailedAtMs,
    }
  })
}
