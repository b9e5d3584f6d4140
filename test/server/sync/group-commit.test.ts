import { describe, expect, it } from 'vitest'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { type Entry, GroupCommit } from '../../../server/sync/group-commit.ts'
import type { PlanBatch, UpdateLog } from '../../../server/sync/update-log.ts'
import { until } from '../../support/until.ts'

describe('the group commit', () => {
  it('[W3] takes everything of one turn, of every plan, in one transaction', async () => {
    const { commit, transactions, told } = setUp('p', 'q')

    commit.push('p', entry(1))
    commit.push('q', entry(2))
    commit.push('p', entry(3))
    await commit.drain()

    expect(transactions).toHaveLength(1)
    expect(told).toEqual(['p stored 1,3 at 1', 'q stored 2 at 1'])
  })

  it('[W3] begins the next one later the more there was to store, and who comes alone does not wait', async () => {
    const { commit, told, clock } = setUp('p', 'q')
    commit.push('p', entry(1))
    await until('the first is stored', () => told.length === 1)

    clock.nowMs += 4
    commit.push('p', entry(2))
    commit.push('q', entry(3))
    commit.push('p', entry(4))
    expect(clock.waiting.map(({ afterMs }) => afterMs)).toEqual([1])
    clock.nowMs += 1
    const drained = commit.drain()
    clock.waiting.shift()?.work()
    await drained
    clock.nowMs += 4
    commit.push('p', entry(5))
    expect(clock.waiting.map(({ afterMs }) => afterMs)).toEqual([11])
    clock.nowMs += 11
    clock.waiting.shift()?.work()
    await commit.drain()
    clock.nowMs += 5
    commit.push('p', entry(6))
    await commit.drain()

    expect(told).toEqual([
      'p stored 1 at 1',
      'p stored 2,4 at 2',
      'q stored 3 at 1',
      'p stored 5 at 4',
      'p stored 6 at 5',
    ])
    expect(clock.waiting).toEqual([])
  })

  it('[W3] lets nobody wait longer than twenty milliseconds', async () => {
    const { commit, told, clock } = setUp('p')
    for (let value = 1; value <= 5; value++) commit.push('p', entry(value))
    await until('they are stored', () => told.length === 1)

    commit.push('p', entry(6))

    expect(clock.waiting.map(({ afterMs }) => afterMs)).toEqual([20])
  })

  it('[W3] keeps nobody waiting for a clock that was set back', async () => {
    const { commit, told, clock } = setUp('p')
    commit.push('p', entry(1))
    await commit.drain()

    clock.nowMs -= 3_600_000
    commit.push('p', entry(2))
    await commit.drain()

    expect(told).toEqual(['p stored 1 at 1', 'p stored 2 at 2'])
  })

  it('[W5] settles what has nothing to store in its place', async () => {
    const { commit, told, transactions, clock } = setUp('p')

    commit.push('p', entry(1))
    commit.push('p', { update: null, owners: null })
    await commit.drain()
    clock.nowMs += 10
    commit.push('p', { update: null, owners: null })
    await commit.drain()

    expect(told).toEqual(['p stored 1,- at 1', 'p stored - at null'])
    expect(transactions).toHaveLength(1)
  })

  it('[W4] fails only the plan that is not there', async () => {
    const { commit, told } = setUp('p')

    commit.push('nobody', entry(1))
    commit.push('p', entry(2))
    await commit.drain()

    expect(told).toEqual(['nobody plan-not-found 1', 'p stored 2 at 1'])
  })

  it('[W4] fails everything when the log does, and goes on with what comes next', async () => {
    const { commit, told, breakOnce, clock } = setUp('p', 'q')
    breakOnce()

    commit.push('p', entry(1))
    commit.push('q', entry(2))
    await commit.drain()
    clock.nowMs += 10
    commit.push('p', entry(3))
    await commit.drain()

    expect(told).toEqual(['p server-error 1', 'q server-error 2', 'p stored 3 at 1'])
  })

  it('[W4] neither stores nor settles what is withdrawn while it waits', async () => {
    const { commit, told } = setUp('p', 'q')

    commit.push('p', entry(1))
    commit.push('q', entry(2))
    const withdrawn = commit.withdraw('p')
    await commit.drain()

    expect(values(withdrawn)).toBe('1')
    expect(told).toEqual(['q stored 2 at 1'])
  })

  it('[W8] keeps a held plan waiting and no other', async () => {
    const { commit, told, clock } = setUp('p', 'q')

    const letGo = await commit.hold('p')
    commit.push('p', entry(1))
    commit.push('q', entry(2))
    await until('q is stored', () => told.length === 1)
    clock.nowMs += 10
    letGo()
    await commit.drain()

    expect(told).toEqual(['q stored 2 at 1', 'p stored 1 at 1'])
  })

  it('[W8] lets one hold a plan at a time', async () => {
    const { commit } = setUp('p')
    const order: string[] = []
    const first = await commit.hold('p')
    const holdSecond = async () => {
      const letGo = await commit.hold('p')
      order.push('second')
      letGo()
    }
    const second = holdSecond()

    order.push('first')
    first()
    await second
    await commit.drain()

    expect(order).toEqual(['first', 'second'])
  })
})

function entry(value: number): Entry {
  return {
    owners: null,
    update: { timeMs: 0, userId: null, clientIds: [], bytes: Uint8Array.of(value) },
  }
}

function setUp(...planIds: string[]) {
  const memory = createMemoryUpdateLog()
  for (const planId of planIds) memory.addPlan(planId)
  const transactions: (readonly PlanBatch[])[] = []
  const told: string[] = []
  let isBroken = false
  const clock = { nowMs: 0, waiting: [] as { afterMs: number; work: () => void }[] }
  const log: UpdateLog = {
    ...memory,
    append(batches) {
      transactions.push(batches)
      if (!isBroken) return memory.append(batches)
      isBroken = false
      return Promise.reject(new Error('no such file'))
    },
  }
  const commit = new GroupCommit<Entry>({
    log,
    nowMs: () => clock.nowMs,
    later: (afterMs, work) => clock.waiting.push({ afterMs, work }),
    onStored: (planId, entries, first) =>
      told.push(`${planId} stored ${values(entries)} at ${first}`),
    onFailed: (planId, entries, { code }) => told.push(`${planId} ${code} ${values(entries)}`),
  })
  return { commit, transactions, told, clock, breakOnce: () => (isBroken = true) }
}

function values(entries: readonly Entry[]): string {
  return entries.map(({ update }) => update?.bytes[0] ?? '-').join(',')
}
