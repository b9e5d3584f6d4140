/** Going back after whatever was done, while others type: random edits on peers. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import type { ActionId } from '../../../shared/ids.ts'
import {
  deleteAction,
  placeAction,
  setActionDate,
  setActionOwner,
  setActionStatus,
  showAction,
} from '../../../shared/plan/change-action.ts'
import { actionMap, planMap } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { canonicalRestorable } from '../../../shared/plan/restorable.ts'
import { idOf } from '../../support/item-id.ts'
import { Peers } from '../../support/peers.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import {
  addAction,
  back,
  COMMITMENT,
  copyOf,
  newDoc,
  NOW_MS,
  read,
  textsOf,
  typeIn,
  wordsOf,
} from '../../support/restored-plan.ts'

const IDS = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(20) as ActionId)
const n = fc.nat(9)
const edit = fc.oneof(
  fc.record({ do: fc.constant('type' as const), text: n, block: n, at: fc.nat(40), words: n }),
  fc.record({ do: fc.constant('erase' as const), text: n, block: n, at: fc.nat(40), length: n }),
  fc.record({ do: fc.constant('bold' as const), text: n, block: n, at: fc.nat(40), length: n }),
  fc.record({ do: fc.constant('new-block' as const), text: n, block: n }),
  fc.record({ do: fc.constant('drop-block' as const), text: n, block: n }),
  fc.record({ do: fc.constant('action' as const), id: fc.constantFrom(...IDS) }),
  fc.record({ do: fc.constant('delete' as const), id: fc.constantFrom(...IDS), at: n }),
  fc.record({ do: fc.constant('show' as const), id: fc.constantFrom(...IDS) }),
  fc.record({ do: fc.constant('facts' as const), id: fc.constantFrom(...IDS), as: n }),
  fc.record({ do: fc.constant('title' as const), as: n }),
)
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never

const WORDS = ['vi ', 'leser ', 'i ', 'lag ', 'ute', ' og', ' inne', '.', ' Elevene', ' 2027']

function apply(doc: Y.Doc, one: Edit): void {
  const texts = textsOf(doc)
  if ('text' in one) {
    const fragment = texts[one.text % texts.length]!
    if (one.do === 'new-block') {
      fragment.insert(one.block % (fragment.length + 1), [new Y.XmlElement('paragraph')])
    } else if (one.do === 'drop-block') {
      if (fragment.length > 1) fragment.delete(one.block % fragment.length, 1)
    } else if (one.do === 'type') {
      typeIn(doc, one.text, one.block, one.at, WORDS[one.words]!)
    } else {
      const run = (fragment.get(one.block % fragment.length) as Y.XmlElement).get(0)
      if (!(run instanceof Y.XmlText) || run.length === 0) return
      const at = one.at % run.length
      const length = Math.min(one.length, run.length - at)
      if (one.do === 'erase') run.delete(at, length)
      else if (length > 0) run.format(at, length, { bold: {} })
    }
    return
  }
  if (one.do === 'title') return void planMap(doc).set('title', `Plan ${one.as}`)
  if (one.do === 'action') return void (actionMap(doc, one.id) ?? addAction(doc, one.id))
  if (one.do === 'delete') return deleteAction(doc, one.id, NOW_MS + one.at, null)
  if (one.do === 'show') return showAction(doc, one.id, null)
  if (!actionMap(doc, one.id)) return
  const commitment = one.as > 5 ? 'pupils' : COMMITMENT
  placeAction(doc, one.id, { commitment, rank: `a${one.as}` as Rank }, null)
  setActionDate(doc, one.id, 'due', one.as > 3 ? ('2027-03-01' as CalendarDate) : null, null)
  setActionStatus(doc, one.id, one.as > 4 ? 'done' : 'planned', null)
  setActionOwner(doc, one.id, 'name:Kari', one.as > 2, null)
}

describe('going back', () => {
  it(
    '[P20] makes the plan say what it said, whatever was done since, and can itself be gone back from',
    () => {
      fc.assert(
        fc.property(
          fc.array(edit, { maxLength: 25 }),
          fc.array(edit, { minLength: 1, maxLength: 25 }),
          (before, since) => {
            const doc = newDoc()
            before.forEach((one) => apply(doc, one))
            const old = copyOf(doc)
            since.forEach((one) => apply(doc, one))
            const late = copyOf(doc)

            back(doc, old)
            const restored = canonicalRestorable(read(doc))
            back(doc, late)

            expect(restored).toBe(canonicalRestorable(read(old)))
            expect(canonicalRestorable(read(doc))).toBe(canonicalRestorable(read(late)))
          },
        ),
        { numRuns: propertyRuns(150) },
      )
    },
    propertyTimeoutMs(150),
  )

  it(
    '[P22] lets live what others type in the same moment in texts and blocks that there were then',
    () => {
      let typed = 0
      fc.assert(
        fc.property(
          fc.array(edit, { maxLength: 15 }),
          fc.array(edit, { minLength: 1, maxLength: 15 }),
          fc.array(fc.tuple(n, n, fc.nat(60)), { minLength: 1, maxLength: 5 }),
          fc.array(fc.tuple(fc.nat(1), fc.nat(9)), { maxLength: 10 }),
          (before, since, typing, deliveries) => {
            const doc = newDoc()
            before.forEach((one) => apply(doc, one))
            const old = copyOf(doc)
            const known = new Set(runIdsOf(old))
            since.forEach((one) => apply(doc, one))
            const peers = new Peers(3, doc)
            const [server, kari, ola] = peers.docs as [Y.Doc, Y.Doc, Y.Doc]

            back(server, old)
            const marks = typing.flatMap(([text, block, at], index) => {
              const mark = String.fromCodePoint(0x2460 + index)
              const run = typeIn(index % 2 === 0 ? kari : ola, text, block, at, mark)
              return known.has(idOf(run)) ? [mark] : []
            })
            deliveries.forEach(([to, pick]) => peers.deliver(to, pick))
            peers.deliverAll()

            typed += marks.length
            const words = peers.docs.map(wordsOf)
            for (const mark of marks) expect(words[0]).toContain(mark)
            expect(words[1]).toBe(words[0])
            expect(words[2]).toBe(words[0])
          },
        ),
        { numRuns: propertyRuns(150) },
      )
      expect(typed).toBeGreaterThan(0)
    },
    propertyTimeoutMs(150),
  )
})

function runIdsOf(doc: Y.Doc): readonly string[] {
  return textsOf(doc).flatMap((text) =>
    text
      .toArray()
      .flatMap((block) => (block as Y.XmlElement).toArray())
      .map((run) => idOf(run as Y.XmlText)),
  )
}
