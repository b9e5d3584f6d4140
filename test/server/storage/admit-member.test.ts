import { beforeEach, describe, expect, it } from 'vitest'
import { admitMember } from '../../../server/storage/admit-member.ts'
import { admitNamedPerson } from '../../../server/storage/admit-named.ts'
import { createKyselySchoolStore } from '../../../server/storage/kysely-school-store.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../../shared/ids.ts'
import { ENGINES } from '../../support/engines.ts'
import { newSchool, NOW_MS } from '../../support/stored-school.ts'
import { useDatabase } from '../../support/use-database.ts'

const A = 'a' as SchoolId
const OLA = 'Ola' as UserId
const OLA_HERE = 'Ola of a' as MemberId

describe.each(ENGINES)('becoming a member on %s', (engine) => {
  const db = useDatabase(engine)
  const admit = (userId: UserId) =>
    db()
      .transaction()
      .execute((trx) =>
        admitMember(
          trx,
          { memberId: 'new' as MemberId, schoolId: A, userId, role: 'teacher' },
          NOW_MS,
        ),
      )
  const setOla = (traits: object) =>
    db().updateTable('member').set(traits).where('id', '=', OLA_HERE).execute()
  const olaIs = () =>
    db()
      .selectFrom('member')
      .select(['id', 'role', 'expires_at_ms', 'suspended_at_ms'])
      .where('user_id', '=', OLA)
      .execute()

  beforeEach(async () => {
    await createKyselySchoolStore(db()).addExampleSchool(newSchool('a', [['Ola', 'guest']]), 9)
  })

  it('makes one of who is new here', async () => {
    const kari = { id: 'Kari' as UserId, name: 'Kari', language: 'nb', created_at_ms: 1 } as const
    await db().insertInto('user').values(kari).execute()

    expect(await admit(kari.id)).toEqual({ kind: 'came', memberId: 'new' })
  })

  it('leaves a member what they are', async () => {
    await setOla({ expires_at_ms: NOW_MS + 1 })

    expect(await admit(OLA)).toEqual({ kind: 'is-here' })
    expect(await olaIs()).toMatchObject([{ role: 'guest', expires_at_ms: NOW_MS + 1 }])
  })

  it('lets one come again whose time is over, as the same member', async () => {
    await setOla({ expires_at_ms: NOW_MS })

    expect(await admit(OLA)).toEqual({ kind: 'came', memberId: OLA_HERE })
    expect(await olaIs()).toMatchObject([{ id: OLA_HERE, role: 'teacher', expires_at_ms: null }])
  })

  it('keeps out who is suspended, and spends no personal invitation on them', async () => {
    await setOla({ expires_at_ms: NOW_MS, suspended_at_ms: 1 })
    const invitation = {
      id: 'i' as InvitationId,
      token_hash: 'hash',
      school_id: A,
      email: 'ola@ternvag.no',
      name: 'Ola',
      role: 'teacher',
      made_by: null,
      created_at_ms: 1,
      expires_at_ms: NOW_MS + 1,
      mailed_at_ms: null,
      used_at_ms: null,
      revoked_at_ms: null,
    } as const
    await db().insertInto('personal_invitation').values(invitation).execute()
    const person = { userId: OLA, memberId: 'new' as MemberId }

    expect(await admit(OLA)).toEqual({ kind: 'kept-out' })
    expect(await admitNamedPerson(db(), 'hash', person, NOW_MS)).toBe('not-open')

    expect(await db().selectFrom('personal_invitation').select('used_at_ms').execute()).toEqual([
      { used_at_ms: null },
    ])
    expect(await olaIs()).toMatchObject([{ role: 'guest', suspended_at_ms: 1 }])
  })
})
