/** Letters about what waits, over a real mail server, with a clock that the test moves. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSmtpMailer } from '../../../server/doors/smtp-mailer.ts'
import { createDigests } from '../../../server/inbox/digest.ts'
import { createKyselyAccountStore } from '../../../server/storage/kysely-account-store.ts'
import { createKyselyPlanStore } from '../../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../../server/storage/kysely-school-store.ts'
import { createStores } from '../../../server/storage/stores.ts'
import type { UserId } from '../../../shared/ids.ts'
import { giveAccount } from '../../support/accounts.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from '../../support/build-app.ts'
import { type CollectedLog, createCollectedLog } from '../../support/collected-log.ts'
import { openInFolder } from '../../support/engines.ts'
import { type Mailbox, openMailbox } from '../../support/mailbox.ts'
import { newPlan, newSchool } from '../../support/stored-school.ts'
import {
  addTestMember,
  addTestPlan,
  addTestSchool,
  type TestSchool,
} from '../../support/test-people.ts'
import { tell, type Told } from '../../support/told.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

let mailbox: Mailbox
let app: TestApp
let school: TestSchool
let planId: string
let send: () => Promise<void>
let log: CollectedLog

beforeEach(async () => {
  mailbox = await openMailbox()
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school, 'Plan for Ternvåg')
  await giveAccount(app, school.people.teacher, { email: 'kari@ternvag.no', password: null })
  log = createCollectedLog()
  send = newProgram()
})
afterEach(async () => {
  await app.close()
  await mailbox.close()
})

/** With a memory of its own, as after a start. */
function newProgram(url = mailbox.url): () => Promise<void> {
  return createDigests({
    inbox: createStores(app.database.db).inbox,
    mailer: createSmtpMailer({ url, from: 'Samplan <samplan@ternvag.no>' }),
    logger: log,
    publicOrigin: TEST_ORIGIN,
    nowMs: () => app.clock.nowMs,
  })
}

/** To Kari, a teacher, by Siri, unless it says otherwise. */
const tellKari = (traits: Partial<Told> = {}) =>
  tell(app.database.db, {
    planId,
    to: school.people.teacher.memberId,
    by: school.people.leadership.memberId,
    atMs: app.clock.nowMs,
    ...traits,
  })
const later = (ms: number) => {
  app.clock.nowMs += ms
}
const mailedAt = async () =>
  (await app.database.db.selectFrom('notification').select('mailed_at_ms').execute()).map(
    ({ mailed_at_ms }) => mailed_at_ms,
  )
const choose = (digest: string) =>
  app.send({
    method: 'PUT',
    url: '/api/me/digest',
    body: { digest, quietFrom: 16, quietTo: 7 },
    cookie: school.people.teacher.cookie,
  })

