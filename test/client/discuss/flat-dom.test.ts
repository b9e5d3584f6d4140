/**
 * What is drawn and what is written are one string, static or live: a place in the one is a
 * place in the other.
 */
import * as fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { offsetIn, rangeIn, readFlatDom } from '../../../client/discuss/flat-dom.ts'
import { StaticText } from '../../../client/text/static-text.tsx'
import { flatText } from '../../../shared/discuss/flat-text.ts'
import { readText } from '../../../shared/plan/read-text.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'
import { arbitraryRichText } from '../../support/arbitrary-rich-text.ts'
import { type } from '../../support/editing.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { until } from '../../support/until.ts'
import { createWriter, type Writer } from '../../support/writer.ts'

const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.end()
})

/** A text as it is written, as it is drawn static, and as an editor draws it. */
function drawn(text: RichText) {
  const writer = createWriter(1)
  writers.push(writer)
  const fragment = writer.fragment('a')
  fragment.insert(0, textNodes(text))
  const still = document.createElement('div')
  still.innerHTML = renderToStaticMarkup(
    createElement(StaticText, { text: readText(fragment), checkboxLabel: (words) => words }),
  )
  return { writer, fragment, still, live: writer.open('a').view.dom }
}

const words = (text: string) => ({ type: 'text', text, marks: [] }) as const
const bold = (text: string) => ({ type: 'text', text, marks: [{ type: 'bold' }] }) as const
const SAMPLE: RichText = [
  { type: 'paragraph', content: [words('Vi '), bold('deler'), words(' alt.')] },
  { type: 'paragraph', content: [] },
  {
    type: 'bulletList',
    items: [
      [{ type: 'paragraph', content: [words('én'), { type: 'hardBreak' }, words('to')] }],
      [{ type: 'paragraph', content: [words('tre'), { type: 'hardBreak' }] }],
    ],
  },
]

describe('a text as it is drawn', () => {
  it('reads as it is written: lines, hard breaks, empty paragraphs', () => {
    const { fragment, still, live } = drawn(SAMPLE)

    expect(flatText(fragment).words).toBe('Vi deler alt.\n\nén\nto\ntre\n')
    expect(readFlatDom(still).text).toBe(flatText(fragment).words)
    expect(readFlatDom(live).text).toBe(flatText(fragment).words)
  })

  it('reads as it is written, whatever is in it', () => {
    fc.assert(
      fc.property(arbitraryRichText, (text) => {
        const { fragment, still, live } = drawn(text)

        expect(readFlatDom(still).text).toBe(flatText(fragment).words)
        expect(readFlatDom(live).text).toBe(flatText(fragment).words)
        writers.pop()?.end()
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('has a range of the very words, and knows where they begin and end', () => {
    const { still, live } = drawn(SAMPLE)
    for (const prose of [still, live]) {
      const flat = readFlatDom(prose)
      const from = flat.text.indexOf('deler al')

      const range = rangeIn(flat, from, from + 'deler al'.length)

      expect(range?.toString()).toBe('deler al')
      expect(range && offsetIn(flat, range.startContainer, range.startOffset)).toBe(from)
      expect(range && offsetIn(flat, range.endContainer, range.endOffset)).toBe(from + 8)
    }
  })

  it('has a range over several lines, and none for nothing', () => {
    const flat = readFlatDom(drawn(SAMPLE).live)

    expect(rangeIn(flat, 9, 17)?.toString()).toBe('alt.én')
    expect(rangeIn(flat, 4, 4)).toBeNull()
    expect(rangeIn(flat, 400, 410)).toBeNull()
  })

  it('passes over the carets of others', async () => {
    const { writer, fragment, live } = drawn(SAMPLE)
    const paragraph = fragment.get(0) as Y.XmlElement
    const head = Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, 3)
    const visitor = new Awareness(new Y.Doc())
    visitor.setLocalState({
      user: { name: 'Samira', colour: 3 },
      caret: { field: 'a', anchor: head, head },
    })

    const update = encodeAwarenessUpdate(visitor, [visitor.clientID])
    applyAwarenessUpdate(writer.awareness, update, 'remote')
    await until('a caret', () => live.querySelector('[data-person]') !== null)

    expect(readFlatDom(live).text).toBe(flatText(fragment).words)
    visitor.destroy()
  })

  it('keeps up with what is typed', () => {
    const { writer, fragment, live } = drawn(SAMPLE)
    const editor = writer.open('a')
    editor.commands.setTextSelection(4)

    type(editor, 'gjerne ')

    expect(readFlatDom(live).text).toContain('Vi gjerne deler')
    expect(readFlatDom(live).text).toBe(flatText(fragment).words)
  })
})
