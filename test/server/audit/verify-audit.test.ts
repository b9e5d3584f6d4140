import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyAudit } from '../../../server/audit/verify-audit.ts'
import { createKyselyAuditStore } from '../../../server/storage/kysely-audit-store.ts'
import { doAllThatIsTold } from '../../support/audited-deeds.ts'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool

beforeEach(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  await doAllThatIsTold(app, school)
})

afterEach(() => app.close())

it.each([
  ['who did it', `update audit_entry set actor_id = 'x' where seq = 6`, 6, 'changed'],
  ['what was done', `update audit_entry set deed = 'plan-made' where seq = 6`, 6, 'changed'],
  ['when', 'update audit_entry set at_ms = at_ms + 1 where seq = 6', 6, 'changed'],
  ['on what', `update audit_entry set object_id = 'x' where seq = 6`, 6, 'changed'],
  ['its facts', `update audit_entry set facts = '{}' where seq = 6`, 6, 'changed'],
  ['one hash', `update audit_entry set hash = 'x' where seq = 6`, 6, 'changed'],
  ['what it follows', `update audit_entry set previous_hash = 'x' where seq = 6`, 6, 'not-joined'],
  ['one that is gone', 'delete from audit_entry where seq = 6', 6, 'missing'],
  ['the first', 'delete from audit_entry where seq = 1', 1, 'missing'],
  ['the last', 'delete from audit_entry where seq = 14', 14, 'end-missing'],
  ['all of it', 'delete from audit_entry', 1, 'end-missing'],
  ['a text', `update audit_text set content = 'Berit'`, 5, 'text-changed'],
  ['its order', 'update audit_entry set seq = 100 - seq', 1, 'missing'],
])('a trail that was tampered with is seen by %s', async (_what, tamper, seq, kind) => {
  await sql.raw(tamper).execute(app.database.db)

  expect(
    (await verifyAudit(createKyselyAuditStore(app.database.db), school.schoolId)).fault,
  ).toEqual({ seq, kind })
})
