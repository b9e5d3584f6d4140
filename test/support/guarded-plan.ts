/**
 * A small plan that two people and the server have written, with fixed client ids, and
 * what a room knows of it: the ground on which hostile updates are tried.
 */
import * as Y from 'yjs'
import { IdOwners } from '../../server/sync/id-owners.ts'
import { KnownIds } from '../../server/sync/known-ids.ts'
import type { UserId } from '../../shared/ids.ts'
import { take } from './take-update.ts'

export const SERVER = 1
export const KARI = 11
export const OLA = 12
/** Nobody has written under it yet. */
export const MALLORY = 66

export const PEOPLE = {
  kari: 'user-kari' as UserId,
  ola: 'user-ola' as UserId,
  mallory: 'user-mallory' as UserId,
}

const FIELD = 'text:leadership.today'

/** Everything in the plan, as one update. */
export const PLAN: Uint8Array = writePlan()
const REACH = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(PLAN))

/** The first clock under which this client has not written. */
export function reachOf(clientId: number): number {
  return REACH.get(clientId) ?? 0
}

export interface GuardedRoom {
  readonly known: KnownIds
  readonly owners: IdOwners
  /** What the room says to an update of this person: `take` of take-update.ts. */
  take(bytes: Uint8Array, from: UserId): string
}

/** A room that knows the plan. */
export function guardedRoom(): GuardedRoom {
  const known = new KnownIds()
  take(PLAN, known)
  const stored = new Map<UserId | null, number[]>([
    [null, [SERVER]],
    [PEOPLE.kari, [KARI]],
    [PEOPLE.ola, [OLA]],
  ])
  const owners = new IdOwners(stored, () => true)
  return {
    known,
    owners,
    take: (bytes, from) => take(bytes, known, (clientId) => owners.mayUse(from, clientId)),
  }
}

/** A peer that has the plan and writes under this id. */
export function peerOf(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, PLAN, 'remote')
  doc.clientID = clientId
  return doc
}

/** Puts a word where this person has written before; the update that does it. */
export function writeOn(doc: Y.Doc, word: string): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getMap('plan').set(`title-${doc.clientID}`, word)
  const text = doc.getXmlFragment(FIELD)
  doc.transact(() => text.insert(0, [paragraph(word)]))
  return Y.encodeStateAsUpdate(doc, before)
}

function writePlan(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SERVER
  doc.getMap('plan').set('title', 'Handlingsplan')
  doc.getXmlFragment(FIELD).insert(0, [paragraph('Vi samarbeider')])
  doc.getMap('actions').set(
    'a1',
    new Y.Map([
      ['rank', 'a0'],
      ['goal', new Y.XmlFragment()],
    ] as [string, unknown][]),
  )
  doc.clientID = KARI
  const first = (doc.getXmlFragment(FIELD).get(0) as Y.XmlElement).get(0) as Y.XmlText
  first.insert(3, 'alltid ')
  first.format(0, 2, { bold: true })
  first.delete(5, 3)
  doc.clientID = OLA
  doc.getXmlFragment(FIELD).insert(1, [paragraph('Hver uke'), paragraph('Borte')])
  doc.getXmlFragment(FIELD).delete(2, 1)
  doc.getMap('plan').set('title', 'Plan')
  doc.getMap('progress').set('a1', new Y.Map([['status', 'planned']]))
  return Y.encodeStateAsUpdate(doc)
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}
