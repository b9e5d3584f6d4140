/**
 * Documents as an enemy, a fault or a newer program could make them: nearly
 * plans, with roots of the wrong kind and hostile values below them.
 */
import * as fc from 'fast-check'
import type * as Y from 'yjs'
import { templateFieldIds } from '../../shared/templates/template.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import {
  action,
  checkIn,
  dates,
  entriesOf,
  evidence,
  id,
  make,
  mapOf,
  mostly,
  node,
  seed,
  type Seed,
  statuses,
} from './hostile-values.ts'

const TEXT_ROOTS = templateFieldIds(CURRENT_TEMPLATE)
  .slice(0, 3)
  .map((fieldId) => `text:${fieldId}`)

interface RootWrite {
  readonly root: string
  readonly as: 'map' | 'fragment' | 'array' | 'text'
  readonly key: string
  readonly value: Seed
}

function inMap(
  root: string,
  key: fc.Arbitrary<string>,
  value: fc.Arbitrary<Seed>,
): fc.Arbitrary<RootWrite> {
  return fc.record({ root: fc.constant(root), as: fc.constant('map'), key, value })
}

const rootWrite: fc.Arbitrary<RootWrite> = fc.oneof(
  {
    weight: 5,
    // An action stands in a commitment, or nothing else of it would ever be read.
    arbitrary: inMap('actions', id, action).map((write) =>
      withEntry(write, 'commitment', 'pupils'),
    ),
  },
  {
    weight: 3,
    arbitrary: inMap('progress', id, mapOf({ status: statuses, checkIns: entriesOf(id, checkIn) })),
  },
  { weight: 3, arbitrary: inMap('evidence', id, evidence) },
  { weight: 2, arbitrary: inMap('plan', fc.constantFrom('schema'), mostly(1, 2)) },
  { weight: 1, arbitrary: inMap('plan', fc.constantFrom('title'), mostly('Plan', ' e\u0301 ')) },
  { weight: 1, arbitrary: inMap('plan', fc.constantFrom('periodStart', 'periodEnd'), dates) },
  {
    weight: 4,
    arbitrary: fc.record({
      root: fc.constantFrom(...TEXT_ROOTS),
      as: fc.constant('fragment'),
      key: fc.constant(''),
      value: node,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      root: fc.constantFrom('plan', 'actions', 'progress', 'evidence', 'elsewhere', ...TEXT_ROOTS),
      as: fc.constantFrom('map', 'fragment', 'array', 'text'),
      key: fc.oneof(id, fc.constantFrom('', '__proto__', 'schema')),
      value: fc.oneof(seed, action),
    }),
  },
)

function withEntry(write: RootWrite, key: string, value: unknown): RootWrite {
  if (write.value.is !== 'map') return write
  const entries = [...write.value.entries, [key, { is: 'plain', value }] as const]
  return { ...write, value: { is: 'map', entries } }
}

/** What to write into a document, in order. */
export const hostileWrites: fc.Arbitrary<readonly RootWrite[]> = fc.array(rootWrite, {
  minLength: 1,
  maxLength: 16,
})

/** Writes all of it; what Yjs itself refuses is left out. */
export function writeHostile(doc: Y.Doc, writes: readonly RootWrite[]): void {
  for (const write of writes) {
    try {
      doc.transact(() => writeRoot(doc, write))
    } catch {
      // Another kind of root under this name, or a value that Yjs cannot hold.
    }
  }
}

function writeRoot(doc: Y.Doc, { root, as, key, value }: RootWrite): void {
  const made = make(value)
  // As an embedded object Yjs would take it and then fail to encode it.
  if (typeof made === 'bigint' && as === 'text') return
  if (as === 'map') doc.getMap(root).set(key, made)
  else if (as === 'array') doc.getArray(root).push([made])
  else if (as === 'text') doc.getText(root).insertEmbed(0, made as object)
  else doc.getXmlFragment(root).push([made as Y.XmlElement])
}
