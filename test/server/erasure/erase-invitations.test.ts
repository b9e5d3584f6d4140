/** Erasing a person, and what invitations say of them: over the API, on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../server/audit/verify-audit.ts'
import { createKyselyAuditStore } from '../../../server/storage/kysely-audit-store.ts'
import type { NewPersonalInvitationDone } from '../../../shared/api/personal-invitations.ts'
import { giveAccount, whoIs } from '../../support/accounts.ts'
import { buildTestApp, cookieOf, type TestApp } from '../../support/build-app.ts'
import { ENGINES } from '../../support/engines.ts'
import { createInviting, type Inviting } from '../../support/inviting.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

describe.each(ENGINES)('erasing somebody who was invited, on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let inviting: Inviting

  beforeEach(async () => {
    app = await buildTestApp({ engine })
    school = await addTestSchool(app, 'Ternvåg')
    const planId = await addTestPlan(app, school)
    inviting = createInviting(app, planId, school.people.coordinator.cookie)
  })
  afterEach(() => app.close())

  const eraseMe = (cookie: string | null, name: string) =>
    app.send({ method: 'POST', url: '/api/me/erase', cookie, body: { name } })
  const labels = async () =>
    (await app.database.db.selectFrom('invitation').select('label').execute()).map(
      ({ label }) => label,
    )
  /** What is kept of invitations, and what the trails say, as text. */
  const kept = async () => {
    const { db } = app.database
    const tables = ['invitation', 'personal_invitation', 'audit_entry', 'audit_text'] as const
    const rows = await Promise.all(
      tables.map((table) => db.selectFrom(table).selectAll().execute()),
    )
    return JSON.stringify(rows)
  }
  const invitePerson = async (email: string, name = 'Ola Berg') => {
    const reply = await app.send({
      method: 'POST',
      url: `/api/schools/${school.schoolId}/personal-invitations`,
      cookie: school.people.coordinator.cookie,
      body: { email, name, role: 'leadership', language: 'nb' },
    })
    return reply.json<NewPersonalInvitationDone>().url?.split('#')[1] ?? ''
  }

  it('takes what a link was called that only they came by, here and beside the trail', async () => {
    const { token } = await inviting.invite({ role: 'guest', label: 'Mentor fra Grønnvika' })
    const guest = cookieOf(await inviting.join(token, 'Kjersti Vik'))

    expect((await eraseMe(guest, 'Kjersti Vik')).statusCode).toBe(204)

    expect(await kept()).not.toContain('Mentor')
    const audit = createKyselyAuditStore(app.database.db)
    expect((await verifyAudit(audit, school.schoolId)).fault).toBeNull()
  })

  it('leaves what a link is called as long as another is here who came by it', async () => {
    const { token } = await inviting.invite({ role: 'guest', label: 'Lyngnes skole, besøk' })
    const first = cookieOf(await inviting.join(token, 'Ingrid'))
    const second = cookieOf(await inviting.join(token, 'Per'))

    await eraseMe(first, 'Ingrid')
    expect(await labels()).toEqual(['Lyngnes skole, besøk'])
    await eraseMe(second, 'Per')
    expect(await labels()).toEqual([null])
  })

  it('takes what any link is called that has their name in it, and not one like it', async () => {
    const called = ['For Ola  berg (FAU)', 'Olaf Bergs klasse']
    for (const label of called) await inviting.invite({ role: 'guest', label })
    const { token } = await inviting.invite()
    const ola = cookieOf(await inviting.join(token, 'Ola Berg'))

    await eraseMe(ola, 'Ola Berg')

    expect((await labels()).toSorted()).toEqual(['Olaf Bergs klasse', null, null])
    expect(await kept()).not.toContain('FAU')
  })

  it('takes personal invitations to addresses that were theirs before', async () => {
    const accepted = await app.send({
      method: 'POST',
      url: '/api/personal-invitations/accept',
      body: {
        token: await invitePerson('ola@gammel.no'),
        name: 'Ola B.',
        language: 'nb',
        publicComputer: false,
      },
    })
    const ola = cookieOf(accepted)
    await invitePerson('berg@enda-eldre.no', 'Ola B.')
    await invitePerson('kari@ternvag.no', 'Kari')
    const userId = (await whoIs(app, ola)).user?.userId as never
    await giveAccount(app, { userId }, { email: 'ola@ny.no', password: null })

    expect((await eraseMe(ola, 'Ola B.')).statusCode).toBe(204)

    const left = await app.database.db.selectFrom('personal_invitation').select('email').execute()
    expect(left).toEqual([{ email: 'kari@ternvag.no' }])
    expect(await kept()).not.toContain('Ola')
  })
})
