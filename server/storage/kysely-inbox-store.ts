/** InboxStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { NotificationId } from '../../shared/ids.ts'
import type { Asked, InboxStore, StoredNotification } from '../inbox/inbox-store.ts'
import { findSpeakers } from './find-speakers.ts'
import { listWaiting } from './list-waiting.ts'
import { holdsAt } from './membership-query.ts'
import { notificationsOf } from './notification-query.ts'
import type { Tables } from './schema.ts'

export function createKyselyInboxStore(db: Kysely<Tables>): InboxStore {
  return {
    listToldPlans: (userId, nowMs) =>
      db
        .selectFrom('member')
        .innerJoin('school', 'school.id', 'member.school_id')
        .innerJoin('plan', 'plan.school_id', 'school.id')
        .leftJoin('plan_summary', 'plan_summary.plan_id', 'plan.id')
        .leftJoin('plan_right', (join) =>
          join
            .onRef('plan_right.plan_id', '=', 'plan.id')
            .onRef('plan_right.member_id', '=', 'member.id'),
        )
        .select((where) => [
          'plan.id as planId',
          'plan.school_id as schoolId',
          'school.language',
          where.fn.coalesce('plan_summary.title', where.val('')).as('title'),
          'plan.state',
          'member.id as memberId',
          'member.role',
          'member.default_right as defaultRight',
          'plan_right.plan_right as right',
        ])
        .where('member.user_id', '=', userId)
        .where((where) => holdsAt(where, nowMs))
        .where((where) =>
          where.or([
            where('school.expires_at_ms', 'is', null),
            where('school.expires_at_ms', '>', nowMs),
          ]),
        )
        .where((where) =>
          where.exists(
            where
              .selectFrom('notification')
              .select('notification.id')
              .whereRef('notification.plan_id', '=', 'plan.id')
              .whereRef('notification.member_id', '=', 'member.id'),
          ),
        )
        .orderBy('plan.id')
        .execute(),

    list: (asked, limit) => list(db, asked, limit),

    async countUnseen(asked) {
      const { count } = await notificationsOf(db, asked)
        .select(({ fn }) => fn.countAll().as('count'))
        .where('notification.seen_at_ms', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    findSpeakers: (schoolId, memberIds) => findSpeakers(db, schoolId, memberIds),

    async markSeen(userId, these, nowMs) {
      const unseen = db
        .updateTable('notification')
        .set({ seen_at_ms: nowMs })
        .where('seen_at_ms', 'is', null)
        .where('member_id', 'in', (query) =>
          query.selectFrom('member').select('member.id').where('member.user_id', '=', userId),
        )
      const meant =
        'upToMs' in these
          ? unseen.where('created_at_ms', '<=', these.upToMs)
          : unseen.where('id', 'in', these as NotificationId[])
      await meant.execute()
    },

    async readChoice(userId) {
      const row = await db
        .selectFrom('digest_choice')
        .select(['digest', 'quiet_from as quietFrom', 'quiet_to as quietTo'])
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return row ?? null
    },

    async saveChoice(userId, { digest, quietFrom, quietTo }) {
      const choice = { digest, quiet_from: quietFrom, quiet_to: quietTo }
      await db
        .insertInto('digest_choice')
        .values({ user_id: userId, ...choice })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(choice))
        .execute()
    },

    listWaiting: (fromMs, nowMs) => listWaiting(db, fromMs, nowMs),
    listUnmailed: (asked, { fromMs, limit }) => list(db, asked, limit, fromMs),

    async claim(ids, nowMs) {
      if (ids.length === 0) return []
      const rows = await db
        .updateTable('notification')
        .set({ mailed_at_ms: nowMs })
        .where('id', 'in', [...ids])
        .where('mailed_at_ms', 'is', null)
        .returning('id')
        .execute()
      return rows.map(({ id }) => id)
    },

    async giveBack(ids, claimedAtMs) {
      if (ids.length === 0) return
      await db
        .updateTable('notification')
        .set({ mailed_at_ms: null })
        .where('id', 'in', [...ids])
        .where('mailed_at_ms', '=', claimedAtMs)
        .execute()
    },

    async removeSeen(seenBeforeMs) {
      await db.deleteFrom('notification').where('seen_at_ms', '<=', seenBeforeMs).execute()
    },
  }
}

async function list(
  db: Kysely<Tables>,
  asked: Asked,
  limit: number,
  unmailedFromMs: number | null = null,
): Promise<readonly StoredNotification[]> {
  if (asked.planIds.length === 0) return []
  let query = notificationsOf(db, asked)
    .select([
      'notification.id as notificationId',
      'notification.member_id as memberId',
      'notification.plan_id as planId',
      'notification.thread_id as threadId',
      'notification.kind',
      'notification.created_at_ms as atMs',
      'notification.by_member_id as by',
      'notification.seen_at_ms as seenAtMs',
      'message.body',
      'thread.decision',
      'thread.reason',
      'thread.change',
    ])
    .orderBy('notification.created_at_ms', 'desc')
    .orderBy('notification.id')
    .limit(limit)
  if (unmailedFromMs !== null) {
    query = query
      .where('notification.seen_at_ms', 'is', null)
      .where('notification.mailed_at_ms', 'is', null)
      .where('notification.created_at_ms', '>=', unmailedFromMs)
  }
  const rows = await query.execute()
  return rows.map(({ seenAtMs, change, ...row }) => ({
    ...row,
    isSeen: seenAtMs !== null,
    // JSON that the thread's store wrote.
    change: change === null ? null : (JSON.parse(change) as SuggestedChange),
  }))
}
