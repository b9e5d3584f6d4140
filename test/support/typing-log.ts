/**
 * A log as eight people leave it who write one plan: each in a field of their own or two
 * in one, a letter at a time, with slips taken back, a new session now and then.
 */
import * as Y from 'yjs'
import type { NewUpdate } from '../../server/sync/update-log.ts'
import type { UserId } from '../../shared/ids.ts'
import { PLAN } from './guarded-plan.ts'

const TYPISTS = 8
const SESSION_KEYS = 900
const WORDS =
  'vi vil at elevene skal lære å arbeide sammen med andre skoler i Europa om det som er viktig for dem'

/** Each of two people; none of the template's. */
const FIELDS = ['field-0', 'field-1', 'field-2', 'field-3']

/** @returns the plan's first update and then one for each key. */
export function typingLog(keys: number, seed = 1, fields = FIELDS): readonly NewUpdate[] {
  const random = seededRandom(seed)
  const rows: NewUpdate[] = [{ timeMs: 0, userId: null, clientIds: [1], bytes: PLAN }]
  let timeMs = 1_764_000_000_000
  const typists = Array.from({ length: TYPISTS }, (_, index) => {
    const userId = `${index}`.padEnd(20, 'k') as UserId
    return {
      userId,
      field: `text:${fields[index >> 1]}`,
      doc: new Y.Doc(),
      typed: 0,
      at: 0,
      rows: 0,
    }
  })
  let made: Uint8Array | null = null
  const open = (typist: (typeof typists)[number]) => {
    typist.doc = new Y.Doc()
    typist.doc.clientID = Math.floor(random() * 2 ** 32)
    typist.rows = 0
    typist.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') made = update
    })
  }

  while (rows.length <= keys) {
    const typist = typists[Math.floor(random() * TYPISTS)]
    if (!typist) continue
    if (typist.typed % SESSION_KEYS === 0) open(typist)
    // They see what the others wrote a moment later, as with a socket.
    for (const { bytes, userId } of rows.slice(typist.rows)) {
      if (userId !== typist.userId || typist.typed % SESSION_KEYS === 0) {
        Y.applyUpdate(typist.doc, bytes, 'remote')
      }
    }
    typist.rows = rows.length
    made = null
    typist.doc.transact(() => press(typist, random), 'ui')
    typist.typed += 1
    if (made === null) continue
    timeMs += 5 + Math.floor(random() * 60)
    const clientIds = [typist.doc.clientID]
    rows.push({ timeMs, userId: typist.userId, clientIds, bytes: made })
  }
  return rows
}

function press(
  typist: { readonly doc: Y.Doc; readonly field: string; readonly typed: number; at: number },
  random: () => number,
): void {
  const field = typist.doc.getXmlFragment(typist.field)
  if (field.length === 0 || typist.typed % 240 === 0) {
    const paragraph = new Y.XmlElement('paragraph')
    field.insert(field.length, [paragraph])
    paragraph.insert(0, [new Y.XmlText()])
    typist.at = 0
  }
  const text = (field.get(field.length - 1) as Y.XmlElement).get(0) as Y.XmlText
  const at = Math.min(typist.at, text.length)
  if (at > 0 && random() < 0.06) {
    text.delete(at - 1, 1)
    typist.at = at - 1
  } else {
    text.insert(at, WORDS.charAt((typist.typed * 7 + Math.floor(random() * 3)) % WORDS.length))
    typist.at = at + 1
  }
}

/** mulberry32: the same numbers for the same seed, on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
