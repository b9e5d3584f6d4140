/**
 * A document as people leave it behind: paragraphs in many fields, written by several
 * in bursts of some letters, here and there, with some of it deleted again. The same
 * bytes for every server that is measured.
 */
import * as Y from 'yjs'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import { templateFieldIds } from '../../shared/templates/template.ts'
import { fieldText } from '../../shared/plan/plan-doc.ts'

const AUTHORS = 6
const PARAGRAPH_LETTERS = 400
const MOST_LETTERS_AT_ONCE = 60
const LETTERS = 'etaoin shrdlu cmfwyp etaoin ashrdl e t a n '

/** @param byteLength of it as one update; met within two per cent. */
export function longPlan(byteLength: number): Uint8Array {
  const random = seeded(20261126)
  const fieldIds = templateFieldIds(CURRENT_TEMPLATE)
  const doc = new Y.Doc()
  let size = 0
  for (let author = 0; size < byteLength; author++) {
    // One's id changes with every session.
    doc.clientID = 100_000_000 + author * 7919
    const step = Math.min(byteLength - size, byteLength / AUTHORS)
    const bursts = Math.max(1, Math.floor(step / 80))
    doc.transact(() => {
      for (let burst = 0; burst < bursts; burst++) writeBurst(doc, fieldIds, random)
    })
    size = Y.encodeStateAsUpdate(doc).byteLength
  }
  return Y.encodeStateAsUpdate(doc)
}

function writeBurst(doc: Y.Doc, fieldIds: readonly string[], random: () => number): void {
  const fieldId = fieldIds[Math.floor(random() * fieldIds.length)] ?? ''
  const field = fieldText(doc, fieldId as never)
  const last = field.length > 0 ? (field.get(field.length - 1) as Y.XmlElement) : null
  const text = last ? (last.get(0) as Y.XmlText) : null
  if (!text || text.length > PARAGRAPH_LETTERS) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words(random))])
    return field.insert(field.length, [paragraph])
  }
  text.insert(Math.floor(random() * text.length), words(random))
  if (random() < 0.1) text.delete(Math.floor(random() * (text.length - 3)), 3)
}

function words(random: () => number): string {
  const length = 1 + Math.floor(random() * MOST_LETTERS_AT_ONCE)
  return Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')
}

/** Always the same numbers (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
