import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readText } from '../../../shared/plan/read-text.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'
import { arbitraryRichText } from '../../support/arbitrary-rich-text.ts'
import { propertyRuns } from '../../support/property-runs.ts'

it('[P14] any valid text survives being written, sent and read', () => {
  fc.assert(
    fc.property(arbitraryRichText, (text) => {
      const here = new Y.Doc()
      here.getXmlFragment('text').insert(0, textNodes(text))

      const there = new Y.Doc()
      Y.applyUpdate(there, Y.encodeStateAsUpdate(here))

      expect(readText(here.getXmlFragment('text'))).toEqual(text)
      expect(readText(there.getXmlFragment('text'))).toEqual(text)
    }),
    { numRuns: propertyRuns(300) },
  )
})

it('[P14] a valid text needs no repair', () => {
  fc.assert(
    fc.property(arbitraryRichText, (text) => {
      const doc = new Y.Doc()
      doc.getXmlFragment('text').insert(0, textNodes(text))

      const repairs: string[] = []
      readText(doc.getXmlFragment('text'), (what) => repairs.push(what))

      expect(repairs).toEqual([])
    }),
    { numRuns: propertyRuns(300) },
  )
})

it('[P4] an empty text is one empty paragraph, so that two first words share it', () => {
  const nodes = textNodes([])

  expect(nodes).toHaveLength(1)
  expect(nodes[0]!.nodeName).toBe('paragraph')
})

it('writes what the editor writes: marks as formats, breaks between runs', () => {
  const text: RichText = [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'fast ', marks: [] },
        { type: 'text', text: 'plass', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'her', marks: [{ type: 'link', href: 'https://a.example' }] },
      ],
    },
    { type: 'taskList', items: [{ checked: true, content: [] }] },
  ]

  const doc = new Y.Doc()
  doc.getXmlFragment('text').insert(0, textNodes(text))

  expect(doc.getXmlFragment('text').toJSON()).toBe(
    '<paragraph>fast <bold>plass</bold><hardbreak></hardbreak><link href="https://a.example">her</link>' +
      '</paragraph><tasklist><taskitem checked="true"></taskitem></tasklist>',
  )
})
