/**
 * A Yjs update (encoding v1) taken apart, strictly: bytes that Yjs would half
 * understand, or read differently from what they seem, are not an update.
 *
 * Yjs itself reads v2 bytes as an empty v1 update and ignores the rest, keeps
 * only the last of two blocks of one client, takes structs of no length, and drops
 * structs when it merges updates whose clients are not in its own order, highest first.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { IdRange } from './known-ids.ts'

export interface DecodedUpdate {
  /** By client, in order of their clocks. A gap is where Yjs wrote a Skip. */
  readonly structs: ReadonlyMap<number, readonly (Y.Item | Y.GC)[]>
  readonly deleted: ReadonlyMap<number, readonly IdRange[]>
}

/** Yjs draws client ids from 32 bits. */
const MAX_CLIENT_ID = 0xffff_ffff
/** More clicks of a clock than any person makes; sums stay exact far beyond it. */
const MAX_CLOCK = 2 ** 40

/** null for bytes that are not exactly one well-formed update. */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate | null {
  try {
    const { structs, deleted, rest } = decodeWhole(bytes)
    if (decoding.hasContent(rest)) return null
    const blocks = blocksOf(structs)
    // As many blocks as clients, or two of them name the same one.
    const declared = decoding.readVarUint(decoding.createDecoder(bytes))
    if (!blocks || blocks.size !== declared) return null
    const ranges = rangesOf(deleted)
    return ranges && { structs: blocks, deleted: ranges }
  } catch {
    return null
  }
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds']['clients']

/** The only way to the decoder's place after the end: Yjs makes it itself, one for each update. */
let latestDecoder: decoding.Decoder | null = null
class WatchedDecoder extends Y.UpdateDecoderV1 {
  constructor(decoder: decoding.Decoder) {
    super(decoder)
    latestDecoder = decoder
  }
}

function decodeWhole(bytes: Uint8Array) {
  const { structs, ds } = Y.decodeUpdateV2(bytes, WatchedDecoder)
  const rest = latestDecoder
  latestDecoder = null
  if (!rest) throw new Error('decodeUpdate: Yjs made no decoder')
  return { structs, deleted: ds.clients, rest }
}

function blocksOf(structs: readonly Struct[]): Map<number, (Y.Item | Y.GC)[]> | null {
  const blocks = new Map<number, (Y.Item | Y.GC)[]>()
  let last: Struct | null = null
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct.length < 1) return null
    if (client > MAX_CLIENT_ID || clock + struct.length > MAX_CLOCK) return null

    const isSame = last?.id.client === client
    if (last && isSame && last.id.clock + last.length !== clock) return null
    if (last && !isSame && (last.id.client < client || last instanceof Y.Skip)) return null
    if (struct instanceof Y.Skip) {
      if (!isSame) return null
    } else if (isSame) blocks.get(client)?.push(struct)
    else blocks.set(client, [struct])
    last = struct
  }
  return last instanceof Y.Skip ? null : blocks
}

function rangesOf(clients: DeleteSet): Map<number, IdRange[]> | null {
  const ranges = new Map<number, IdRange[]>()
  for (const [client, items] of clients) {
    if (client > MAX_CLIENT_ID || items.some(({ len }) => len < 1)) return null
    ranges.set(
      client,
      items.map(({ clock, len }) => ({ clock, length: len })),
    )
  }
  return ranges
}
