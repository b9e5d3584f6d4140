/** Whatever fails, and in whichever order: what the save line says is so. */
import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { databaseName, openPlanDatabase } from '../../../client/open-plan/plan-database.ts'
import { PLAN_ID, planEntry } from '../../support/hand-driven-school.ts'
import { closeAll, openSaved, wordsIn, write } from '../../support/opened-plan.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const RUNS = 60
const NAME = databaseName(planEntry().me.userId, PLAN_ID)

afterEach(atEase)

const step = fc.constantFrom('write', 'write', 'lose', 'meet', 'save', 'refuse', 'allow', 'wait')
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

it(
  'the save line never says more than is true',
  () =>
    fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), play), {
      numRuns: propertyRuns(RUNS),
    }),
  propertyTimeoutMs(RUNS),
)

async function play(steps: readonly Step[]): Promise<void> {
  const databases = new IDBFactory()
  const warnings: (() => boolean)[] = []
  const onLeaving = (mustWarn: () => boolean) => {
    warnings.push(mustWarn)
    return () => undefined
  }
  const { school, plan } = await openSaved({ databases, onLeaving })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const isOpen = () => school.sockets.at(-1)?.readyState === 1
  const written: string[] = []

  const take = (each: Step) => {
    if (each === 'write') {
      written.unshift(`ord${written.length}.`)
      write(plan, written[0] ?? '')
    } else if (each === 'lose' && isOpen()) school.closeWith('lost')
    else if (each === 'meet' && school.sockets.at(-1)?.readyState === 0) {
      school.accept()
      school.sendPlan()
    } else if (each === 'save' && isOpen()) school.saveAll()
    else if (each === 'refuse') {
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError')
      })
    } else if (each === 'allow') vi.restoreAllMocks()
    else if (each === 'wait') vi.runOnlyPendingTimers()
  }
  try {
    for (const each of steps) {
      take(each)
      await quiet()
      const state = plan.saveState.get()
      const words = written.join('')
      if (state === 'saved-at-school') expect(wordsIn(school.doc)).toContain(words)
      if (state === 'saved-on-device') expect(wordsIn(await stored(databases))).toContain(words)
      if (state === 'not-saved') expect(warnings.some((mustWarn) => mustWarn())).toBe(true)
    }
  } finally {
    await atEase()
  }
}

/** The browser takes everything again, the clock runs, nothing is open. */
async function atEase(): Promise<void> {
  vi.restoreAllMocks()
  vi.useRealTimers()
  await closeAll()
}

async function stored(databases: IDBFactory): Promise<Y.Doc> {
  const database = await openPlanDatabase(databases, NAME, () => undefined)
  const doc = new Y.Doc()
  for (const update of (await database.read()).updates) Y.applyUpdate(doc, update)
  database.close()
  return doc
}

/** Until the store has had time for all that it can do at once. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
}
