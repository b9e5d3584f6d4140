/**
 * Someone with a right to write and no good will, and someone without even the right: raw
 * sockets that say what no honest client says.
 */
import * as encoding from 'lib0/encoding'
import * as fc from 'fast-check'
import * as Y from 'yjs'
import type { Role } from '../../../shared/access/policy.ts'
import {
  awarenessFrame,
  SYNC_STEP1,
  SYNC_STEP2,
  SYNC_UPDATE,
  syncFrame,
} from '../../../shared/protocol/frames.ts'
import { hostileUpdate } from '../arbitrary-hostile-updates.ts'
import { writeDeed } from '../plan-deeds.ts'
import { PLAN_ID } from '../sync-harness.ts'
import type { ClientSocket, Line } from './line.ts'
import type { School } from './school.ts'

const POOL_SEED = 4
const POOL_SIZE = 3000
let pool: readonly Uint8Array[] | null = null

/** Well-formed hostile updates, the same in every run. */
function hostileUpdates(): readonly Uint8Array[] {
  pool ??= fc.sample(hostileUpdate(), { seed: POOL_SEED, numRuns: POOL_SIZE })
  return pool
}

export class Mallory {
  line: Line | null = null
  readonly #school: School
  readonly #count: (what: string) => void
  readonly #session: string
  readonly #isOurs: boolean
  #socket: ClientSocket | null = null
  #lastFrame: Uint8Array | null = null

  constructor(school: School, name: string, role: Role, count: (what: string) => void) {
    this.#school = school
    this.#count = count
    this.#session = school.signIn(name, role)
    this.#isOurs = school.random.chance(0.7)
  }

  /** A wicked deed or three; comes back first if it was thrown out. */
  act(): void {
    const { random } = this.#school
    if (!this.#socket || this.#socket.readyState === 3) return this.#dial()
    if (this.#socket.readyState !== 1) return
    for (let count = 1 + random.below(3); count > 0; count--) {
      this.#lastFrame = this.#frame()
      this.#socket.send(this.#lastFrame)
    }
    if (random.chance(0.1)) this.#flood()
  }

  #dial(): void {
    const sockets = this.#school.sockets(
      'mallory',
      () => this.#session,
      (line) => (this.line = line),
    )
    const query = this.#isOurs ? '?samplan=1' : ''
    this.#socket = new sockets(`ws://school/sync/${PLAN_ID}${query}`) as unknown as ClientSocket
    const onopen = () => this.#socket?.send(syncFrame(SYNC_STEP1, Uint8Array.of(0)))
    Object.assign(this.#socket, { onopen })
  }

  #frame(): Uint8Array {
    const { random } = this.#school
    const kind = random.below(20)
    if (kind < 10) {
      const type = random.chance(0.4) ? SYNC_STEP2 : SYNC_UPDATE
      return syncFrame(type, random.pick(hostileUpdates()) ?? Uint8Array.of(0, 0))
    }
    if (kind < 12) return this.#underAnotherId()
    if (kind < 14) return this.#withAGap()
    if (kind < 17) return this.#falsePresence()
    if (kind === 17) return random.bytes(1 + random.below(40))
    if (kind === 18)
      return syncFrame(SYNC_STEP1, random.chance(0.5) ? Uint8Array.of(0) : random.bytes(3))
    return this.#lastFrame ?? syncFrame(SYNC_STEP1, Uint8Array.of(0))
  }

  /** Goes on writing where a colleague has stopped. */
  #underAnotherId(): Uint8Array {
    const doc = copyOf(this.#school.witness.doc)
    const others = this.#ownedIds().filter((id) => id > 1000)
    doc.clientID = this.#school.random.pick(others) ?? 11
    const before = Y.encodeStateVector(doc)
    writeDeed(doc, 'set', this.#school.random.below(100))
    this.#count("wrote under a colleague's id")
    return syncFrame(SYNC_UPDATE, Y.encodeStateAsUpdate(doc, before))
  }

  /** The second of two updates: it waits for the first, which never comes. */
  #withAGap(): Uint8Array {
    const doc = copyOf(this.#school.witness.doc)
    doc.clientID = 10_000_000 + this.#school.random.below(1000)
    writeDeed(doc, 'set', 1)
    const before = Y.encodeStateVector(doc)
    writeDeed(doc, 'split', 2)
    this.#count('sent an update with a gap')
    return syncFrame(SYNC_UPDATE, Y.encodeStateAsUpdate(doc, before))
  }

  /** Says to be somebody, or of somebody that they have left. */
  #falsePresence(): Uint8Array {
    const { random } = this.#school
    const clientId = random.chance(0.5) ? (random.pick(this.#ownedIds()) ?? 11) : 66
    const user = random.chance(0.5) ? { userId: 'user-kari', name: 'Kari' } : undefined
    const state = random.chance(0.3) ? null : { user, at: random.below(9) }
    this.#count('said something false of who is here')
    return awarenessFrame(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, random.below(50))
        encoding.writeVarString(encoder, JSON.stringify(state))
      }),
    )
  }

  /** People's ids that are in the log. Of another process's own the room need not have heard. */
  #ownedIds(): readonly number[] {
    const { owners } = this.#school.witness
    return [...owners].flatMap(([id, owner]) => (owner === null ? [] : [id]))
  }

  /** More messages than the burst. */
  #flood(): void {
    for (let count = 0; count < 310; count++) this.#socket?.send(Uint8Array.of(3))
    this.#count('sent a flood')
  }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
