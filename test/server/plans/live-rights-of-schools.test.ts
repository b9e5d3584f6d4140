/** Deeds that another program does: whose sockets look again, and that none is missed. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Person } from '../../../server/people/people-store.ts'
import { createLiveRights, type LiveRights } from '../../../server/plans/live-rights.ts'
import type { OpenedPlan } from '../../../server/plans/plan-access.ts'
import type { PlanRight } from '../../../shared/access/plan-right.ts'
import type { SchoolId } from '../../../shared/ids.ts'
import { createCollectedLog } from '../../support/collected-log.ts'

const SCHOOLS = ['ternvag', 'gronnvika'] as SchoolId[]
const LOOK_MS = 1000

/** Plans whose rights were read, in order. */
const read: string[] = []
/** How many deeds the trail of each school tells. */
const trails = new Map<SchoolId, number>()
let right: PlanRight
/** What happens between a reading and its answer. */
let meanwhile: () => Promise<void>
let rights: LiveRights

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  read.length = 0
  SCHOOLS.forEach((schoolId) => trails.set(schoolId, 1))
  right = 'write'
  meanwhile = () => Promise.resolve()
  rights = createLiveRights({
    sessions: {
      look: () => Promise.resolve({ person: PERSON, expiresAtMs: Infinity }),
      hasEnded: () => false,
    },
    openPlanFor: async (_person, _verb, planId) => {
      read.push(planId)
      const found = opened(planId, right)
      await meanwhile()
      return found
    },
    countDeeds: (schoolIds) =>
      Promise.resolve(new Map(schoolIds.map((one) => [one, trails.get(one) ?? 0]))),
    nowMs: () => 0,
    onLeft: () => undefined,
    logger: createCollectedLog(),
    rooms: () => ({ closePass: () => undefined, notifyPass: () => undefined }),
  })
})

afterEach(() => {
  vi.useRealTimers()
  rights.close()
})

const PERSON = {
  userId: 'u',
  memberships: SCHOOLS.map((schoolId) => ({ memberId: 'm', schoolId, role: 'teacher' })),
} as unknown as Person

/** The plan of a school is called as the school. */
function opened(planId: string, onPlan: PlanRight): OpenedPlan {
  return {
    plan: { planId, schoolId: planId, state: 'active', epoch: 1 },
    membership: {
      memberId: 'm',
      role: 'teacher',
      expiresAtMs: null,
      school: { expiresAtMs: null },
    },
    relation: { right: onPlan },
  } as unknown as OpenedPlan
}

async function look(): Promise<void> {
  vi.advanceTimersByTime(LOOK_MS)
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

it('a deed makes the sockets of its own school look again, and nobody else’s', async () => {
  for (const school of SCHOOLS) await rights.enter('session', school)
  read.length = 0

  trails.set('ternvag' as SchoolId, 2)
  await look()

  expect(read).toEqual(['ternvag'])
})

it('nothing is read again while nothing was done', async () => {
  await rights.enter('session', 'ternvag')
  read.length = 0

  await look()
  await look()

  expect(read).toEqual([])
})

it('a deed done while somebody is on their way in is not missed', async () => {
  await rights.enter('session', 'ternvag')
  meanwhile = async () => {
    meanwhile = () => Promise.resolve()
    // Their right was read; now it is taken, and those inside look before they are in.
    right = 'read'
    trails.set('ternvag' as SchoolId, 2)
    await look()
  }

  const pass = await rights.enter('session', 'ternvag')

  expect(pass.mayWrite()).toBe(false)
})

it('the first of a school to come in misses none either', async () => {
  meanwhile = async () => {
    meanwhile = () => Promise.resolve()
    right = 'read'
    trails.set('ternvag' as SchoolId, 2)
  }

  const pass = await rights.enter('session', 'ternvag')

  expect(pass.mayWrite()).toBe(false)
})
