/**
 * Which ids are in a stored update and which it refers to, told from the bytes
 * without making a single struct: a room that is opened waits for nothing else, and
 * a plan of megabytes has a hundred thousand of them.
 *
 * Knows only well-formed bytes. Whatever is out of the ordinary is null, and
 * decode-update.ts says what is wrong with it, if anything.
 */
import { isUtf8 } from 'node:buffer'
import * as decoding from 'lib0/decoding'
import type { IdRange } from './known-ids.ts'

export interface UpdateOutline {
  /** By client: one run, in one piece. */
  readonly written: ReadonlyMap<number, IdRange>
  readonly deleted: ReadonlyMap<number, readonly IdRange[]>
  /** By client: the end of what is referred to, or deleted. */
  readonly referred: ReadonlyMap<number, number>
}

/** As in decode-update.ts. */
const MAX_CLIENT_ID = 0xffff_ffff
const MAX_CLOCK = 2 ** 40

const KIND = 0x1f
const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_KEY = 0x20
const GC = 0
const DELETED = 1
const STRING = 4
const EMBED = 5
const FORMAT = 6
const TYPE = 7
const ANY = 8
const XML_ELEMENT = 3
const XML_HOOK = 5
const LAST_TYPE = 6

/** null: not what Yjs commonly makes. */
export function outlineUpdate(bytes: Uint8Array): UpdateOutline | null {
  try {
    return new Reader(bytes).read()
  } catch {
    return null
  }
}

class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  readonly #written = new Map<number, IdRange>()
  readonly #deleted = new Map<number, IdRange[]>()
  readonly #referred = new Map<number, number>()
  #lastClient = Infinity
  #referredClient = -1
  #referredEnd = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  read(): UpdateOutline | null {
    const blocks = this.#number()
    for (let block = 0; block < blocks; block++) if (!this.#readBlock()) return null
    if (!this.#readDeleted() || this.#at !== this.#bytes.length) return null
    return { written: this.#written, deleted: this.#deleted, referred: this.#referred }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw new Error('it is cut off')
    return byte
  }

  /** As lib0's readVarUint, at a third of its time. */
  #number(): number {
    const bytes = this.#bytes
    let at = this.#at
    let number = 0
    // In four bytes it is a small integer, and most are; a client id has five.
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('a number is cut off')
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        this.#at = at
        return number
      }
    }
    const fifth = bytes[at] ?? 0x80
    if (fifth >= 0x80) return this.#read(decoding.readVarUint)
    this.#at = at + 1
    return number + fifth * 0x1000_0000
  }

  /** What is rare, as lib0 reads it. */
  #read<Value>(read: (decoder: decoding.Decoder) => Value): Value {
    const decoder = decoding.createDecoder(this.#bytes)
    decoder.pos = this.#at
    const value = read(decoder)
    this.#at = decoder.pos
    return value
  }

  #readBlock(): boolean {
    const structs = this.#number()
    const client = this.#number()
    const clock = this.#number()
    // The highest comes first.
    if (structs < 1 || client > MAX_CLIENT_ID || client >= this.#lastClient) return false
    this.#lastClient = client
    let end = clock
    for (let struct = 0; struct < structs; struct++) {
      const length = this.#readStruct()
      if (length < 1) return false
      end += length
    }
    this.#written.set(client, { clock, length: end - clock })
    return end <= MAX_CLOCK
  }

  /** How many ids it takes; 0: it is not a common one. */
  #readStruct(): number {
    const info = this.#byte()
    const kind = info & KIND
    // A GC has no place, whatever its other bits say.
    if (kind === GC) return this.#number()
    if (info & HAS_ORIGIN) this.#readReference()
    if (info & HAS_RIGHT_ORIGIN) this.#readReference()
    if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
      if (this.#number() === 1) this.#skipString()
      else this.#readReference()
      if (info & HAS_KEY) this.#skipString()
    }
    return this.#readContent(kind)
  }

  #readReference(): void {
    const client = this.#number()
    this.#refer(client, this.#number() + 1)
  }

  /** Most refer to whom the one before did. */
  #refer(client: number, end: number): void {
    if (client !== this.#referredClient) {
      this.#referredClient = client
      this.#referredEnd = this.#referred.get(client) ?? 0
    }
    if (end <= this.#referredEnd) return
    this.#referredEnd = end
    this.#referred.set(client, end)
  }

  #readContent(kind: number): number {
    switch (kind) {
      case STRING:
        return this.#skipString()
      case DELETED:
        return this.#number()
      case TYPE:
        return this.#readType()
      case FORMAT:
        this.#skipString()
        JSON.parse(this.#read(decoding.readVarString))
        return 1
      case EMBED:
        JSON.parse(this.#read(decoding.readVarString))
        return 1
      case ANY: {
        const length = this.#number()
        for (let value = 0; value < length; value++) this.#read(decoding.readAny)
        return length
      }
      default:
        return 0
    }
  }

  #readType(): number {
    const type = this.#number()
    if (type > LAST_TYPE) return 0
    if (type === XML_ELEMENT || type === XML_HOOK) this.#skipString()
    return 1
  }

  /** Its length in UTF-16, as Yjs counts. @throws Error when it is cut off, or not UTF-8. */
  #skipString(): number {
    const bytes = this.#bytes
    const byteLength = this.#number()
    const start = this.#at
    const end = start + byteLength
    if (end > bytes.length) throw new Error('a string is cut off')
    this.#at = end
    let highest = 0
    for (let at = start; at < end; at++) highest |= bytes[at] as number
    return highest < 0x80 ? byteLength : lettersIn(bytes.subarray(start, end))
  }

  #readDeleted(): boolean {
    const clients = this.#number()
    for (let index = 0; index < clients; index++) {
      const client = this.#number()
      const count = this.#number()
      if (client > MAX_CLIENT_ID || count < 1 || this.#deleted.has(client)) return false
      const ranges: IdRange[] = []
      for (let range = 0; range < count; range++) {
        const clock = this.#number()
        const length = this.#number()
        if (length < 1) return false
        ranges.push({ clock, length })
        this.#refer(client, clock + length)
      }
      this.#deleted.set(client, ranges)
    }
    return true
  }
}

/** In UTF-16. @throws Error when it is not UTF-8. */
function lettersIn(bytes: Uint8Array): number {
  if (!isUtf8(bytes)) throw new Error('not UTF-8')
  let length = 0
  for (const byte of bytes) {
    // A following byte is no letter of its own; a letter of four bytes is two units.
    if (byte < 0x80 || byte >= 0xc0) length += byte >= 0xf0 ? 2 : 1
  }
  return length
}
