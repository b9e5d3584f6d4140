import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findText } from '../../../shared/discuss/find-text.ts'
import type { ThreadPlace } from '../../../shared/discuss/thread-place.ts'
import { deleteAction } from '../../../shared/plan/change-action.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'
import {
  actionContent,
  createSuggestedPlan,
  FIELD,
  ON_FIELD,
  paragraphs,
} from '../../support/suggested-plan.ts'

const bold = (text: string) => ({ type: 'text', text, marks: [{ type: 'bold' }] }) as const
const plain = (text: string) => ({ type: 'text', text, marks: [] }) as const
const STALE = { code: 'suggestion-stale' }

const list = (...items: string[]) =>
  ({ type: 'bulletList', items: items.map((words) => paragraphs(words)) }) as const

function planWith(...lines: string[]) {
  return createSuggestedPlan({ texts: { [FIELD]: paragraphs(...lines) } })
}

function planOf(text: RichText) {
  return createSuggestedPlan({ texts: { [FIELD]: text } })
}

describe('suggested words', () => {
  it('[T9] take the place of the anchored ones, and of nothing else', () => {
    const plan = planWith('Vi møtes hver uke. Vi møtes hver uke.')

    plan.replace('hver uke. Vi', 'hver dag. Vi')

    expect(plan.words()).toBe('Vi møtes hver dag. Vi møtes hver uke.')
  })

  it('[T9] delete when there are none', () => {
    const plan = planWith('Vi møtes nesten hver uke.')

    plan.replace('nesten ', '')

    expect(plan.words()).toBe('Vi møtes hver uke.')
  })

  it.each([
    ['møtes', 'møtes ofte'],
    ['møtes', 'må vi møtes'],
    ['Vi møtes', 'Vi møtes.\nAlle er med.\nVi møtes'],
  ])('[T10] that add to %j are written once', (quote, words) => {
    const plan = planWith('Vi møtes hver uke.')
    const place = plan.on(quote)
    plan.suggest(place, { kind: 'words', words })
    const once = plan.words()

    expect(() => plan.suggest(place, { kind: 'words', words })).toThrow(
      expect.objectContaining(STALE),
    )

    expect(plan.words()).toBe(once)
    expect(once).toContain(words)
  })

  it('[T9] look as what they replace, and leave the look of what stays', () => {
    const plan = planOf([
      { type: 'paragraph', content: [plain('En '), bold('fet'), plain(' ting')] },
    ])

    plan.replace('En fet ting', 'En tynn, ting')

    expect(plan.plan().texts[FIELD]).toEqual([
      { type: 'paragraph', content: [plain('En '), bold('tynn,'), plain(' ting')] },
    ])
  })

  it('[T9] make a paragraph of each line', () => {
    const plan = planWith('En to tre')

    plan.replace('to', 'to\n\nog')

    expect(plan.plan().texts[FIELD]).toEqual(paragraphs('En to', '', 'og tre'))
  })

  it('[T9] over several paragraphs join what stands before and after', () => {
    const plan = planWith('En to', 'tre', 'fire fem')

    plan.replace('to\ntre\nfire', 'ord')

    expect(plan.plan().texts[FIELD]).toEqual(paragraphs('En ord fem'))
  })

  it('[T9] over items of lists leave the items after them, and no empty list', () => {
    const plan = planOf([
      { type: 'heading', level: 3, content: [plain('Mål nå')] },
      list('a'),
      { type: 'blockquote', content: [list('b c', 'd')] },
    ])

    plan.replace('nå\na\nb', 'her')

    expect(plan.plan().texts[FIELD]).toEqual([
      { type: 'heading', level: 3, content: [plain('Mål her c')] },
      { type: 'blockquote', content: [list('d')] },
    ])
  })

  it('[T9] take hard breaks with them', () => {
    const plan = planOf([
      {
        type: 'paragraph',
        content: [
          plain('En'),
          { type: 'hardBreak' },
          plain('to'),
          { type: 'hardBreak' },
          bold('tre'),
        ],
      },
    ])

    plan.replace('n\nt', 'ng')

    expect(plan.plan().texts[FIELD]).toEqual([
      { type: 'paragraph', content: [plain('Engo'), { type: 'hardBreak' }, bold('tre')] },
    ])
  })

  it('[T9] without an anchor fill an empty text', () => {
    const plan = planWith()

    plan.suggest(ON_FIELD, { kind: 'words', words: 'En\nto' })

    expect(plan.plan().texts[FIELD]).toEqual(paragraphs('En', 'to'))
    expect(() => plan.suggest(ON_FIELD, { kind: 'words', words: 'Tre' })).toThrow(/stale/)
  })

  it('[T9] stay on one line in a text of one', () => {
    const plan = createSuggestedPlan({ actions: [actionContent()] })
    const actionId = plan.plan().actions[0]!.id
    const on = { kind: 'action', actionId, part: 'title', anchor: null } as const

    plan.suggest(on, { kind: 'words', words: 'Lese\r\n\nmer' })

    expect(plan.plan().actions[0]!.texts.title).toEqual(paragraphs('Lese mer'))
  })

  it('[T9] are clean, and whole letters', () => {
    const plan = planWith('Et hus 👩‍🏫 til')

    plan.replace('hus 👩‍🏫', 'ha\u0000us\u202e e\u0301 👨‍🏫')

    expect(plan.plan().texts[FIELD]).toEqual(paragraphs('Et haus é 👨‍🏫 til'))
    expect(plan.words()).toContain('haus é')
  })

  it('[T10] are stale when a letter of what they change is another, and nothing is written', () => {
    const plan = planWith('Vi møtes hver uke.')
    const place = plan.on('hver uke')
    plan.edit((doc) => textOfField(doc).insert(10, 'x'))
    const before = plan.hash()

    expect(() => plan.suggest(place, { kind: 'words', words: 'hver dag' })).toThrow(
      expect.objectContaining(STALE),
    )
    expect(plan.hash()).toBe(before)
  })

  it('[T10] are stale when the text is gone, or the action deleted', () => {
    const plan = createSuggestedPlan({ actions: [actionContent()] })
    const actionId = plan.plan().actions[0]!.id
    plan.edit((doc) => deleteAction(doc, actionId, 1, 'ui'))
    const words = { kind: 'words', words: 'x' } as const
    const places: ThreadPlace[] = [
      { kind: 'action', actionId, part: 'title', anchor: null },
      { kind: 'action', actionId: 'q'.repeat(20) as never, part: 'title', anchor: null },
      { kind: 'field', fieldId: 'no.field', anchor: null },
    ]

    for (const place of places) {
      expect(() => plan.suggest(place, words)).toThrow(expect.objectContaining(STALE))
    }
  })

  it('[T10] go where the words are by now', () => {
    const plan = planWith('Vi møtes hver uke, og det er bra.')
    const place = plan.on('hver uke')
    plan.edit((doc) => {
      const fragment = findText(doc, { fieldId: FIELD })!
      const heading = new Y.XmlElement('heading')
      heading.insert(0, [new Y.XmlText('Nå: Vi møtes hver uke, og det er bra.')])
      fragment.delete(0, 1)
      fragment.insert(0, [heading])
    })

    plan.suggest(place, { kind: 'words', words: 'hver dag' })

    expect(plan.words()).toBe('Nå: Vi møtes hver dag, og det er bra.')
  })

  it('[T11] are refused where they mean nothing', () => {
    const plan = planWith('En')
    const words = { kind: 'words', words: 'x' } as const

    expect(() => plan.suggest({ kind: 'plan' }, words)).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    )
    expect(() => plan.replace('En', 'En')).toThrow(expect.objectContaining(STALE))
    expect(() => plan.suggest(ON_FIELD, { kind: 'words', words: '\n' })).toThrow(
      expect.objectContaining(STALE),
    )
  })
})

function textOfField(doc: Y.Doc): Y.XmlText {
  const paragraph = findText(doc, { fieldId: FIELD })!.get(0) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}
