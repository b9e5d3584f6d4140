/**
 * A stretch of a plan's log, packed: about 6 bytes for a key that somebody pressed,
 * who and when included, where a row of a table takes a hundred.
 *
 * What makes it small comes before the compression: rows are taken apart into columns,
 * and of the bytes of an update only that is kept by which they differ from the last
 * ones of the same writer and length. Of a letter after a letter that is two clocks that
 * have gone up by one, and the letter.
 *
 * `1 zstd(varuint(count) users writers bytes(times) bytes(user of each) bytes(writer of
 * each) bytes(lengths) bytes(updates))`; users are `varuint(n)` and each `0` for the
 * server itself or `1 varstring`, writers (lists of Yjs client ids) `varuint(n)` and each
 * `varuint(n) varuint...`; times are differences. The first byte is the format's number:
 * what was once written is read for ever (golden bytes in test/fixtures/history).
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { UserId } from '../../shared/ids.ts'
import { HISTORY_BLOCK_BYTES, HISTORY_BLOCK_ROWS } from '../../shared/protocol/limits.ts'
import type { HistoryRow, NewUpdate } from './update-log.ts'

const FORMAT = 1
/** A thousand letters in 3 ms; level 12 is a tenth smaller and takes two to five times as long. */
const LEVEL = 6
/** For updates of megabytes, which would hold up the log. */
const QUICK_LEVEL = 3
const QUICK_FROM_BYTES = 512 * 1024

/** How many of the first of these rows make a block, by their sizes in bytes: at least one. */
export function rowsOfBlock(sizes: readonly number[]): number {
  let bytes = 0
  const end = sizes.findIndex((size, index) => {
    bytes += size
    return index > 0 && (index >= HISTORY_BLOCK_ROWS || bytes > HISTORY_BLOCK_BYTES)
  })
  return end === -1 ? sizes.length : end
}

/** Rows that follow each other without a gap. */
export function packRows(rows: readonly NewUpdate[]): Uint8Array {
  const columns = encodeColumns(rows)
  const level = columns.byteLength < QUICK_FROM_BYTES ? LEVEL : QUICK_LEVEL
  const params = { [constants.ZSTD_c_compressionLevel]: level }
  return Buffer.concat([Uint8Array.of(FORMAT), zstdCompressSync(columns, { params })])
}

/**
 * @param first the seq of the first row.
 * @throws Error when these bytes are no such block.
 */
export function unpackRows(block: Uint8Array, first: number): readonly HistoryRow[] {
  if (block[0] !== FORMAT) throw new Error(`a block of history in format ${block[0]}`)
  return decodeColumns(zstdDecompressSync(block.subarray(1)), first)
}

function encodeColumns(rows: readonly NewUpdate[]): Uint8Array {
  const users = new Listed()
  const writers = new Listed()
  const [times, ofUser, ofWriter, lengths, updates] = Array.from({ length: 5 }, () =>
    encoding.createEncoder(),
  ) as [encoding.Encoder, encoding.Encoder, encoding.Encoder, encoding.Encoder, encoding.Encoder]
  const lasts = new Lasts()
  let lastTimeMs = 0
  for (const { timeMs, userId, clientIds, bytes } of rows) {
    const writer = writers.placeOf(listedClients(clientIds))
    encoding.writeVarInt(times, timeMs - lastTimeMs)
    encoding.writeVarUint(ofUser, users.placeOf(listedUser(userId)))
    encoding.writeVarUint(ofWriter, writer)
    encoding.writeVarUint(lengths, bytes.byteLength)
    encoding.writeUint8Array(updates, lasts.differenceOf(writer, bytes))
    lastTimeMs = timeMs
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, rows.length)
    for (const list of [users, writers]) list.write(encoder)
    for (const column of [times, ofUser, ofWriter, lengths, updates]) {
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(column))
    }
  })
}

function decodeColumns(columns: Uint8Array, first: number): readonly HistoryRow[] {
  const decoder = decoding.createDecoder(columns)
  const count = decoding.readVarUint(decoder)
  const users = readList(decoder, readUser)
  const writers = readList(decoder, (each) => readList(each, decoding.readVarUint))
  const column = () => decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const [times, ofUser, ofWriter, lengths, updates] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ]
  const lasts = new Lasts()
  let timeMs = 0
  return Array.from({ length: count }, (_row, index) => {
    timeMs += decoding.readVarInt(times)
    const userId = at(users, decoding.readVarUint(ofUser))
    const writer = decoding.readVarUint(ofWriter)
    const difference = decoding.readUint8Array(updates, decoding.readVarUint(lengths))
    const bytes = lasts.wholeOf(writer, difference)
    return { seq: first + index, timeMs, userId, clientIds: at(writers, writer), bytes }
  })
}

/** The last bytes of each writer and length. */
class Lasts {
  readonly #known = new Map<number, Map<number, Uint8Array>>()

  /** By what the bytes differ, each modulo 256. */
  differenceOf(writer: number, bytes: Uint8Array): Uint8Array {
    const last = this.#replace(writer, bytes)
    return last ? bytes.map((byte, index) => byte - (last[index] ?? 0)) : bytes
  }

  wholeOf(writer: number, difference: Uint8Array): Uint8Array {
    const last = this.#known.get(writer)?.get(difference.byteLength)
    const bytes = difference.map((byte, index) => byte + (last?.[index] ?? 0))
    this.#replace(writer, bytes)
    return bytes
  }

  #replace(writer: number, bytes: Uint8Array): Uint8Array | undefined {
    const own = this.#known.get(writer) ?? new Map<number, Uint8Array>()
    const last = own.get(bytes.byteLength)
    own.set(bytes.byteLength, bytes)
    this.#known.set(writer, own)
    return last
  }
}

/** Different things, each written once and then named by its place. */
class Listed {
  readonly #places = new Map<string, number>()
  readonly #things: Uint8Array[] = []

  placeOf(thing: Uint8Array): number {
    const key = Buffer.from(thing).toString('latin1')
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.#things.length)
    return this.#things.push(thing) - 1
  }

  write(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#things.length)
    for (const thing of this.#things) encoding.writeUint8Array(encoder, thing)
  }
}

function listedUser(userId: UserId | null): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, userId === null ? 0 : 1)
    if (userId !== null) encoding.writeVarString(encoder, userId)
  })
}

function readUser(decoder: decoding.Decoder): UserId | null {
  const isSomebody = decoding.readVarUint(decoder) === 1
  return isSomebody ? (decoding.readVarString(decoder) as UserId) : null
}

function listedClients(clientIds: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clientIds.length)
    for (const clientId of clientIds) encoding.writeVarUint(encoder, clientId)
  })
}

function readList<Thing>(
  decoder: decoding.Decoder,
  read: (decoder: decoding.Decoder) => Thing,
): readonly Thing[] {
  return Array.from({ length: decoding.readVarUint(decoder) }, () => read(decoder))
}

function at<Thing>(list: readonly Thing[], place: number): Thing {
  const thing = list[place]
  if (thing === undefined) throw new Error(`a block of history names ${place} of ${list.length}`)
  return thing
}
