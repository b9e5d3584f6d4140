/** Two people whose carets stand at the same place: each one's words stay together. */
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type } from '../../support/editing.ts'
import { createWriter, seedTexts, type Writer } from '../../support/writer.ts'

const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.end()
})

/** Two writers of one text, whose letters reach the other one when `exchange` is called. */
function twoWriters(words: string) {
  const elle = createWriter(1)
  const bilal = createWriter(2)
  writers.push(elle, bilal)
  seedTexts(elle.doc, { a: words })
  const exchange = () => {
    const [fromElle, fromBilal] = [elle, bilal].map(({ doc }) => Y.encodeStateAsUpdate(doc))
    if (fromElle) Y.applyUpdate(bilal.doc, fromElle, 'remote')
    if (fromBilal) Y.applyUpdate(elle.doc, fromBilal, 'remote')
  }
  exchange()
  return { elle, bilal, exchange }
}

it.each([
  ['at the end', 'Vi deler.', 1],
  ['in an empty text', '', 0],
  ['in the middle', 'Vi deler.', 0.5],
])('who write at the same time %s get two whole sentences', (_where, words, share) => {
  const { elle, bilal, exchange } = twoWriters(words)
  const editors = [elle.open('a'), bilal.open('a')] as const
  for (const editor of editors) {
    editor.commands.setTextSelection(1 + Math.round(words.length * share))
  }
  const sentences = [' Elevrådet møtes hver torsdag.', ' Rektor setter av tid.'] as const

  for (let index = 0; index < 30; index++) {
    type(editors[0], sentences[0].charAt(index))
    type(editors[1], sentences[1].charAt(index))
    exchange()
  }

  for (const editor of editors) {
    expect(editor.getText()).toContain(sentences[0])
    expect(editor.getText()).toContain(sentences[1])
  }
  expect(editors[0].getText()).toBe(editors[1].getText())
})

it('what a colleague writes at the start of my selection is not in it', () => {
  const { elle, bilal, exchange } = twoWriters('Vi deler alt.')
  const [elles, bilals] = [elle.open('a'), bilal.open('a')]
  elles.commands.setTextSelection({ from: 4, to: 9 })
  bilals.commands.setTextSelection(4)

  type(bilals, 'jevnt ')
  exchange()
  type(elles, 'gir')

  expect(elles.getText()).toBe('Vi jevnt gir alt.')
})
