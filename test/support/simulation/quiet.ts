/** Whether everyone reads the same, once nothing is under way any more (I4, I5, I9). */
import * as Y from 'yjs'
import { materialisePlan } from '../../../server/sync/doc-work.ts'
import { structureOf } from '../structure-of.ts'
import { isHalfApplied } from '../sync-client.ts'
import { broken } from './broken.ts'
import type { School } from './school.ts'
import type { Seat } from './seat.ts'

/** @param serverHash what the server says that the plan reads as. */
export function expectSame(school: School, seats: readonly Seat[], serverHash: string): void {
  const { doc: disk, rows } = school.witness
  const structure = JSON.stringify(structureOf(disk))
  const hash = hashOf([...rows])
  if (serverHash !== hash) broken('I4', 'the server reads another plan')
  for (const { name, window } of seats) {
    if (!window) continue
    if (isHalfApplied(window.doc)) broken('I5', `in ${name}'s window`)
    const update = Y.encodeStateAsUpdate(window.doc)
    if (hashOf([update]) !== hash) broken('I4', `${name} reads another plan`)
    if (JSON.stringify(structureOf(window.doc)) !== structure) {
      broken('I4', `${name} has another structure`)
    }
  }
}

/** Everyone sees everyone, and nobody else. */
export function expectPresent(seats: readonly Seat[]): void {
  const present = seats.flatMap(({ window, userId }) =>
    window ? [`${window.doc.clientID} ${userId}`] : [],
  )
  for (const { name, window } of seats) {
    if (!window) continue
    const seen = [...window.awareness.getStates()].map(
      ([id, state]) => `${id} ${(state['user'] as { userId?: string }).userId ?? ''}`,
    )
    const own = `${window.doc.clientID} `
    const others = (all: readonly string[]) =>
      all
        .filter((each) => !each.startsWith(own))
        .sort()
        .join(', ')
    if (others(seen) !== others(present)) {
      broken('I9', `${name} sees ${others(seen)}, there are ${others(present)}`)
    }
  }
}

function hashOf(updates: readonly Uint8Array[]): string {
  return materialisePlan(updates).material.contentHash
}
