/**
 * Yjs updates (encoding v1) as plain data and as bytes, structure by structure: what no
 * library would write can be written with it. Knows no rule of what makes sense.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export interface RawId {
  readonly client: number
  readonly clock: number
}

export type RawContent =
  | { readonly kind: 'deleted'; readonly length: number }
  | { readonly kind: 'json'; readonly values: readonly unknown[] }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'embed'; readonly value: unknown }
  | { readonly kind: 'format'; readonly key: string; readonly json: string }
  | { readonly kind: 'type'; readonly ref: number; readonly name: string }
  | { readonly kind: 'any'; readonly values: readonly unknown[] }
  | { readonly kind: 'doc'; readonly guid: string }

export interface RawItem {
  readonly kind: 'item'
  readonly origin: RawId | null
  readonly rightOrigin: RawId | null
  /** Written only when there is no origin. */
  readonly parent: string | RawId
  readonly parentSub: string | null
  readonly content: RawContent
}

export type RawStruct =
  | RawItem
  | { readonly kind: 'gc'; readonly length: number }
  | { readonly kind: 'skip'; readonly length: number }

export interface RawBlock {
  readonly client: number
  readonly clock: number
  readonly structs: readonly RawStruct[]
}

export interface RawDeletes {
  readonly client: number
  readonly ranges: readonly { readonly clock: number; readonly length: number }[]
}

export interface RawUpdate {
  readonly blocks: readonly RawBlock[]
  readonly deletes: readonly RawDeletes[]
}

/** Type refs of Yjs that carry a name. */
const XML_ELEMENT = 3
const XML_HOOK = 5

export function encodeRaw({ blocks, deletes }: RawUpdate): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length)
    for (const { client, clock, structs } of blocks) {
      encoding.writeVarUint(encoder, structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const { client, ranges } of deletes) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, length } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

const REFS = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
}
const GC = 0
const SKIP = 10

function writeStruct(encoder: encoding.Encoder, struct: RawStruct): void {
  if (struct.kind !== 'item') {
    encoding.writeUint8(encoder, struct.kind === 'gc' ? GC : SKIP)
    encoding.writeVarUint(encoder, struct.length)
    return
  }
  const { origin, rightOrigin, parent, parentSub, content } = struct
  const flags = (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (parentSub === null ? 0 : 32)
  encoding.writeUint8(encoder, REFS[content.kind] | flags)
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent)
    if (parentSub !== null) encoding.writeVarString(encoder, parentSub)
  }
  writeContent(encoder, content)
}

function writeId(encoder: encoding.Encoder, { client, clock }: RawId): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

function writeContent(encoder: encoding.Encoder, content: RawContent): void {
  switch (content.kind) {
    case 'deleted':
      return encoding.writeVarUint(encoder, content.length)
    case 'json':
      encoding.writeVarUint(encoder, content.values.length)
      for (const value of content.values) encoding.writeVarString(encoder, JSON.stringify(value))
      return
    case 'binary':
      return encoding.writeVarUint8Array(encoder, content.bytes)
    case 'string':
      return encoding.writeVarString(encoder, content.text)
    case 'embed':
      return encoding.writeVarString(encoder, JSON.stringify(content.value))
    case 'format':
      encoding.writeVarString(encoder, content.key)
      return encoding.writeVarString(encoder, content.json)
    case 'type':
      encoding.writeVarUint(encoder, content.ref)
      if (content.ref === XML_ELEMENT || content.ref === XML_HOOK) {
        encoding.writeVarString(encoder, content.name)
      }
      return
    case 'any':
      encoding.writeVarUint(encoder, content.values.length)
      for (const value of content.values) encoding.writeAny(encoder, value as null)
      return
    case 'doc':
      encoding.writeVarString(encoder, content.guid)
      return encoding.writeAny(encoder, {})
  }
}

/** An honest update as plain data. @throws Error for content that no plan holds. */
export function rawOf(update: Uint8Array): RawUpdate {
  const { structs, ds } = Y.decodeUpdate(update)
  const byClient = Map.groupBy(structs, ({ id }) => id.client)
  return {
    blocks: [...byClient].map(([client, block]) => ({
      client,
      clock: block[0]?.id.clock ?? 0,
      structs: block.map(rawStruct),
    })),
    deletes: [...ds.clients].map(([client, items]) => ({
      client,
      ranges: items.map(({ clock, len }) => ({ clock, length: len })),
    })),
  }
}

function rawStruct(struct: Y.Item | Y.GC | Y.Skip): RawStruct {
  if (struct instanceof Y.Skip) return { kind: 'skip', length: struct.length }
  if (struct instanceof Y.GC) return { kind: 'gc', length: struct.length }
  const parent: unknown = struct.parent
  return {
    kind: 'item',
    origin: rawId(struct.origin),
    rightOrigin: rawId(struct.rightOrigin),
    parent:
      parent instanceof Y.ID ? { client: parent.client, clock: parent.clock } : String(parent),
    parentSub: struct.parentSub,
    content: rawContent(struct.content),
  }
}

function rawId(id: Y.ID | null): RawId | null {
  return id && { client: id.client, clock: id.clock }
}

function rawContent(content: Y.Item['content']): RawContent {
  if (content instanceof Y.ContentString) return { kind: 'string', text: content.str }
  if (content instanceof Y.ContentAny) return { kind: 'any', values: content.arr }
  if (content instanceof Y.ContentDeleted) return { kind: 'deleted', length: content.len }
  if (content instanceof Y.ContentFormat) {
    return { kind: 'format', key: content.key, json: JSON.stringify(content.value) }
  }
  if (content instanceof Y.ContentType) {
    const { type } = content
    const name = type instanceof Y.XmlElement ? type.nodeName : ''
    const ref = [Y.Array, Y.Map, Y.Text, Y.XmlElement, Y.XmlFragment, Y.XmlHook, Y.XmlText]
    return { kind: 'type', ref: ref.findIndex((kind) => kind === type.constructor), name }
  }
  throw new Error(`rawOf: ${content.constructor.name}`)
}
