import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { LocalStore } from '../../../client/open-plan/local-store.ts'
import type { SetAsideCopy } from '../../../client/open-plan/plan-database.ts'
import { createSetAsideShelf, keepInWindow } from '../../../client/open-plan/set-aside.ts'
import { groupTwins } from '../../../client/open-plan/set-aside-twins.ts'
import { closeAll, openAgain, openSaved, putBackIn, wordsIn } from '../../support/opened-plan.ts'
import { appendParagraph, planOf } from '../../support/small-plan.ts'
import { until } from '../../support/until.ts'

afterEach(closeAll)

describe('twins of what was set aside', () => {
  it('are shown as one, and none of them leaves the device', async () => {
    const doc = planOf('Mine ord')
    const { shelf, ids } = await openShelf('both stored', [copy('a', 1, doc), copy('b', 2, doc)])

    expect(shelf.copies.get()).toMatchObject([{ id: 'a', isOnlyHere: false }])
    expect(ids()).toEqual(['a', 'b'])
  })

  it('show the one on the device before the one that dies with the window, and warn no more', async () => {
    const doc = planOf('Mine ord')
    keepInWindow('window first', copy('window', 1, doc))
    const { shelf, ids } = await openShelf('window first', [copy('stored', 2, doc)])

    expect(ids()).toEqual(['stored'])
    expect(shelf.copies.get()).toMatchObject([{ id: 'stored', isOnlyHere: false }])
    expect(shelf.holdsUnstored).toBe(false)
  })

  it('are put back and let go together', async () => {
    const doc = planOf('Mine ord')
    keepInWindow('together', copy('window', 3, doc))
    const { shelf, ids } = await openShelf('together', [copy('a', 1, doc), copy('b', 2, doc)])

    await shelf.copies.get()[0]?.notePutBack()
    expect(shelf.copies.get()).toMatchObject([{ isPutBack: true }])
    await shelf.copies.get()[0]?.discard()

    expect(shelf.copies.get()).toEqual([])
    expect(ids()).toEqual([])
  })

  it('are none when only one was put back: the other still can be', async () => {
    const doc = planOf('Mine ord')
    const old = { ...copy('old', 1, doc), isPutBack: true }
    const { shelf, ids } = await openShelf('put back', [old, copy('new', 2, doc)])

    expect(shelf.copies.get().map(({ isPutBack }) => isPutBack)).toEqual([false, true])
    expect(ids()).toEqual(['old', 'new'])
  })

  it('are none when one holds changes that cannot be read yet', () => {
    const doc = planOf('Mine ord')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    other.getMap('later').set('first', 1)
    const between = Y.encodeStateVector(other)
    other.getMap('later').set('second', 2)
    const early = Y.encodeStateAsUpdate(other, between)
    const waiting = Y.mergeUpdates([Y.encodeStateAsUpdate(doc), early])

    const groups = groupTwins([copy('a', 1, doc), { ...copy('b', 2, doc), update: waiting }])

    expect(groups).toHaveLength(2)
  })
})

it('words that were put back and refused a second time can be put back a third time', async () => {
  const databases = new IDBFactory()
  const { school, plan } = await openSaved({ databases })
  appendParagraph(plan.doc, 'Avvist')
  school.reject('update-refused')
  await until('set aside', () => plan.replaced.get() !== null)
  await plan.close()
  const second = await openAgain(school, { databases })
  connect(school)
  await until('its copies', () => second.recovery.get().length > 0)
  putBackIn(second, second.recovery.get()[0])
  await until('noted', () => second.recovery.get()[0]?.isPutBack === true)
  school.reject('update-refused')
  await until('set aside again', () => second.replaced.get() !== null)
  await second.close()

  const third = await openAgain(school, { databases })
  connect(school)
  await until('its copies', () => third.recovery.get().length > 0)

  expect(wordsIn(third.doc)).not.toContain('Avvist')
  const open = third.recovery.get().find(({ isPutBack }) => !isPutBack)
  putBackIn(third, open)
  expect(wordsIn(third.doc)).toContain('Avvist')
})

function connect(school: Awaited<ReturnType<typeof openSaved>>['school']): void {
  school.accept()
  school.sendPlan()
  school.saveAll()
}

function copy(id: string, atMs: number, doc: Y.Doc): SetAsideCopy {
  return { id, atMs, reason: 'update-refused', update: Y.encodeStateAsUpdate(doc) }
}

/** Over a device that has these copies. */
async function openShelf(name: string, stored: readonly SetAsideCopy[]) {
  let kept = stored
  const store: Pick<LocalStore, 'readSetAside' | 'keepSetAside' | 'dropSetAside'> = {
    readSetAside: () => Promise.resolve(kept),
    keepSetAside: (copy) => {
      kept = kept.map((each) => (each.id === copy.id ? copy : each))
      return Promise.resolve()
    },
    dropSetAside: (id) => {
      kept = kept.filter((each) => each.id !== id)
      return Promise.resolve()
    },
  }
  const shelf = createSetAsideShelf({ name, store })
  await shelf.load()
  return { shelf, ids: () => kept.map(({ id }) => id) }
}
