/**
 * A few people who write one plan in several tabs each: offline, undoing, coming back under
 * ids of earlier sessions that their device's store kept; and the room as the guard sees it.
 *
 * Each message goes through the guard as the room would take it, early ones wait (W10).
 * Nothing arrives unless a deed says so.
 */
import * as Y from 'yjs'
import { IdOwners } from '../../server/sync/id-owners.ts'
import { judge, learn } from '../../server/sync/guard.ts'
import { KnownIds } from '../../server/sync/known-ids.ts'
import type { UserId } from '../../shared/ids.ts'
import { PLAN } from './guarded-plan.ts'
import { FIELD, writeDeed } from './plan-deeds.ts'

export const DEEDS = [
  'type',
  'type',
  'type',
  'split',
  'mark',
  'delete',
  'set',
  'action',
  'undo',
  'redo',
  'read',
  'send',
  'send',
  'come-back',
  'reconnect',
  'offline',
  'new-tab',
  'tell-tabs',
  'everything',
] as const

export interface Deed {
  readonly tab: number
  readonly act: (typeof DEEDS)[number]
  readonly at: number
}

interface Tab {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly person: number
  /** Updates that its socket has yet to send; null: it has no socket. */
  outbox: Uint8Array[] | null
  /** Has its step2 gone out on that socket? */
  carried: boolean
  /** How many of the room's updates it has read. */
  read: number
}

const PEOPLE_COUNT = 3
const TABS_EACH = 2

export class HonestSchool {
  /** Messages by what the guard said: each but 'new', 'nothing-new' and 'early' is a defect. */
  readonly answers = new Map<string, number>()
  readonly #known = new KnownIds()
  readonly #owners = new IdOwners(new Map(), () => true)
  readonly #room: Uint8Array[] = []
  readonly #early: { readonly tab: Tab; readonly bytes: Uint8Array }[] = []
  readonly #tabs: Tab[] = []
  #nextClientId = 100

  constructor() {
    this.#take(PLAN, null, false)
    for (let index = 0; index < PEOPLE_COUNT * TABS_EACH; index++) {
      this.#tabs.push(this.#open(index % PEOPLE_COUNT, PLAN))
    }
  }

  get docs(): readonly Y.Doc[] {
    return this.#tabs.map(({ doc }) => doc)
  }

  /** Updates that still wait for what they need. */
  get waiting(): number {
    return this.#early.length
  }

  do({ tab: index, act, at }: Deed): void {
    const tab = this.#tabs[index % this.#tabs.length]
    if (!tab) return
    const { doc } = tab
    switch (act) {
      case 'read':
        return this.#readAll(tab)
      case 'send':
        return this.#send(tab)
      case 'reconnect':
        return this.#connect(tab)
      case 'come-back':
        // A socket, and the server has not asked yet for what it lacks.
        tab.outbox ??= []
        return
      case 'offline':
        tab.outbox = null
        tab.carried = false
        return
      case 'everything':
        // As a stock client may: all that it has and not only what the room lacks.
        if (tab.carried && tab.outbox?.length === 0)
          this.#take(Y.encodeStateAsUpdate(doc), tab, true)
        return
      case 'new-tab':
        return this.#reload(tab)
      case 'tell-tabs':
        return this.#tellTabs(tab)
      case 'undo':
        tab.undo.undo()
        return
      case 'redo':
        tab.undo.redo()
        return
      default:
        doc.transact(() => writeDeed(doc, act, at), 'ui')
    }
  }

  /** Everybody comes back and reads everything. */
  settle(): void {
    for (let round = 0; round < 2; round++) {
      for (const tab of this.#tabs) this.#connect(tab)
      for (const tab of this.#tabs) this.#readAll(tab)
    }
  }

  #open(person: number, stored: Uint8Array): Tab {
    const doc = new Y.Doc()
    doc.clientID = this.#nextClientId++
    Y.applyUpdate(doc, stored, 'store')
    const undo = new Y.UndoManager(
      [doc.getXmlFragment(FIELD), doc.getMap('plan'), doc.getMap('actions')],
      { captureTimeout: 0, trackedOrigins: new Set(['ui']) },
    )
    const tab: Tab = { doc, undo, person, outbox: null, carried: false, read: 0 }
    doc.on('update', (made: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') tab.outbox?.push(made)
    })
    return tab
  }

  /** A step1 and a step2; from then on it sends what it writes. */
  #connect(tab: Tab): void {
    tab.outbox = []
    tab.carried = true
    this.#take(Y.encodeStateAsUpdate(tab.doc, this.#known.encodeStateVector()), tab, true)
    this.#readAll(tab)
  }

  /** The window is closed and opened again: the same text under a new client id. */
  #reload(tab: Tab): void {
    this.#tabs[this.#tabs.indexOf(tab)] = this.#open(tab.person, Y.encodeStateAsUpdate(tab.doc))
  }

  /** The person's other tabs get it, and one that is connected passes it on, whole. */
  #tellTabs(tab: Tab): void {
    for (const other of this.#tabs) {
      if (other === tab || other.person !== tab.person) continue
      const lacking = Y.encodeStateAsUpdate(tab.doc, Y.encodeStateVector(other.doc))
      Y.applyUpdate(other.doc, lacking, 'remote')
      if (!other.carried) continue
      this.#send(other)
      this.#take(lacking, other, true)
    }
  }

  #send(tab: Tab): void {
    for (const bytes of tab.outbox?.splice(0) ?? []) this.#take(bytes, tab, false)
  }

  #readAll(tab: Tab): void {
    for (const bytes of this.#room.slice(tab.read)) Y.applyUpdate(tab.doc, bytes, 'remote')
    tab.read = this.#room.length
  }

  #take(bytes: Uint8Array, tab: Tab | null, isStep2: boolean): void {
    const user = `user-${tab?.person ?? 'server'}` as UserId
    const verdict = judge(bytes, this.#known, (clientId) => this.#owners.mayUse(user, clientId))
    const answer = verdict.kind === 'refused' ? verdict.why : verdict.kind
    const said = isStep2 && verdict.kind === 'early' ? `step2: ${verdict.why}` : answer
    this.answers.set(said, (this.answers.get(said) ?? 0) + 1)
    if (verdict.kind === 'early' && tab) this.#early.push({ tab, bytes })
    if (verdict.kind !== 'new') return
    learn(this.#known, verdict.update)
    this.#owners.write(user, verdict.writers)
    this.#room.push(bytes)
    for (const each of this.#early.splice(0)) this.#take(each.bytes, each.tab, false)
  }
}
