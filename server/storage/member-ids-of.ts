/** What somebody is or was anywhere, by id: what the trails and threads know them by. */
import type { Kysely } from 'kysely'
import type { MemberId, UserId } from '../../shared/ids.ts'
import type { Tables } from './schema.ts'

export async function memberIdsOf(
  db: Kysely<Tables>,
  userId: UserId,
): Promise<readonly MemberId[]> {
  const members = await db.selectFrom('member').select('id').where('user_id', '=', userId).execute()
  const left = await db
    .selectFrom('left_member')
    .select('id')
    .where('user_id', '=', userId)
    .execute()
  return [...members, ...left].map(({ id }) => id)
}
