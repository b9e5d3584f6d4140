/** A school whose people get letters about what waits, over a real mail server, on a clock that the test moves. */
import { createSmtpMailer } from '../../server/doors/smtp-mailer.ts'
import { createDigests } from '../../server/inbox/digest.ts'
import { createStores } from '../../server/storage/stores.ts'
import { giveAccount } from './accounts.ts'
import { buildTestApp, TEST_ORIGIN, type TestAppOptions } from './build-app.ts'
import { createCollectedLog } from './collected-log.ts'
import { openMailbox } from './mailbox.ts'
import { addTestPlan, addTestSchool } from './test-people.ts'
import { tell, type Told } from './told.ts'

export type DigestSchool = Awaited<ReturnType<typeof openDigestSchool>>

/** Kari is its teacher and has an address; Siri, of the leadership, tells her things. */
export async function openDigestSchool(options: TestAppOptions = {}) {
  const mailbox = await openMailbox()
  const app = await buildTestApp(options)
  const school = await addTestSchool(app, 'Ternvåg')
  const planId = await addTestPlan(app, school, 'Plan for Ternvåg')
  const { teacher, leadership } = school.people
  await giveAccount(app, teacher, { email: 'kari@ternvag.no', password: null })
  const log = createCollectedLog()
  const { db } = app.database

  /** With a memory of its own, as after a start. */
  const newProgram = (url = mailbox.url) =>
    createDigests({
      inbox: createStores(db).inbox,
      mailer: createSmtpMailer({ url, from: 'Samplan <samplan@ternvag.no>' }),
      logger: log,
      publicOrigin: options.config?.publicOrigin ?? TEST_ORIGIN,
      nowMs: () => app.clock.nowMs,
    })

  return {
    mailbox,
    app,
    db,
    school,
    planId,
    log,
    newProgram,
    /** A round of the program. */
    send: newProgram(),
    tellKari: (traits: Partial<Told> = {}) =>
      tell(db, {
        planId,
        to: teacher.memberId,
        by: leadership.memberId,
        atMs: app.clock.nowMs,
        ...traits,
      }),
    later(ms: number) {
      app.clock.nowMs += ms
    },
    /** Of all that was told. */
    async mailedAt(): Promise<readonly (number | null)[]> {
      const rows = await db.selectFrom('notification').select('mailed_at_ms').execute()
      return rows.map(({ mailed_at_ms }) => mailed_at_ms)
    },
    /** Kari's choice. */
    choose: (digest: string) =>
      app.send({
        method: 'PUT',
        url: '/api/me/digest',
        body: { digest, quietFrom: 16, quietTo: 7 },
        cookie: teacher.cookie,
      }),
    async close() {
      await app.close()
      await mailbox.close()
    },
  }
}
