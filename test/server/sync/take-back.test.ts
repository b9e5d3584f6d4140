/** An accepted suggestion taken back: the plan says what it said before, whatever it was. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { findText } from '../../../shared/discuss/find-text.ts'
import { flatText } from '../../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../../shared/discuss/make-anchor.ts'
import { arbitraryRichText } from '../../support/arbitrary-rich-text.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'
import {
  actionContent,
  createSuggestedPlan,
  FIELD,
  ON_FIELD,
  paragraphs,
} from '../../support/suggested-plan.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const words = fc
  .array(fc.constantFrom('ord', ' ', '\n', 'å', '👩‍🏫', 'fellestid', '. '), { maxLength: 6 })
  .map((pieces) => pieces.join(''))

describe('a suggestion taken back', () => {
  it(
    '[T14] leaves the plan as it was, whatever it changed',
    { timeout: propertyTimeoutMs(200) },
    () => {
      let written = 0

      fc.assert(
        fc.property(arbitraryRichText, share, share, words, (text, from, to, suggested) => {
          const plan = createSuggestedPlan({ texts: { [FIELD]: text } })
          const fragment = findText(plan.doc(), { fieldId: FIELD })!
          const { length } = flatText(fragment).words
          const anchor = makeAnchor(fragment, {
            from: Math.floor(from * length),
            to: Math.ceil(to * length),
          })
          const hash = plan.hash()
          const isNew = anchor
            ? anchor.quote !== suggested
            : suggested.trim() !== '' && length === 0
          // What stands there already is not suggested [T10].
          const standsThere = suggested !== '' && flatText(fragment).words.includes(suggested)
          if (!isNew || standsThere) return

          const applied = plan.suggest({ ...ON_FIELD, anchor } as typeof ON_FIELD, {
            kind: 'words',
            words: suggested,
          })
          plan.takeBack(applied)

          written += 1
          expect(plan.hash()).toBe(hash)
        }),
        { numRuns: propertyRuns(200, 1000) },
      )

      expect(written).toBeGreaterThan(50)
    },
  )

  it('[T14] of a fact leaves it as it was, and the place of the action', () => {
    const plan = createSuggestedPlan({
      actions: [actionContent(), actionContent({ owners: ['name:Kari'] }), actionContent()],
    })
    const { id: actionId } = plan.plan().actions[1]!
    const on = { kind: 'action', actionId, part: null, anchor: null } as const
    const hash = plan.hash()

    const applied = [
      plan.suggest(on, { kind: 'fact', fact: 'commitment', from: 'leadership', to: 'pupils' }),
      plan.suggest(on, { kind: 'fact', fact: 'owners', from: ['name:Kari'], to: [] }),
      plan.suggest(on, { kind: 'fact', fact: 'status', from: 'planned', to: 'done' }),
    ]
    for (const each of applied) plan.takeBack(each)

    expect(plan.hash()).toBe(hash)
  })

  it('[T15] leaves what others wrote round it since', () => {
    const plan = createSuggestedPlan({ texts: { [FIELD]: paragraphs('Vi møtes hver uke.') } })
    const applied = plan.replace('hver uke', 'hver dag')
    plan.edit((doc) => textOf(doc).insert(0, 'Nå: '))
    plan.edit((doc) => textOf(doc).insert(textOf(doc).length, ' Alltid.'))

    plan.takeBack(applied)

    expect(plan.words()).toBe('Nå: Vi møtes hver uke. Alltid.')
  })

  it('[T15] puts a deletion back where it stood', () => {
    const plan = createSuggestedPlan({
      texts: { [FIELD]: paragraphs('Vi møtes nesten hver uke.') },
    })
    const applied = plan.replace('nesten ', '')
    plan.edit((doc) => textOf(doc).insert(0, 'Nå: '))

    plan.takeBack(applied)

    expect(plan.words()).toBe('Nå: Vi møtes nesten hver uke.')
  })

  it.each([
    ['words', 'hver dag', (doc: Y.Doc) => textOf(doc).insert(11, 'x')],
    ['a deletion', '', (doc: Y.Doc) => textOf(doc).insert(9, 'x')],
    ['paragraphs', 'hver\ndag', (doc: Y.Doc) => textOf(doc).insert(11, 'x')],
  ])(
    '[T15] is stale when %s were changed since, and nothing is written',
    (_name, suggested, change) => {
      const plan = createSuggestedPlan({ texts: { [FIELD]: paragraphs('Vi møtes hver uke.') } })
      const applied = plan.replace('hver uke', suggested)
      plan.edit(change)
      const hash = plan.hash()

      expect(() => plan.takeBack(applied)).toThrow(
        expect.objectContaining({ code: 'suggestion-stale' }),
      )
      expect(plan.hash()).toBe(hash)
    },
  )
})

function textOf(doc: Y.Doc): Y.XmlText {
  return (findText(doc, { fieldId: FIELD })!.get(0) as Y.XmlElement).get(0) as Y.XmlText
}
