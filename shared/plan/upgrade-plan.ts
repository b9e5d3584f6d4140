/**
 * Brings a document of any earlier shape up to PLAN_SCHEMA, one version per
 * function. Run only by the server, through its writing door: clients never
 * change a plan by opening it. Yesterday's golden plans open for ever
 * (test/fixtures/golden).
 */
import type * as Y from 'yjs'
import { PLAN_SCHEMA, planMap } from './plan-doc.ts'

/** `UPGRADES[n]` takes a document of schema n to n + 1. None yet: 1 is the first shape. */
const UPGRADES: Readonly<Record<number, (doc: Y.Doc) => void>> = {}

/** The shape a document is in; 0 for one that was never seeded. */
export function planSchema(doc: Y.Doc): number {
  const schema = planMap(doc).get('schema')
  return typeof schema === 'number' && Number.isSafeInteger(schema) ? schema : 0
}

/**
 * Upgrades in place.
 *
 * @returns true when anything changed. A document that was never seeded, or one
 *   from a newer program, is left alone.
 */
export function upgradePlan(doc: Y.Doc): boolean {
  const from = planSchema(doc)
  if (from === 0 || from >= PLAN_SCHEMA) return false
  doc.transact(() => {
    for (let schema = from; schema < PLAN_SCHEMA; schema++) UPGRADES[schema]?.(doc)
    planMap(doc).set('schema', PLAN_SCHEMA)
  })
  return true
}
