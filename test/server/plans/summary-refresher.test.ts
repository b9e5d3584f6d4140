import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSummaryRefresher } from '../../../server/plans/summary-refresher.ts'
import type { PlanId } from '../../../shared/ids.ts'
import type { Plan } from '../../../shared/plan/plan.ts'

const PLAN = { title: 'Plan', periodStart: null, periodEnd: null, texts: {}, actions: [] }

const NOBODY_LISTENS = () => {}

/** A refresher whose documents and rows are in the test's hands. */
function setUp() {
  const saved: { planId: string; seq: number }[] = []
  const warnings: string[] = []
  const seqs = new Map<string, number>()
  const readings: (() => void)[] = []
  let tell: (planId: string, seq: number, isOnlyLetters: boolean) => void = NOBODY_LISTENS
  let holdReadings = false

  const refresher = createSummaryRefresher({
    store: {
      saveSummary: async (planId, seq) => void saved.push({ planId, seq }),
      listBehind: () => Promise.resolve(['a', 'b'] as PlanId[]),
    },
    search: { saveTexts: async () => undefined },
    rooms: {
      async readPlan(planId) {
        const seq = seqs.get(planId)
        if (seq === undefined) throw new Error(`no ${planId}`)
        if (holdReadings) await new Promise<void>((resolve) => readings.push(resolve))
        return { plan: PLAN as unknown as Plan, contentHash: '', seq }
      },
      onCommitted(listener) {
        tell = listener
        return () => (tell = NOBODY_LISTENS)
      },
    },
    logger: { warn: (_facts, message) => warnings.push(message) },
  })
  return {
    refresher,
    saved,
    warnings,
    readings,
    commit: (planId: string, seq: number) => {
      seqs.set(planId, seq)
      tell(planId, seq, false)
    },
    typeIn: (planId: string, seq: number) => {
      seqs.set(planId, seq)
      tell(planId, seq, true)
    },
    forget: (planId: string) => seqs.delete(planId),
    holdReadings: () => (holdReadings = true),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the rows that lists show', () => {
  it('follow a burst of commits with one refresh within two seconds', async () => {
    const { commit, saved } = setUp()

    for (let seq = 1; seq <= 20; seq++) commit('a', seq)
    await vi.advanceTimersByTimeAsync(2000)

    expect(saved).toEqual([{ planId: 'a', seq: 20 }])
  })

  it('follow each plan on its own', async () => {
    const { commit, saved } = setUp()

    commit('a', 1)
    commit('b', 7)
    await vi.advanceTimersByTimeAsync(2000)

    expect(saved).toEqual([
      { planId: 'a', seq: 1 },
      { planId: 'b', seq: 7 },
    ])
  })

  it('follow while someone writes without a pause', async () => {
    const { commit, saved } = setUp()

    for (let seq = 1; seq <= 50; seq++) {
      commit('a', seq)
      await vi.advanceTimersByTimeAsync(100)
    }

    expect(saved.length).toBeGreaterThanOrEqual(3)
  })

  it('follow letters within thirty seconds, with one refresh', async () => {
    const { typeIn, saved } = setUp()

    for (let seq = 1; seq <= 280; seq++) {
      typeIn('a', seq)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(2000)

    expect(saved).toEqual([{ planId: 'a', seq: 280 }])
  })

  it('follow what is more than letters within two seconds, amid letters', async () => {
    const { commit, typeIn, saved } = setUp()

    typeIn('a', 1)
    commit('a', 2)
    typeIn('a', 3)
    await vi.advanceTimersByTimeAsync(2000)

    expect(saved).toEqual([{ planId: 'a', seq: 3 }])
  })

  it('never read one plan twice at the same time', async () => {
    const { commit, readings, holdReadings } = setUp()
    holdReadings()

    commit('a', 1)
    await vi.advanceTimersByTimeAsync(1000)
    commit('a', 2)
    await vi.advanceTimersByTimeAsync(1000)
    expect(readings).toHaveLength(1)

    readings[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(readings).toHaveLength(2)
  })

  it('stay as they are when a plan cannot be read, and the log says so', async () => {
    const { commit, forget, saved, warnings } = setUp()

    commit('a', 1)
    forget('a')
    await vi.advanceTimersByTimeAsync(2000)

    expect(saved).toEqual([])
    expect(warnings).toHaveLength(1)
  })

  it('are caught up with after a start, whatever one of them does', async () => {
    const { commit, refresher, saved, warnings } = setUp()
    commit('b', 3)

    await refresher.catchUp()

    expect(saved).toEqual([{ planId: 'b', seq: 3 }])
    expect(warnings).toHaveLength(1)
  })

  it('are left alone after the end', async () => {
    const { commit, refresher, saved } = setUp()
    commit('a', 1)

    await refresher.close()
    commit('a', 2)
    await vi.advanceTimersByTimeAsync(5000)

    expect(saved).toEqual([])
  })
})
