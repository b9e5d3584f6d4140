import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkpointUpdate, materialisePlan } from '../../../server/sync/doc-work.ts'
import { structureOf } from '../../support/structure-of.ts'

const FIELD = 'text:leadership.today'

it.each([
  [11, 12],
  [12, 11],
])(
  '[D5] a mark that two people set and one takes back stays, in what the server reads and writes (%i, %i)',
  (kari, ola) => {
    const updates = setByTwoAndTakenBackByOne(kari, ola)
    const all = Y.mergeUpdates([...updates])
    const people = documentOf([all])

    const server = materialisePlan(updates).material.contentHash
    const { bytes } = checkpointUpdate(updates)

    expect(JSON.stringify(structureOf(people))).toContain('bold')
    expect(server).toBe(materialisePlan([all]).material.contentHash)
    expect(structureOf(documentOf([bytes]))).toEqual(structureOf(people))
  },
)

it.each([
  [11, 12],
  [12, 11],
])(
  '[D5] a mark that two people set is whole in a checkpoint: one may take it back after it (%i, %i)',
  (kari, ola) => {
    const updates = setByTwoAndTakenBackByOne(kari, ola)
    const { bytes } = checkpointUpdate(updates.slice(0, -1))

    const after = materialisePlan([bytes, ...updates.slice(-1)]).material

    expect(after.contentHash).toBe(materialisePlan(updates).material.contentHash)
  },
)

function setByTwoAndTakenBackByOne(kari: number, ola: number): readonly Uint8Array[] {
  const first = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Vi skriver')])
  first.getXmlFragment(FIELD).insert(0, [paragraph])
  const base = Y.encodeStateAsUpdate(first)

  const byKari = markedBy(kari, base)
  const byOla = markedBy(ola, base)
  return [base, byKari(true), byOla(true), byKari(null)]
}

/** Someone who hears nothing of the others; each call is one update of theirs. */
function markedBy(clientId: number, base: Uint8Array): (bold: true | null) => Uint8Array {
  const doc = documentOf([base])
  doc.clientID = clientId
  return (bold) => {
    const updates: Uint8Array[] = []
    doc.once('update', (update: Uint8Array) => updates.push(update))
    const text = (doc.getXmlFragment(FIELD).get(0) as Y.XmlElement).get(0) as Y.XmlText
    doc.transact(() => text.format(0, 2, { bold }))
    return updates[0]!
  }
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
