import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareTexts,
  isSameText,
  type TextDifference,
} from '../../../shared/text/compare-texts.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import type { Block, Inline, Mark, RichText } from '../../../shared/text/rich-text.ts'
import { sideOf } from '../../support/apply-difference.ts'
import { relatedText } from '../../support/arbitrary-plan.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const run = (text: string, ...marks: Mark[]): Inline => ({ type: 'text', text, marks })
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [run(text)] })
const texts = (...words: string[]): RichText => words.map(paragraph)

const list = (...items: readonly (readonly [boolean, string])[]): RichText => [
  { type: 'taskList', items: items.map(([checked, text]) => ({ checked, content: texts(text) })) },
]
const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, at) => `ord${(at * seed) % 9973}`).join(' ')

/** 'same' blocks by their words, others as [-gone-], {+new+}, or with both inside. */
function told(difference: TextDifference): readonly string[] {
  return difference.map((change) => {
    switch (change.kind) {
      case 'same':
        return plainText([change.block])
      case 'gone':
        return `[-${plainText([change.block])}-]${change.isMoved ? ' moved' : ''}`
      case 'new':
        return `{+${plainText([change.block])}+}${change.isMoved ? ' moved' : ''}`
      case 'line':
        return change.runs
          .map((one) => {
            if (one.kind === 'marked') return `<${one.text}>`
            const words = plainText([{ type: 'paragraph', content: one.content }])
            return { same: words, gone: `[-${words}-]`, new: `{+${words}+}` }[one.kind]
          })
          .join('')
      case 'list':
        return `list(${change.items.map((item) => (item.kind === 'changed' ? told(item.inner).join('|') : `${item.kind}:${plainText(item.item.content)}`)).join(', ')})`
      case 'box':
        return `box(${told(change.inner).join('|')})`
    }
  })
}

describe('two states of a text', () => {
  it('tell nothing when they are equal, whatever the order of their keys', () => {
    const other = JSON.parse(
      '[{"content":[{"text":"Likt","marks":[],"type":"text"}],"type":"paragraph"}]',
    ) as RichText

    expect(isSameText(compareTexts(texts('Likt'), other))).toBe(true)
  })

  it('tell a paragraph that came in, and nothing of those after it', () => {
    expect(told(compareTexts(texts('En', 'To', 'Tre'), texts('En', 'Ny', 'To', 'Tre')))).toEqual([
      'En',
      '{+Ny+}',
      'To',
      'Tre',
    ])
  })

  it('tell a paragraph that moved as moved', () => {
    expect(
      told(compareTexts(texts('En ting', 'To', 'Tre'), texts('To', 'Tre', 'En ting'))),
    ).toEqual(['[-En ting-] moved', 'To', 'Tre', '{+En ting+} moved'])
  })

  it('tell the words inside a paragraph that was rewritten, beside one that came in', () => {
    const before = texts('Lærerne samarbeider tett om prosjektene.', 'Slutt')
    const after = texts(
      'Helt nytt her.',
      'Lærerne samarbeider hver tirsdag om prosjektene.',
      'Slutt',
    )

    expect(told(compareTexts(before, after))).toEqual([
      '{+Helt nytt her.+}',
      'Lærerne samarbeider [-tett-]{+hver tirsdag+} om prosjektene.',
      'Slutt',
    ])
  })

  it('tell words that have nothing in common as gone and new', () => {
    expect(told(compareTexts(texts('Alt vi gjør'), texts('Noe annet her')))).toEqual([
      '[-Alt vi gjør-]',
      '{+Noe annet her+}',
    ])
  })

  it('tell marks on words that stayed, and another kind of line', () => {
    const before: RichText = [{ type: 'paragraph', content: [run('Vi møtes ofte')] }]
    const after: RichText = [
      {
        type: 'heading',
        level: 3,
        content: [run('Vi '), run('møtes', { type: 'bold' }), run(' ofte')],
      },
    ]

    expect(told(compareTexts(before, after))).toEqual(['Vi <møtes> ofte'])
    expect(compareTexts(before, after)).toMatchObject([
      { kind: 'line', before: { type: 'paragraph' }, after: { type: 'heading' } },
    ])
  })

  it('tell the item of a list that changed, and its tick', () => {
    const before = list([false, 'Skrive til Marit'], [false, 'Bestille buss'])
    const after = list(
      [true, 'Skrive til Marit'],
      [false, 'Varsle hjemmene'],
      [false, 'Bestille buss'],
    )

    expect(told(compareTexts(before, after))).toEqual([
      'list(Skrive til Marit, new:Varsle hjemmene, same:Bestille buss)',
    ])
  })
})

describe('any two texts', () => {
  it('can be built again from what is told of them', () => {
    fc.assert(
      fc.property(relatedText, relatedText, (before, after) => {
        const difference = compareTexts(before, after)
        expect(sideOf(difference, 'before')).toEqual(before)
        expect(sideOf(difference, 'after')).toEqual(after)
        expect(isSameText(difference)).toBe(JSON.stringify(before) === JSON.stringify(after))
        expect(isSameText(compareTexts(before, before))).toBe(true)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('are compared without growing beyond measure, however large and unlike they are', () => {
    const many = (seed: number) =>
      texts(...Array.from({ length: 3000 }, (_, at) => words(seed, at % 9)))

    const difference = compareTexts(many(3), many(7))
    const large = compareTexts(texts(words(3, 40_000)), texts(words(7, 40_000)))

    expect(sideOf(difference, 'after')).toEqual(many(7))
    expect(sideOf(large, 'before')).toEqual(texts(words(3, 40_000)))
  })
})