describe('a letter about what waits', () => {
  it('comes the next school day, in the reader’s language, with one link to each place', async () => {
    const { threadId } = await tellKari({
      kind: 'mention',
      body: `@{${school.people.coordinator.memberId}}:\nser du på dette, og på <b>dette</b>?`,
    })
    later(DAY_MS)

    await send()

    expect(mailbox.letters).toHaveLength(1)
    const letter = await mailbox.next()
    expect(letter.subject).toBe('Nytt i «Plan for Ternvåg»')
    const quote = '«@coordinator of Ternvåg: ser du på dette, og på <b>dette</b>?»'
    expect(letter.text).toContain('* leadership of Ternvåg nevnte deg')
    expect(letter.text).toContain(quote)
    const place = `${TEST_ORIGIN}/plans/${planId}?thread=${threadId}`
    const links = [...letter.text!.matchAll(/https?:\S+/g)].map(([link]) => link)
    expect(links).toEqual([
      place,
      `${TEST_ORIGIN}/plans/${planId}/history?from=last`,
      `${TEST_ORIGIN}/inbox`,
      `${TEST_ORIGIN}/account#letters`,
    ])
    expect(letter.html).toContain(`<a href="${place}"`)
    expect(letter.html).toContain('og på &lt;b&gt;dette&lt;/b&gt;?')
    expect(letter.html).not.toMatch(/<(?:img|script|link|b)\b/)
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('is one for a day’s worth, by plan, with the newest few of each', async () => {
    const second = await addTestPlan(app, school, 'Den andre planen')
    await tellKari({ planId: second, body: 'I den andre' })
    for (const nth of [1, 2, 3, 4, 5, 6, 7]) {
      later(1)
      await tellKari({ body: `Kommentar ${nth}` })
    }
    later(DAY_MS)

    await send()
    await send()
    later(HOUR_MS)
    await send()

    expect(mailbox.letters).toHaveLength(1)
    const { subject, text = '' } = await mailbox.next()
    expect(subject).toBe('Nytt i 2 av planene dine')
    expect(text.indexOf('Plan for Ternvåg')).toBeLessThan(text.indexOf('Den andre planen'))
    expect(text).toContain('Kommentar 7')
    expect(text).toContain('Kommentar 3')
    expect(text).not.toContain('Kommentar 2')
    expect(text).toContain('Og 2 til i planen.')
    expect(await mailedAt()).not.toContain(null)
  })

  it('comes no more for those who turned it off, and on Monday for those who want it weekly', async () => {
    await tellKari()
    later(DAY_MS)
    await choose('off')
    await send()
    await choose('weekly')
    await send()
    expect(mailbox.letters).toHaveLength(0)

    later(5 * DAY_MS)
    await send()

    expect(mailbox.letters).toHaveLength(1)
    expect((await mailbox.next()).text).toContain('én gang i uken')
  })

  it('tells of nothing that was seen', async () => {
    await tellKari()
    const seen = { method: 'POST', url: '/api/inbox/seen', body: { notificationIds: [] } } as const
    await app.send({ ...seen, cookie: school.people.teacher.cookie })
    later(DAY_MS)

    await send()

    expect(mailbox.letters).toHaveLength(0)
  })

  it.each([
    ['whose right was narrowed', 'right'],
    ['of a plan that is deleted', 'plan'],
    ['who is suspended', 'member'],
  ])('does not tell those %s', async (_who, what) => {
    await tellKari()
    later(DAY_MS)
    const { db } = app.database
    const member_id = school.people.teacher.memberId
    if (what === 'right') {
      const right = { plan_id: planId as never, member_id, plan_right: 'read' as const }
      await db.insertInto('plan_right').values(right).execute()
    } else if (what === 'plan') {
      await db.updateTable('plan').set({ state: 'deleted' }).execute()
    } else {
      await db
        .updateTable('member')
        .set({ suspended_at_ms: 1 })
        .where('id', '=', member_id)
        .execute()
    }

    await send()

    expect(mailbox.letters).toHaveLength(0)
    expect(await mailedAt()).toEqual([null])
  })

  it('leads guests to what is said, and not to a history that is not theirs', async () => {
    const guest = await addTestMember(app, school, 'guest', { default_right: 'discuss' })
    await giveAccount(app, guest, { email: 'gjest@lyngnes.no', password: null })
    await tellKari({ to: guest.memberId })
    later(DAY_MS)

    await send()

    const { text = '' } = await mailbox.next()
    expect(text).toContain('?thread=')
    expect(text).not.toContain('/history')
  })

  it('is never for pupils, whatever stands in their account', async () => {
    const { pupil } = school.people
    await giveAccount(app, pupil, { email: 'otter@ternvag.no', password: null })
    await tellKari({ to: pupil.memberId })
    later(DAY_MS)

    await send()

    expect(mailbox.letters).toHaveLength(0)
  })

  it('comes from every school for itself, by its own clock', async () => {
    const far = await addTestSchool(app, 'Auckland', { timeZone: 'Pacific/Auckland' })
    const { userId } = school.people.teacher
    const there = await addTestMember(app, far, 'teacher', { userId })
    const farPlan = await addTestPlan(app, far, 'A plan far away')
    const by = far.people.leadership.memberId
    await tellKari()
    await tellKari({ planId: farPlan, to: there.memberId, by })
    later(DAY_MS)

    // Noon in Oslo, midnight in Auckland.
    await send()
    later(9 * HOUR_MS)
    await send()

    expect(mailbox.letters.map(({ subject }) => subject)).toEqual([
      'Nytt i «Plan for Ternvåg»',
      'Nytt i «A plan far away»',
    ])
  })
})

describe('a letter that cannot be sent', () => {
  it('is tried again when the mail server refused it, three times a day at most', async () => {
    await tellKari()
    later(DAY_MS)
    mailbox.refuse()
    for (let round = 0; round < 6; round++) {
      await send()
      later(HOUR_MS / 4)
    }
    expect(log.lines).toHaveLength(3)
    expect(await mailedAt()).toEqual([null])

    mailbox.take()
    later(DAY_MS)
    await send()
    await send()

    expect(mailbox.letters).toHaveLength(1)
  })

  it('loses nothing while the mail server is not there', async () => {
    await tellKari()
    later(DAY_MS)
    const withoutServer = newProgram('smtp://127.0.0.1:1')

    await withoutServer()
    expect(await mailedAt()).toEqual([null])
    await send()

    expect(mailbox.letters).toHaveLength(1)
  })

  it('is not sent again when nobody knows whether it was taken', async () => {
    await tellKari()
    later(DAY_MS)
    mailbox.hangUp()

    await send()
    mailbox.take()
    await newProgram()()
    later(DAY_MS)
    await newProgram()()

    // The mail server had it, and hung up before it said so.
    expect(mailbox.letters).toHaveLength(1)
    expect(await mailedAt()).not.toContain(null)
  })

  it('is sent once by two programs that try at the same moment', async () => {
    await tellKari()
    await tellKari()
    later(DAY_MS)

    await Promise.all([newProgram()(), newProgram()(), newProgram()()])

    expect(mailbox.letters).toHaveLength(1)
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

    const mail = { url: mailbox.url, from: 'Samplan <samplan@ternvag.no>' }
    const started = await buildTestApp({ folder, config: { mail } })

    expect((await mailbox.next()).subject).toBe('Nytt i «Plan uten tittel»')
    await started.close()
  })
})
