/**
 * Values as an enemy, a fault or a newer program could put into a plan: of every
 * kind under every key, nested, with odd marks. What hostile-doc writes.
 */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { ACTION_TEXTS } from '../../shared/plan/plan.ts'
import { TEXT_MARKS, TEXT_NODES } from '../../shared/text/schema.ts'

/** Ids that have our form, few, so that actions, progress and evidence meet. */
export const IDS = ['0'.repeat(20), 'a'.repeat(20), 'z'.repeat(20), '7h3m4w9k2q8x1c5v6b0n'] as const
const NODE_NAMES = [...Object.keys(TEXT_NODES), 'table', 'script', 'toString', '__proto__'] as const
const MARK_NAMES = [...Object.keys(TEXT_MARKS), 'blink', '__proto__', 'toString'] as const

/** A value as Yjs stores it, described so that it can be made anew in each document. */
export type Seed =
  | { readonly is: 'plain'; readonly value: unknown }
  | { readonly is: 'map'; readonly entries: readonly (readonly [string, Seed])[] }
  | { readonly is: 'array' | 'fragment'; readonly children: readonly Seed[] }
  | {
      readonly is: 'node'
      readonly name: string
      readonly level: Seed
      readonly children: readonly Seed[]
    }
  | { readonly is: 'text' | 'xmltext'; readonly runs: readonly Run[] }
  | { readonly is: 'subdocument' }

interface Run {
  readonly words: string
  readonly marks: Record<string, unknown>
}

const odd = fc.constantFrom<unknown>(
  'xx', 'ZZ!', '2027-02-30', '0000-00-00', 'javascript:alert(1)', 'nowhere.field', '\ud800',
  'x'.repeat(400), '👩‍🏫'.repeat(80), null, undefined, true, false, 0, -0, 4.5, -1, NaN, Infinity,
  1e300, 12n, new Uint8Array([1, 2]), [], [[['a']]], {}, { valueOf: 1, toString: 1 }, { length: 1e9 },
) // prettier-ignore
const words = fc.constantFrom(
  'ord', ' ', 'e', '\u0301', 'a\u0000b\u202ec', '\n', '\u0000', '\ud83d', '\udc69', 'Å', '<b>', 'linje\r\nto',
) // prettier-ignore
export const id = fc.constantFrom(...IDS)
const ownerKey = fc.oneof(id, fc.constantFrom('name:Kari', 'name: Kari ', 'name:', 'Kari'))

/** Yjs keeps the values of marks as JSON. */
const markValue = fc.oneof(
  odd.filter((value) => typeof value !== 'bigint' && value !== undefined),
  fc.constantFrom(
    { href: 'https://a.example' },
    { href: 'javascript:alert(1)' },
    { lang: 'se' },
    { lang: 'x"y' },
  ),
)
const run: fc.Arbitrary<Run> = fc.record({
  words,
  marks: fc.dictionary(fc.constantFrom(...MARK_NAMES), markValue, { maxKeys: 3 }),
})

export const { seed, node } = fc.letrec<{ seed: Seed; node: Seed }>((tie) => ({
  seed: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: fc.record({ is: fc.constant('plain'), value: fc.oneof(odd, words) }) },
    { weight: 2, arbitrary: tie('node') },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant('map'),
        entries: fc.array(fc.tuple(fc.constantFrom('x', '', '__proto__', ...IDS), tie('seed')), {
          maxLength: 3,
        }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constantFrom('fragment', 'array'),
        children: fc.array(tie('seed'), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ is: 'subdocument' }) },
  ),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    {
      weight: 3,
      arbitrary: fc.record({
        is: fc.constantFrom('xmltext', 'xmltext', 'text'),
        runs: fc.array(run, { maxLength: 5 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant('node'),
        name: fc.constantFrom(...NODE_NAMES),
        level: fc.record({
          is: fc.constant('plain'),
          value: fc.oneof(odd, fc.constantFrom(3, 4, '4', 7, true)),
        }),
        children: fc.array(
          fc.oneof({ weight: 5, arbitrary: tie('node') }, { weight: 1, arbitrary: tie('seed') }),
          {
            maxLength: 3,
          },
        ),
      }),
    },
  ),
}))

const text: fc.Arbitrary<Seed> = fc.record({
  is: fc.constant('fragment'),
  children: fc.array(node, { maxLength: 4 }),
})

/** A value of the right kind three times of four, anything else. */
export function mostly(...values: readonly unknown[]): fc.Arbitrary<Seed> {
  const right = fc.record({ is: fc.constant('plain'), value: fc.constantFrom(...values) })
  return fc.oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: seed })
}

/** A map that has some of these keys, each with its own kind of value. */
export function mapOf(kinds: Readonly<Record<string, fc.Arbitrary<Seed>>>): fc.Arbitrary<Seed> {
  return fc.record(kinds, { requiredKeys: [] }).map((values) => ({
    is: 'map',
    entries: Object.entries(values) as (readonly [string, Seed])[],
  }))
}

export function entriesOf(
  key: fc.Arbitrary<string>,
  value: fc.Arbitrary<Seed>,
): fc.Arbitrary<Seed> {
  return fc
    .array(
      fc.tuple(key, fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: seed })),
      {
        maxLength: 3,
      },
    )
    .map((entries) => ({ is: 'map', entries }))
}

export const dates = mostly('2027-01-19', '2026-02-28', null)
export const statuses = mostly('planned', 'started', 'done', 'stopped')
export const action = mapOf({
  ...Object.fromEntries(ACTION_TEXTS.map((name) => [name, fc.oneof(text, seed)])),
  owners: entriesOf(ownerKey, mostly(true, false)),
  start: dates,
  due: dates,
  rank: mostly('a0', 'a1'),
  deletedAt: mostly(null, null, 'new', 1_700_000_000_000),
})
export const checkIn = mapOf({
  date: mostly('2027-01-19'),
  by: mostly('name:Kari', IDS[0]),
  status: statuses,
  text: mostly('Vi er i gang.', 'e\u0301'),
})
export const evidence = mapOf({
  fieldId: mostly('leadership.today', 'school.about', 'nowhere.field'),
  actionId: mostly(...IDS),
  kind: mostly('link', 'note'),
  label: mostly('Referat', ' b\u0000 '),
  address: mostly('https://a.example', 'javascript:alert(1)'),
})

/** The value itself, new each time: a Yjs type belongs to one document. */
export function make(seed: Seed): unknown {
  switch (seed.is) {
    case 'plain':
      return seed.value
    case 'subdocument':
      return new Y.Doc()
    case 'map':
      return new Y.Map(seed.entries.map(([key, value]) => [key, make(value)]))
    case 'array':
      return Y.Array.from(seed.children.map(make) as object[])
    case 'fragment': {
      const fragment = new Y.XmlFragment()
      fragment.insert(0, seed.children.map(make) as Y.XmlElement[])
      return fragment
    }
    case 'node': {
      const node = new Y.XmlElement<Record<string, never>>(seed.name)
      for (const name of ['level', 'start', 'checked'])
        node.setAttribute(name, make(seed.level) as never)
      node.insert(0, seed.children.map(make) as Y.XmlElement[])
      return node
    }
    case 'text':
    case 'xmltext': {
      const text = seed.is === 'text' ? new Y.Text() : new Y.XmlText()
      for (const { words, marks } of seed.runs) text.insert(0, words, marks)
      return text
    }
  }
}
