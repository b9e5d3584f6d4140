/** Large plans that nobody has open yet: for one, for many at once, and for those who type elsewhere. */
import { median } from '../support/statistics.ts'
import type { LoadProcess } from './load-process.ts'
import { longPlan } from './long-plan.ts'
import { pause } from './process-figures.ts'
import {
  makeFilled,
  nearly,
  peopleIn,
  restart,
  type Scenario,
  withCpu,
  withLoad,
} from './scenario.ts'
import type { Subject } from './subject.ts'

const LARGE_BYTES = 2_300_000
const HERD = 50

const cold: Scenario = {
  name: 'cold',
  figures: [
    {
      key: 'cold-ms',
      title: 'ms to open a plan of 2.3 MB that nobody has open',
      digits: 0,
      better: 'less',
      goal: '≤ 50, ≤ 1/6 Hocuspocus',
    },
    {
      key: 'herd-ms',
      title: 'ms until the last of 50 has it, after a restart',
      digits: 0,
      better: 'less',
    },
  ],
  async measure(subject, { isQuick }) {
    const content = longPlan(LARGE_BYTES)
    const small = longPlan(20_000)
    const documents = await makeFilled(subject, isQuick ? 4 : 8, content)
    const [warmUp = ''] = await makeFilled(subject, 1, small)
    await restart(subject)
    return withLoad(async (load) => {
      // What a process does at its first plan only is not the plan's.
      await load.tell('load', { addresses: [subject.address(warmUp, 0)], bytes: nearly(small) })
      const { times } = await withCpu(subject, () => loadEach(subject, load, documents.slice(1)))
      await restart(subject)
      const [herdPlan = ''] = documents
      const addresses = Array.from({ length: HERD }, (_, person) =>
        subject.address(herdPlan, person),
      )
      const herd = await load.tell('load', { addresses, bytes: nearly(content) })
      return { 'cold-ms': median(times), 'herd-ms': Math.max(...herd) }
    })
  },
}

/** One after the other, milliseconds each. */
async function loadEach(
  subject: Subject,
  load: LoadProcess,
  documents: readonly string[],
): Promise<{ readonly times: readonly number[] }> {
  const times: number[] = []
  for (const document of documents) {
    const addresses = [subject.address(document, 0)]
    times.push(...(await load.tell('load', { addresses, bytes: LARGE_BYTES * 0.97 })))
    await pause(300)
  }
  return { times }
}

const whileLoading: Scenario = {
  name: 'loading',
  figures: [
    {
      key: 'loading-p99',
      title: 'ms to the others, p99, while plans of 2.3 MB are opened',
      digits: 1,
      better: 'less',
      goal: '≤ 15',
    },
  ],
  async measure(subject, { isQuick }) {
    const large = longPlan(LARGE_BYTES)
    const plans = await makeFilled(subject, isQuick ? 5 : 10, large)
    const small = longPlan(224_000)
    const rooms = await makeFilled(subject, 5, small)
    await restart(subject)
    return withLoad(async (typists) =>
      withLoad(async (openers) => {
        await typists.tell('come', {
          addresses: peopleIn(subject, rooms, 5),
          bytes: nearly(small),
        })
        // Two seconds before the first, so that all is warm.
        await typists.tell('type', { perSecond: 4, seconds: 2, others: 4 })
        const { p99Ms } = await withCpu(subject, async () => {
          const typing = typists.tell('type', {
            perSecond: 4,
            seconds: plans.length,
            others: 4,
          })
          for (const plan of plans) {
            const opened = openers.tell('load', {
              addresses: [subject.address(plan, 1)],
              bytes: nearly(large),
            })
            await Promise.all([opened, pause(900)])
          }
          return typing
        })
        return { 'loading-p99': p99Ms }
      }),
    )
  },
}

export const loadingScenarios: readonly Scenario[] = [cold, whileLoading]
