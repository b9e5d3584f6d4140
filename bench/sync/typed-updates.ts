/**
 * The updates of someone who types, one letter each, as Yjs encodes them (v1), and
 * how many letters of whom are in what a server sends. Both by hand: a Y.Doc per
 * client would cost more than the server that is measured.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type Cursor, readVarUint } from './wire.ts'

/** The field that everybody types into, each in a paragraph of their own. */
export const TYPED_FIELD = 'text:leadership.today'
/** Ids that the paragraph and its text take before the first letter. */
const CLOCK_OF_FIRST_LETTER = 2
const LETTER = 'e'.charCodeAt(0)
const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_KEY = 0x20
const GC = 0
const DELETED = 1
const STRING = 4
const TYPE = 7
const SKIP = 10
const XML_ELEMENT = 3

/** The updates of one person, in order. */
export class Typist {
  readonly clientId: number
  #letters = 0

  constructor(clientId: number) {
    this.clientId = clientId
  }

  /** The next letter; the first comes with its paragraph. */
  next(): Uint8Array {
    this.#letters += 1
    return this.#letters === 1 ? firstLetter(this.clientId) : this.#letter()
  }

  get letters(): number {
    return this.#letters
  }

  #letter(): Uint8Array {
    const clock = CLOCK_OF_FIRST_LETTER + this.#letters - 1
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, this.clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeUint8(encoder, HAS_ORIGIN | STRING)
      encoding.writeVarUint(encoder, this.clientId)
      encoding.writeVarUint(encoder, clock - 1)
      encoding.writeVarUint(encoder, 1)
      encoding.writeUint8(encoder, LETTER)
      encoding.writeVarUint(encoder, 0)
    })
  }
}

function firstLetter(clientId: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(String.fromCharCode(LETTER))])
  doc.getXmlFragment(TYPED_FIELD).insert(0, [paragraph])
  return Y.encodeStateAsUpdate(doc)
}

/** Told of each run of letters: whose, and the number of the last one, from 1. */
export type OnLetters = (clientId: number, count: number, last: number) => void

/**
 * Walks an update that holds what Typists typed.
 *
 * @throws Error on anything else.
 */
export function readTyped(bytes: Uint8Array, start: number, onLetters: OnLetters): void {
  const cursor = { at: start }
  const clients = readVarUint(bytes, cursor)
  for (let client = 0; client < clients; client++) {
    const structs = readVarUint(bytes, cursor)
    const clientId = readVarUint(bytes, cursor)
    let clock = readVarUint(bytes, cursor)
    for (let struct = 0; struct < structs; struct++) {
      const kind = skipPlace(bytes, cursor)
      const length = skipContent(bytes, cursor, kind)
      clock += length
      if (kind === STRING) onLetters(clientId, length, clock - CLOCK_OF_FIRST_LETTER)
    }
  }
}

/** Over where the struct stands, to its content; its kind. */
function skipPlace(bytes: Uint8Array, cursor: Cursor): number {
  const info = bytes[cursor.at++] ?? 0
  const kind = info & 0x1f
  if (kind === GC || kind === SKIP) return kind
  if (info & HAS_ORIGIN) skipId(bytes, cursor)
  if (info & HAS_RIGHT_ORIGIN) skipId(bytes, cursor)
  if (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) return kind
  if (readVarUint(bytes, cursor) === 1) skipString(bytes, cursor)
  else skipId(bytes, cursor)
  if (info & HAS_KEY) skipString(bytes, cursor)
  return kind
}

/** Over the content; how many ids it takes. */
function skipContent(bytes: Uint8Array, cursor: Cursor, kind: number): number {
  switch (kind) {
    case GC:
    case DELETED:
    case SKIP:
      return readVarUint(bytes, cursor)
    case STRING:
      return skipString(bytes, cursor)
    case TYPE:
      if (readVarUint(bytes, cursor) === XML_ELEMENT) skipString(bytes, cursor)
      return 1
    default:
      throw new Error(`a struct of kind ${kind} that nobody typed`)
  }
}

function skipId(bytes: Uint8Array, cursor: Cursor): void {
  readVarUint(bytes, cursor)
  readVarUint(bytes, cursor)
}

/** Its length in bytes: as many as letters, since all are ASCII. */
function skipString(bytes: Uint8Array, cursor: Cursor): number {
  const length = readVarUint(bytes, cursor)
  cursor.at += length
  return length
}

/** How many letters of this person are in the document. */
export function lettersIn(updates: readonly Uint8Array[], clientId: number): number {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const structs = doc.store.clients.get(clientId) ?? []
  return structs.reduce(
    (sum, struct) =>
      sum +
      (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.length : 0),
    0,
  )
}
