/** AuditStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { SchoolId } from '../../shared/ids.ts'
import type { StoredEntry } from '../audit/audit-chain.ts'
import type { AuditStore } from '../audit/audit-store.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'

export function createKyselyAuditStore(db: Kysely<Tables>): AuditStore {
  return {
    async listBefore(schoolId, seq, limit) {
      const rows = await entriesOf(db, schoolId)
        .$if(seq !== null, (query) => query.where('audit_entry.seq', '<', seq))
        .orderBy('audit_entry.seq', 'desc')
        .limit(limit)
        .execute()
      return rows.map(storedEntry)
    },

    async listAfter(schoolId, seq, limit) {
      const rows = await entriesOf(db, schoolId)
        .where('audit_entry.seq', '>', seq)
        .orderBy('audit_entry.seq')
        .limit(limit)
        .execute()
      return rows.map(storedEntry)
    },

    async findHead(schoolId) {
      const row = await db
        .selectFrom('audit_head')
        .select(['seq', 'hash'])
        .where('school_id', '=', schoolId)
        .executeTakeFirst()
      return row ?? null
    },

    async countDeeds(schoolIds) {
      if (schoolIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('audit_head')
        .select(['school_id', 'seq'])
        .where('school_id', 'in', schoolIds)
        .execute()
      return new Map(rows.map(({ school_id, seq }) => [school_id, seq]))
    },

    async namesOf(schoolId, memberIds) {
      if (memberIds.length === 0) return new Map()
      const ids = memberIds as Tables['member']['id'][]
      const members = await db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .select((where) => ['member.id', memberName(where).as('name')])
        .where('member.school_id', '=', schoolId)
        .where('member.id', 'in', ids)
        .execute()
      const left = await db
        .selectFrom('left_member')
        .select(['id', 'name'])
        .where('school_id', '=', schoolId)
        .where('id', 'in', ids)
        .execute()
      const named = [...members, ...left].filter(({ name }) => name !== null)
      return new Map(named.map(({ id, name }) => [id, name ?? '']))
    },
  }
}

function entriesOf(db: Kysely<Tables>, schoolId: SchoolId) {
  return db
    .selectFrom('audit_entry')
    .leftJoin('audit_text', (join) =>
      join
        .onRef('audit_text.school_id', '=', 'audit_entry.school_id')
        .onRef('audit_text.seq', '=', 'audit_entry.seq'),
    )
    .selectAll('audit_entry')
    .select(['audit_text.salt', 'audit_text.content'])
    .where('audit_entry.school_id', '=', schoolId)
}

type Row = Awaited<ReturnType<ReturnType<typeof entriesOf>['execute']>>[number]

function storedEntry(row: Row): StoredEntry {
  const { salt, content } = row
  return {
    schoolId: row.school_id,
    seq: row.seq,
    atMs: row.at_ms,
    actorId: row.actor_id,
    deed: row.deed,
    objectId: row.object_id,
    facts: row.facts,
    previousHash: row.previous_hash,
    hash: row.hash,
    text: salt === null || content === null ? null : { salt, content },
  }
}
