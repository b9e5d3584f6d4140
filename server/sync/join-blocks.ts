/**
 * Updates of one block each, as nearly every key is, as one update: byte for byte what
 * Y.mergeUpdates makes of them, which takes each struct apart for it.
 *
 * A block is how many structs, their client, the clock of the first, and then the structs,
 * which say nothing of where they stand: those that follow one another are put side by side.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { DecodedUpdate } from './decode-update.ts'
import type { KnownIds } from './known-ids.ts'

interface Block {
  structs: number
  readonly clock: number
  readonly pieces: Uint8Array[]
}

/** Is it one block that goes on where its client ended, and nothing deleted? Asked before it is learned. */
export function isNextBlock({ structs, deleted }: DecodedUpdate, known: KnownIds): boolean {
  if (structs.size !== 1 || deleted.size !== 0) return false
  for (const [client, block] of structs) {
    let end = known.endOf(client)
    for (const { id, length } of block) {
      if (id.clock !== end) return false
      end += length
    }
  }
  return true
}

/**
 * @param updates for each of which `isNextBlock` was true when it came, in this order.
 * @returns null for bytes that are not as short as they could be.
 */
export function joinBlocks(updates: readonly Uint8Array[]): Uint8Array | null {
  const blocks = new Map<number, Block>()
  for (const bytes of updates) {
    if (!isShort(bytes)) return null
    const decoder = decoding.createDecoder(bytes)
    decoding.readVarUint(decoder)
    const structs = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const piece = bytes.subarray(decoder.pos, -1)
    const block = blocks.get(client)
    if (block) {
      block.structs += structs
      block.pieces.push(piece)
    } else blocks.set(client, { structs, clock, pieces: [piece] })
  }
  return encode(blocks)
}

/** `1` block and `0` deletions in a byte each: a varuint can be longer than it has to be. */
function isShort(bytes: Uint8Array): boolean {
  return bytes[0] === 1 && bytes.at(-1) === 0 && (bytes.at(-2) ?? 0) < 0x80
}

function encode(blocks: ReadonlyMap<number, Block>): Uint8Array {
  // Yjs wants the highest client first.
  const clients = [...blocks].toSorted(([a], [b]) => b - a)
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length)
    for (const [client, { structs, clock, pieces }] of clients) {
      encoding.writeVarUint(encoder, structs)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const piece of pieces) encoding.writeUint8Array(encoder, piece)
    }
    encoding.writeVarUint(encoder, 0)
  })
}
