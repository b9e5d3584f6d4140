import { afterEach, describe, expect, it, vi } from 'vitest'
import { mayOpenAfresh } from '../../../client/open-plan/content-check.ts'
import { documentHash } from '../../../shared/plan/document-hash.ts'
import { planEntry } from '../../support/hand-driven-school.ts'
import { closeAll, openSaved, write } from '../../support/opened-plan.ts'
import { plantDivergence } from '../../support/planted-divergence.ts'
import { until } from '../../support/until.ts'

afterEach(closeAll)

let people = 0
/** Somebody else each time: a window opens a plan afresh for this only once in a while. */
const open = () => {
  const entry = planEntry()
  return openSaved({ entry: { ...entry, me: { ...entry.me, userId: `kari-${people++}` } } })
}
const OTHER = 'f'.repeat(64)

type School = Awaited<ReturnType<typeof open>>['school']

/** The comparison is made in a moment in which nothing else is to do: that comes here. */
function tell(school: School, contentHash?: string, meanwhile: () => void = () => undefined): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  school.tellContentHash(contentHash)
  meanwhile()
  vi.advanceTimersByTime(2000)
  vi.useRealTimers()
}

describe('what a window reads, compared with what everyone should read', () => {
  it('[D4] is no reason for anything while it is the same', async () => {
    const { school, plan } = await open()
    tell(school)
    tell(school)

    expect([school.divergences(), plan.replaced.get()]).toEqual([[], null])
  })

  it('[D4] is told and set aside when it differs twice in a row', async () => {
    const { school, plan } = await open()
    write(plan, 'Hei')
    school.saveAll()
    plantDivergence(plan.doc)
    tell(school)
    const afterOne = [school.divergences().length, plan.replaced.get()]
    tell(school)
    await until('it is set aside', () => plan.replaced.get() !== null)

    expect(afterOne).toEqual([0, null])
    expect(school.divergences()).toEqual([
      { kind: 'diverged', seq: 7, contentHash: documentHash(plan.doc) },
    ])
    expect(plan.replaced.get()).toBe('diverged')
    expect(plan.recovery.get().map(({ reason }) => reason)).toEqual(['diverged'])
  })

  it('[D4] is not compared with a word of its own on the way', async () => {
    const { school, plan } = await open()
    write(plan, 'Nytt')
    tell(school)
    tell(school)

    expect([school.divergences(), plan.replaced.get()]).toEqual([[], null])
  })

  it('[D4] is not compared when it changed after it was told', async () => {
    const { school, plan } = await open()
    for (const words of ['a', 'b']) {
      tell(school, OTHER, () => {
        write(plan, words)
        school.saveAll()
      })
    }

    expect([school.divergences(), plan.replaced.get()]).toEqual([[], null])
  })

  it('[D4] is not compared while something waits for the end of a composition', async () => {
    const { school, plan } = await open()
    const editor = {}
    plan.door.composing(editor, () => undefined)
    const made: Uint8Array[] = []
    school.doc.on('update', (update: Uint8Array) => made.push(update))
    school.doc.getMap('plan').set('title', 'Ny')
    school.sendUpdate(made[0]!)
    tell(school)
    tell(school)

    expect([school.divergences(), plan.replaced.get()]).toEqual([[], null])
    plan.door.composed(editor)
  })

  it('[D4] is not compared when something of it was rejected: nobody else can have that', async () => {
    const { school, plan } = await open()
    school.reject('access-denied')
    tell(school, OTHER)
    tell(school, OTHER)

    expect([school.divergences(), plan.replaced.get()]).toEqual([[], null])
  })

  it('opens a plan afresh for it only once in a while', () => {
    const minute = 60_000

    expect([0, 1, 9, 11, 12].map((at) => mayOpenAfresh('of the clock', at * minute))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ])
  })
})
