/**
 * Migration 7: the pupils' door with its codes, and guests who know by which
 * invitation they came.
 */
import { type Kysely, sql } from 'kysely'

type AnyDatabase = Kysely<unknown>

export async function up(db: AnyDatabase): Promise<void> {
  await createPupilDoors(db)
  await db.schema.alterTable('invitation').addColumn('label', 'text').execute()
  await db.schema.alterTable('member').addColumn('invitation_id', 'text').execute()
  await db.schema.createIndex('member_by_invitation').on('member').column('invitation_id').execute()
  // Until now pupils read every plan of their school; from now on those that are opened to them.
  await sql`
    insert into plan_right (plan_id, member_id, plan_right)
    select plan.id, member.id, 'read' from plan
    join member on member.school_id = plan.school_id and member.role = 'pupil'
    where not exists (
      select 1 from plan_right
      where plan_right.plan_id = plan.id and plan_right.member_id = member.id
    )
  `.execute(db)
}

async function createPupilDoors(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('pupil_door')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.unique())
    .addColumn('token', 'text', (column) => column.unique())
    .addColumn('school_id', 'text', (column) =>
      column.notNull().references('school.id').onDelete('cascade'),
    )
    .addColumn('plan_id', 'text', (column) =>
      column.notNull().references('plan.id').onDelete('cascade'),
    )
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('max_uses', 'integer', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('closed_at_ms', 'bigint')
    .execute()
  await db.schema.createIndex('pupil_door_by_plan').on('pupil_door').column('plan_id').execute()
  await db.schema.createIndex('pupil_door_by_school').on('pupil_door').column('school_id').execute()
  await db.schema
    .createTable('return_code')
    .addColumn('user_id', 'text', (column) =>
      column.primaryKey().references('user.id').onDelete('cascade'),
    )
    .addColumn('code_hash', 'text', (column) => column.notNull().unique())
    .addColumn('made_at_ms', 'bigint', (column) => column.notNull())
    .execute()
}
