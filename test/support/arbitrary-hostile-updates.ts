/**
 * Well-formed updates as nobody honest sends them: built from nothing, or real ones with
 * ids, places, clocks, lengths and contents exchanged. About a third of them may come in;
 * the others reach every reason for which the guard refuses.
 */
import * as fc from 'fast-check'
import { KARI, MALLORY, OLA, peerOf, reachOf, SERVER, writeOn } from './guarded-plan.ts'
import {
  encodeRaw,
  type RawBlock,
  type RawContent,
  type RawDeletes,
  type RawId,
  type RawItem,
  rawOf,
  type RawStruct,
  type RawUpdate,
} from './raw-update.ts'

/** Bytes of an update that Mallory sends. */
export function hostileUpdate(): fc.Arbitrary<Uint8Array> {
  return fc.oneof(fromNothing, changed).filter(isSeen).map(encodeRaw)
}

/** Not an item that is before what it is after, within one run of letters: SPEC, "What is not protected". */
function isSeen({ blocks }: RawUpdate): boolean {
  return blocks.every(({ structs }) =>
    structs.every((each) => {
      if (each.kind !== 'item' || !each.origin || !each.rightOrigin) return true
      const { origin, rightOrigin } = each
      return origin.client !== rightOrigin.client || origin.clock <= rightOrigin.clock
    }),
  )
}

const clock = fc.oneof(
  { weight: 30, arbitrary: fc.nat(12) },
  { weight: 1, arbitrary: fc.constantFrom(2 ** 31, 2 ** 32, 2 ** 40, 2 ** 53 - 1) },
)
const clientId = fc.oneof(
  { weight: 60, arbitrary: fc.constant(MALLORY) },
  { weight: 12, arbitrary: fc.constantFrom(67, 5, 2 ** 32 - 1) },
  { weight: 12, arbitrary: fc.constantFrom(KARI, OLA, SERVER) },
  { weight: 1, arbitrary: fc.constantFrom(0, 2 ** 32, 2 ** 53 - 1) },
)
const knownId: fc.Arbitrary<RawId> = fc
  .constantFrom(KARI, OLA, SERVER)
  .chain((client) => fc.nat(reachOf(client) - 1).map((at) => ({ client, clock: at })))
const anyId: fc.Arbitrary<RawId> = fc.oneof(
  { weight: 20, arbitrary: knownId },
  { weight: 5, arbitrary: fc.record({ client: fc.constant(MALLORY), clock: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ client: clientId, clock }) },
)

const root = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom('plan', 'actions', 'progress', 'evidence', 'text:leadership.today'),
  },
  { weight: 1, arbitrary: fc.constantFrom('other', 'text:', 'text:__proto__', '__proto__', '') },
)
const key = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('title', 'a1', 'schema', '__proto__', '', 'x') },
  { weight: 1, arbitrary: fc.constant('k'.repeat(513)) },
)
const length = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1000, 2 ** 31, 2 ** 40, 2 ** 53 - 1) },
)
const plain = fc.oneof(
  fc.constantFrom<unknown[]>('x', 1, -1.5, true, null, undefined, NaN, 2 ** 60, { a: [1] }),
  fc.jsonValue(),
  fc.constantFrom<unknown[]>(1n, new Uint8Array(2), nest(40)),
)

const content: fc.Arbitrary<RawContent> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .oneof(fc.string({ maxLength: 5 }), fc.constantFrom('å', '\u{1f600}', '\ud83d', '\udc00'))
      .map((text) => ({ kind: 'string' as const, text })),
  },
  {
    weight: 6,
    arbitrary: fc
      .array(plain, { maxLength: 3 })
      .map((values) => ({ kind: 'any' as const, values })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('format' as const),
      key: fc.constantFrom('bold', 'italic', 'link', 'bold', 'blink', '__proto__'),
      json: fc.constantFrom(
        'true',
        'null',
        '{"href":"javascript:0"}',
        '['.repeat(99) + ']'.repeat(99),
      ),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      ref: fc.constantFrom(1, 3, 3, 3, 4, 6, 6, 0, 2, 5, 7, 99),
      name: fc.constantFrom('paragraph', 'paragraph', 'heading', 'bulletList', 'script'),
    }),
  },
  { weight: 4, arbitrary: length.map((each) => ({ kind: 'deleted' as const, length: each })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<RawContent[]>(
      { kind: 'json', values: [{ a: 1 }] },
      { kind: 'binary', bytes: new Uint8Array(3) },
      { kind: 'embed', value: { image: 'x' } },
      { kind: 'doc', guid: 'x' },
    ),
  },
)

