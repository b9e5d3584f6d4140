/** Letters about what waits: each at most once, whatever fails. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKyselyAccountStore } from '../../../server/storage/kysely-account-store.ts'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../../server/storage/kysely-school-store.ts'
import { createId, type NotificationId, type UserId } from '../../../shared/ids.ts'
import { buildTestApp } from '../../support/build-app.ts'
import { type DigestSchool, openDigestSchool } from '../../support/digest-school.ts'
import { openInFolder } from '../../support/engines.ts'
import { newPlan, newSchool } from '../../support/stored-school.ts'
import { tell } from '../../support/told.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

let at: DigestSchool
beforeEach(async () => {
  at = await openDigestSchool()
})
afterEach(() => at.close())

describe('a letter that cannot be sent', () => {
  it('is tried again when the mail server refused it, three times a day at most', async () => {
    await at.tellKari()
    at.later(DAY_MS)
    at.mailbox.refuse()
    for (let round = 0; round < 6; round++) {
      await at.send()
      at.later(HOUR_MS / 4)
    }
    expect(at.log.lines).toHaveLength(3)
    expect(await at.mailedAt()).toEqual([null])

    at.mailbox.take()
    at.later(DAY_MS)
    await at.send()
    await at.send()

    expect(at.mailbox.letters).toHaveLength(1)
  })

  it('loses nothing while the mail server is not there', async () => {
    await at.tellKari()
    at.later(DAY_MS)
    const withoutServer = at.newProgram('smtp://127.0.0.1:1')

    await withoutServer()
    expect(await at.mailedAt()).toEqual([null])
    await at.send()

    expect(at.mailbox.letters).toHaveLength(1)
  })

  it('is not sent again when nobody knows whether it was taken', async () => {
    await at.tellKari()
    at.later(DAY_MS)
    at.mailbox.hangUp()

    await at.send()
    at.mailbox.take()
    await at.newProgram()()
    at.later(DAY_MS)
    await at.newProgram()()

    // The mail server had it, and hung up before it said so.
    expect(at.mailbox.letters).toHaveLength(1)
    expect(await at.mailedAt()).not.toContain(null)
  })

  it('keeps nobody else from theirs', async () => {
    await at.tellSiri()
    await at.tellKari()
    await at.tellSiri()
    const { teacher } = at.school.people
    const broken = at.db
      .updateTable('thread')
      .set({ change: '{' })
      .where('id', 'in', (query) =>
        query
          .selectFrom('notification')
          .select('thread_id')
          .where('member_id', '=', teacher.memberId),
      )
    await broken.execute()
    at.later(DAY_MS)

    await at.send()
    await at.send()

    expect(at.mailbox.letters.flatMap(({ to }) => [to].flat().map((one) => one?.text))).toEqual([
      'siri@ternvag.no',
    ])
    expect(at.log.lines).toHaveLength(2)
    // Nothing of hers is called mailed.
    expect((await at.mailedAt()).filter((atMs) => atMs === null)).toHaveLength(1)
  })

  it('tells of five hundred at most, and the next of the rest', async () => {
    await at.tellKari()
    const told = await at.db.selectFrom('notification').selectAll().executeTakeFirstOrThrow()
    const more = Array.from({ length: 500 }, () => ({
      ...told,
      id: createId<NotificationId>(randomBytes),
    }))
    await at.db.insertInto('notification').values(more).execute()
    at.later(DAY_MS)

    await at.send()

    expect((await at.mailedAt()).filter((atMs) => atMs === null)).toHaveLength(1)
  })

  it('is sent once by two programs that try at the same moment', async () => {
    await at.tellKari()
    await at.tellKari()
    at.later(DAY_MS)

    await Promise.all([at.newProgram()(), at.newProgram()(), at.newProgram()()])

    expect(at.mailbox.letters).toHaveLength(1)
  })
})

describe('the program', () => {
  it('sends what is due when it starts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samplan-letters-'))
    const storage = await openInFolder(folder)
    const { db } = storage.database
    // The day before the clock of test/support/build-app.ts begins.
    const atMs = Date.UTC(2027, 0, 18, 10)
    await createKyselySchoolStore(db).addSchool(
      newSchool('a', [
        ['kari', 'teacher'],
        ['siri', 'leadership'],
      ]),
    )
    const plan = { ...newPlan('p', 'a'), createdAtMs: atMs }
    await createKyselyPlanStore(db).addPlan(plan)
    await db.updateTable('plan').set({ head: 1 }).execute()
    await createKyselyAccountStore(db).setEmail('kari' as UserId, 'kari@a.no', atMs)
    await tell(db, { planId: 'p', to: 'kari of a', by: 'siri of a', atMs })
    await storage.close()

    const mail = { url: at.mailbox.url, from: 'Samplan <samplan@ternvag.no>' }
    const started = await buildTestApp({ folder, config: { mail } })

    expect((await at.mailbox.next()).subject).toBe('Nytt i «Plan uten tittel»')
    await started.close()
  })
})
