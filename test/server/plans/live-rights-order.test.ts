import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLiveRights, type LiveRights } from '../../../server/plans/live-rights.ts'
import type { OpenedPlan } from '../../../server/plans/plan-access.ts'
import type { Person } from '../../../server/people/people-store.ts'
import type { SyncPass } from '../../../server/sync/sync-pass.ts'
import type { PlanRight } from '../../../shared/access/plan-right.ts'
import { createCollectedLog } from '../../support/collected-log.ts'

/** Readings of the database that the test answers, in the order it likes. */
const readings: ((right: PlanRight | Error) => void)[] = []
const said: string[] = []
let rights: LiveRights

const PERSON = {
  userId: 'u',
  memberships: [{ memberId: 'm', schoolId: 's', role: 'teacher', name: 'Amina', school: {} }],
} as unknown as Person

beforeEach(() => {
  readings.length = 0
  said.length = 0
  rights = createLiveRights({
    sessions: {
      look: () => Promise.resolve({ person: PERSON, expiresAtMs: Infinity }),
      hasEnded: () => false,
    },
    openPlanFor: (person) =>
      new Promise((resolve, reject) => {
        readings.push((right) => {
          if (right instanceof Error) reject(right)
          else resolve(opened(person, right))
        })
      }),
    countDeeds: () => Promise.resolve(new Map()),
    nowMs: () => 0,
    logger: createCollectedLog(),
    rooms: () => ({
      closePass: (_pass, code) => said.push(code),
      notifyPass: () => said.push('changed'),
    }),
    onLeft: () => said.push('left'),
  })
})

afterEach(() => rights.close())

const opened = (person: Person, right: PlanRight) =>
  ({
    plan: { planId: 'p', schoolId: 's', state: 'active', epoch: 1 },
    membership: { ...person.memberships[0], expiresAtMs: null, school: { expiresAtMs: null } },
    relation: { right },
  }) as unknown as OpenedPlan

const settle = () => new Promise((resolve) => setImmediate(resolve))

async function answer(index: number, right: PlanRight | Error): Promise<void> {
  readings[index]?.(right)
  await settle()
}

async function enter(right: PlanRight): Promise<SyncPass> {
  const coming = rights.enter('session', 'p')
  await settle()
  await answer(readings.length - 1, right)
  return coming
}

it('who is on their way in while a right changes is looked at again', async () => {
  const coming = rights.enter('session', 'p')
  await settle()
  const changed = rights.changed({ planId: 'p' })

  await answer(0, 'write')
  expect(readings).toHaveLength(2)
  await answer(1, 'read')

  await changed
  expect((await coming).mayWrite()).toBe(false)
})

it('the latest reading counts, in whatever order they come back, and both deeds wait for it', async () => {
  const pass = await enter('write')
  const answered: string[] = []
  const first = rights.changed({ userId: 'u' as never }).then(() => answered.push('first'))
  await settle()
  const second = rights.changed({ planId: 'p' }).then(() => answered.push('second'))
  await settle()

  await answer(1, 'write')
  expect(pass.mayWrite()).toBe(true)
  expect(answered).toEqual([])
  await answer(2, 'read')
  await Promise.all([first, second])
  expect(pass.mayWrite()).toBe(false)
  expect(said).toEqual(['changed'])
})

it('an older reading that comes back last changes nothing', async () => {
  const pass = await enter('write')
  const changes = [rights.changed({}), rights.changed({})]
  await settle()

  await answer(2, 'read')
  await answer(1, 'write')
  await Promise.all(changes)

  expect(pass.mayWrite()).toBe(false)
})

it('when rights cannot be read nobody goes on with the old ones', async () => {
  const pass = await enter('write')
  const changed = rights.changed({ planId: 'p' })
  await settle()

  await answer(1, new Error('the disk is gone'))
  await changed

  expect(said).toEqual(['storage-unavailable'])
  expect(pass.refusal('plan.read')).toBe('storage-unavailable')
})

it('who has left is not read any more', async () => {
  const pass = await enter('write')
  pass.leave()

  await rights.changed({ planId: 'p' })

  expect(readings).toHaveLength(1)
})