const item: fc.Arbitrary<RawItem> = fc.record({
  kind: fc.constant('item' as const),
  origin: fc.option(anyId, { freq: 2 }),
  rightOrigin: fc.option(anyId, { freq: 1 }),
  parent: fc.oneof(root, anyId),
  parentSub: fc.option(key, { freq: 1 }),
  content,
})
const struct: fc.Arbitrary<RawStruct> = fc.oneof(
  { weight: 20, arbitrary: item },
  { weight: 1, arbitrary: length.map((each) => ({ kind: 'gc' as const, length: each })) },
  { weight: 1, arbitrary: length.map((each) => ({ kind: 'skip' as const, length: each })) },
)
const block: fc.Arbitrary<RawBlock> = clientId.chain((client) =>
  fc.record({
    client: fc.constant(client),
    clock: fc.oneof(
      { weight: 12, arbitrary: fc.constant(reachOf(client)) },
      { weight: 1, arbitrary: clock },
    ),
    structs: fc.array(struct, { minLength: 1, maxLength: 4 }),
  }),
)
const deletes: fc.Arbitrary<RawDeletes> = fc.record({
  client: fc.oneof(fc.constantFrom(KARI, OLA, SERVER), clientId),
  ranges: fc.array(
    fc.record({ clock: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, clock), length }),
    { minLength: 1, maxLength: 3 },
  ),
})
const fromNothing: fc.Arbitrary<RawUpdate> = fc.record({
  blocks: fc.array(block, { minLength: 1, maxLength: 2 }),
  deletes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(deletes, { maxLength: 2 })),
})

/** What Mallory's honest twin would send. */
const REAL: readonly RawUpdate[] = [1, 2, 3].map((words) => {
  const doc = peerOf(MALLORY)
  const made = Array.from({ length: words }, (_, index) => writeOn(doc, `ord ${index}`))
  return rawOf(made.at(-1) ?? new Uint8Array())
})

type Change = (update: RawUpdate) => RawUpdate

const change: fc.Arbitrary<Change> = fc.oneof(
  clientId.map((client) => inBlock((each) => ({ ...each, client }))),
  clock.map((at) => inBlock((each) => ({ ...each, clock: at }))),
  fc.tuple(fc.nat(9), struct).map(([at, made]) => inStruct(at, (each) => [each, made])),
  fc.tuple(fc.nat(9), struct).map(([at, made]) => inStruct(at, () => [made])),
  fc.nat(9).map((at) => inStruct(at, () => [])),
  fc.nat(9).map((at) => inStruct(at, (each) => [each, each])),
  fc.tuple(fc.nat(9), fc.option(anyId)).map(([at, origin]) => inItem(at, { origin })),
  fc.tuple(fc.nat(9), fc.option(anyId)).map(([at, rightOrigin]) => inItem(at, { rightOrigin })),
  fc
    .tuple(fc.nat(9), fc.oneof(root, anyId))
    .map(([at, parent]) => inItem(at, { parent, origin: null, rightOrigin: null })),
  fc.tuple(fc.nat(9), fc.option(key)).map(([at, parentSub]) => inItem(at, { parentSub })),
  fc.tuple(fc.nat(9), content).map(([at, made]) => inItem(at, { content: made })),
  deletes.map((made): Change => (update) => ({ ...update, deletes: [...update.deletes, made] })),
  block.map((made): Change => (update) => ({ ...update, blocks: [made, ...update.blocks] })),
)

const changed: fc.Arbitrary<RawUpdate> = fc
  .tuple(fc.constantFrom(...REAL), fc.array(change, { minLength: 1, maxLength: 2 }))
  .map(([real, changes]) => changes.reduce((update, each) => each(update), real))

function inBlock(edit: (block: RawBlock) => RawBlock): Change {
  return ({ blocks: [first, ...rest], deletes: kept }) => ({
    blocks: first ? [edit(first), ...rest] : [],
    deletes: kept,
  })
}

function inStruct(at: number, edit: (struct: RawStruct) => readonly RawStruct[]): Change {
  return inBlock((each) => {
    const place = at % Math.max(1, each.structs.length)
    const structs = each.structs.flatMap((one, index) => (index === place ? edit(one) : [one]))
    return { ...each, structs }
  })
}

function inItem(at: number, part: Partial<RawItem>): Change {
  return inStruct(at, (each) => [each.kind === 'item' ? { ...each, ...part } : each])
}

function nest(depth: number): unknown {
  return depth === 0 ? [] : [nest(depth - 1)]
}
