/** InboxStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { MemberId, NotificationId } from '../../shared/ids.ts'
import type { Asked, InboxStore, StoredNotification } from '../inbox/inbox-store.ts'
import { listWaiting } from './list-waiting.ts'
import { holdsAt, memberName } from './membership-query.ts'
import { isUnseen, notificationsOf } from './notification-query.ts'
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
        .select(({ fn, val }) => [
          'plan.id as planId',
          'plan.school_id as schoolId',
          fn.coalesce('plan_summary.title', val('')).as('title'),
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
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('notification')
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
        .where(isUnseen)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async namesOf({ planIds }, memberIds) {
      if (memberIds.length === 0 || planIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .select((where) => ['member.id', memberName(where).as('name')])
        .where('member.id', 'in', memberIds as MemberId[])
        .where('member.school_id', 'in', (query) =>
          query.selectFrom('plan').select('plan.school_id').where('plan.id', 'in', [...planIds]),
        )
        .execute()
      return new Map(rows.map(({ id, name }) => [id as string, name]))
    },

    async markSeen(userId, notificationIds, nowMs) {
      const unseen = db
        .updateTable('notification')
        .set({ seen_at_ms: nowMs })
        .where('seen_at_ms', 'is', null)
        .where('member_id', 'in', (query) =>
          query.selectFrom('member').select('member.id').where('member.user_id', '=', userId),
        )
      const these =
        notificationIds === 'all'
          ? unseen
          : unseen.where('id', 'in', notificationIds as NotificationId[])
      await these.execute()
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
    listUnmailed: (asked, fromMs) => list(db, asked, null, fromMs),

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
  limit: number | null,
  unmailedFromMs: number | null = null,
): Promise<readonly StoredNotification[]> {
  if (asked.planIds.length === 0) return []
  let query = notificationsOf(db, asked)
    .innerJoin('member', 'member.id', 'notification.by_member_id')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select((where) => [
      'notification.id as notificationId',
      'notification.member_id as memberId',
      'notification.plan_id as planId',
      'notification.thread_id as threadId',
      'notification.kind',
      'notification.created_at_ms as atMs',
      'member.id as byId',
      memberName(where).as('byName'),
      'member.role as byRole',
      'message.body',
      'thread.decision',
      'thread.reason',
      'thread.change',
      where.case().when(isUnseen(where)).then(where.lit(0)).else(where.lit(1)).end().as('seen'),
    ])
    .orderBy('notification.created_at_ms', 'desc')
    .orderBy('notification.id')
  if (limit !== null) query = query.limit(limit)
  if (unmailedFromMs !== null) {
    query = query
      .where(isUnseen)
      .where('notification.mailed_at_ms', 'is', null)
      .where('notification.created_at_ms', '>=', unmailedFromMs)
  }
  const rows = await query.execute()
  return rows.map(({ byId, byName, byRole, seen, change, ...row }) => ({
    ...row,
    by: { memberId: byId, name: byName, role: byRole },
    isSeen: seen === 1,
    // JSON that the thread's store wrote.
    change: change === null ? null : (JSON.parse(change) as SuggestedChange),
  }))
}

