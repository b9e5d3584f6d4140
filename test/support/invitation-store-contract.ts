/** What every InvitationStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { InvitationStore, NewInvitation } from '../../server/people/invitation-store.ts'
import { createKyselyInvitationStore } from '../../server/storage/kysely-invitation-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import type { InvitationId, MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import { newPlan, newSchool, newSession, NOW_MS } from './stored-school.ts'

const A = 'a' as SchoolId

export function describeInvitationStore(db: () => Kysely<Tables>): void {
  let store: InvitationStore
  const rows = async (table: 'user' | 'member' | 'session') =>
    (await db().selectFrom(table).selectAll().execute()).length
  const admit = (tokenHash: string, name: string) =>
    store.admitNewcomer(
      tokenHash,
      {
        userId: name as UserId,
        memberId: `member ${name}` as MemberId,
        name,
        language: 'nn',
        session: newSession(`session ${name}`, name),
      },
      NOW_MS,
    )

  beforeEach(async () => {
    store = createKyselyInvitationStore(db())
    await createKyselySchoolStore(db()).addExampleSchool(
      newSchool('a', [['Elle', 'coordinator']]),
      9,
    )
    const plans = createKyselyPlanStore(db())
    await plans.addPlan(newPlan('p', 'a'))
    await plans.saveSummary('p' as PlanId, 1, {
      title: 'Plan P',
      periodStart: null,
      periodEnd: null,
      wheel: [],
    })
  })

  it('are listed while they are open, the newest first, and found by their token', async () => {
    await store.addInvitation(invitation('x'), 9)
    await store.addInvitation({ ...invitation('y'), createdAtMs: NOW_MS + 1 }, 9)
    await store.addInvitation({ ...invitation('z'), expiresAtMs: NOW_MS + 2 }, 9)

    const open = await store.listOpen(A, NOW_MS + 2)

    expect(open.map(({ invitationId }) => invitationId)).toEqual(['y', 'x'])
    expect(open[1]).toEqual({
      invitationId: 'x',
      planId: 'p',
      planTitle: 'Plan P',
      role: 'teacher',
      madeBy: 'Elle',
      expiresAtMs: NOW_MS + 100,
      defaultRight: null,
      label: null,
      maxUses: 3,
      uses: 0,
    })
    expect(await store.findByToken('hash x', NOW_MS)).toEqual({
      schoolId: 'a',
      schoolName: 'Skole a',
      schoolTimeZone: 'Europe/Oslo',
      schoolExpiresAtMs: null,
      planId: 'p',
      planTitle: 'Plan P',
      role: 'teacher',
      defaultRight: null,
      label: null,
      expiresAtMs: NOW_MS + 100,
      inviterName: 'Elle',
      isOpen: true,
    })
    expect(await store.findByToken('hash z', NOW_MS + 2)).toMatchObject({ isOpen: false })
    expect(await store.findByToken('HASH x', NOW_MS)).toBeNull()
    expect([await store.findSchoolOf('x'), await store.findSchoolOf('w')]).toEqual(['a', null])
  })

  it('are at most so many open ones, also of twenty made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.addInvitation(invitation(`i${index}`), 4)),
    )

    expect(made.filter(Boolean)).toHaveLength(4)
    expect(await store.listOpen(A, NOW_MS)).toHaveLength(4)
  })

  it('let in as many as they may of twenty at once, and leave nothing of the others', async () => {
    await store.addInvitation(invitation('x'), 9)

    const admitted = await Promise.all(
      Array.from({ length: 20 }, (_, index) => admit('hash x', `n${index}`)),
    )

    expect(admitted.filter(Boolean)).toHaveLength(3)
    expect([await rows('user'), await rows('member'), await rows('session')]).toEqual([4, 4, 3])
    expect(await store.findByToken('hash x', NOW_MS)).toMatchObject({ isOpen: false })
  })

  it('count no use of somebody who is a member already, also twenty times at once', async () => {
    await store.addInvitation(invitation('x'), 9)
    await store.addInvitation({ ...invitation('y'), maxUses: 1 }, 9)
    await admit('hash y', 'Kari')
    const person = { userId: 'Kari' as UserId, memberId: 'other' as MemberId }

    const admitted = await Promise.all(
      Array.from({ length: 20 }, () => store.admitPerson('hash x', person, NOW_MS)),
    )

    expect(admitted).not.toContain(false)
    expect(await rows('member')).toBe(2)
    expect(await store.listOpen(A, NOW_MS)).toMatchObject([{ invitationId: 'x', uses: 0 }])
  })

  it('let in nobody whom the school has suspended, and say that it has', async () => {
    await store.addInvitation(invitation('x'), 9)
    const elle = { userId: 'Elle' as UserId, memberId: 'other' as MemberId }
    expect(await store.isSuspended(A, elle.userId)).toBe(false)

    await db().updateTable('member').set({ suspended_at_ms: NOW_MS }).execute()

    expect(await store.isSuspended(A, elle.userId)).toBe(true)
    expect(await store.isSuspended('b' as SchoolId, elle.userId)).toBe(false)
    expect(await store.isSuspended(A, 'Kari' as UserId)).toBe(false)
    expect(await store.admitPerson('hash x', elle, NOW_MS)).toBe(false)
  })

  it('let nobody in when revoked, expired or of a deleted plan', async () => {
    await store.addInvitation(invitation('x'), 9)
    await store.addInvitation({ ...invitation('y'), expiresAtMs: NOW_MS }, 9)
    await store.addInvitation(invitation('z'), 9)
    await store.revoke('x', ELLE, NOW_MS)
    await store.revoke('x', ELLE, NOW_MS + 5)

    expect([await admit('hash x', 'Kari'), await admit('hash y', 'Kari')]).toEqual([false, false])
    await db().updateTable('plan').set({ state: 'deleted' }).execute()
    expect(await admit('hash z', 'Kari')).toBe(false)

    expect(await rows('user')).toBe(1)
    const revoked = db()
      .selectFrom('invitation')
      .select('revoked_at_ms')
      .where('id', '=', 'x' as InvitationId)
    expect(await revoked.execute()).toEqual([{ revoked_at_ms: NOW_MS }])
  })

  it('stay when whoever made them goes', async () => {
    await store.addInvitation(invitation('x'), 9)

    await db().deleteFrom('user').execute()

    expect(await store.listOpen(A, NOW_MS)).toMatchObject([{ madeBy: null }])
  })
}

const ELLE = 'Elle of a' as MemberId

function invitation(id: string): NewInvitation {
  return {
    invitationId: id as InvitationId,
    tokenHash: `hash ${id}`,
    schoolId: A,
    planId: 'p' as PlanId,
    role: 'teacher',
    defaultRight: null,
    label: null,
    madeBy: 'Elle' as UserId,
    madeByMember: ELLE,
    createdAtMs: NOW_MS,
    expiresAtMs: NOW_MS + 100,
    maxUses: 3,
  }
}
