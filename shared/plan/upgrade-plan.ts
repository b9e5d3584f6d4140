/**
 * Brings a document of any earlier shape up to PLAN_SCHEMA, one version per
 * function. Yesterday's golden plans open for ever (test/fixtures/golden).
 *
 * There is no earlier shape yet, and the program does not call this. With the
 * second shape it becomes a change of the server's writing door
 * (server/sync/server-writer.ts), made when a room is opened: never by a client,
 * whom opening a plan must not make a writer.
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
