/**
 * A witness of every line: looks at each frame in the moment the server writes it, and holds
 * it against the disk, the rights and who is connected.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { decodeUpdate } from '../../../server/sync/decode-update.ts'
import type { SyncPass } from '../../../server/sync/sync-pass.ts'
import type { NewUpdate } from '../../../server/sync/update-log.ts'
import {
  MESSAGE_AWARENESS,
  MESSAGE_REJECTED,
  MESSAGE_SAVED,
  MESSAGE_SYNC,
  readClientFrame,
  readRejected,
  readSaved,
  SYNC_STEP1,
} from '../../../shared/protocol/frames.ts'
import { broken } from './broken.ts'
import type { DiskWitness } from './disk-witness.ts'
import type { Line, LineWatch } from './line.ts'
import { OPCODE, type SocketFrame } from './socket-bytes.ts'

/** What the school knows of a session. */
export interface Session {
  readonly pass: SyncPass
  /** Infinity: it has not ended. */
  endedAtMs: number
}

export interface LineWitnessDeps {
  readonly disk: DiskWitness
  readonly nowMs: () => number
  readonly sessionOf: (line: Line) => Session | null
  readonly lines: () => Iterable<Line>
  /** Might this person write at that time? */
  readonly mightWrite: (userId: string, atMs: number) => boolean
  readonly count: (what: string) => void
}

/** Names of people who send what no honest client sends. */
export const WICKED: readonly string[] = ['mallory', 'ida']

interface ContentFrame {
  readonly update: Uint8Array
  readonly session: Session | null
  state: 'sent' | 'saved' | 'rejected'
}

export class LineWitness implements LineWatch {
  /** Not thrown on the spot: the server would take it for a failure of its own. */
  #broken: unknown = null
  readonly #deps: LineWitnessDeps
  readonly #frames = new Map<Line, ContentFrame[]>()
  #saidCount = 0
  /** The latest of the messages that are with the server. */
  #latest = 0
  readonly #sent = new Map<string, ContentFrame[]>()

  constructor(deps: LineWitnessDeps) {
    this.#deps = deps
  }

  said(): number {
    return ++this.#saidCount
  }

  delivered(line: Line, message: Uint8Array, number: number): void {
    if (number < this.#latest) this.#deps.count('a message overtakes one of another line')
    this.#latest = Math.max(this.#latest, number)
    const frame = readClientFrame(message)
    if (frame?.kind !== 'content') return
    const session = this.#deps.sessionOf(line)
    const content: ContentFrame = { update: frame.update.slice(), session, state: 'sent' }
    const frames = this.#frames.get(line) ?? []
    this.#frames.set(line, frames)
    frames.push(content)
    const key = keyOf(content.update)
    this.#sent.set(key, [...(this.#sent.get(key) ?? []), content])
  }

  /** @throws what did not hold so far. */
  assertHolds(): void {
    // oxlint-disable-next-line no-throw-literal -- it was thrown before
    if (this.#broken !== null) throw this.#broken
  }

  /** The server says that a change of its own has this number in the log. */
  serverWrote(seq: number): void {
    if (this.#deps.disk.rows.length >= seq) return
    this.#broken ??= new Error(`[I1] the server's own change ${seq} is not on disk`)
  }

  wrote(line: Line, { opcode, payload }: SocketFrame): void {
    if (opcode !== OPCODE.binary) return
    try {
      this.#look(line, payload)
    } catch (error) {
      this.#broken ??= error
    }
  }

  #look(line: Line, payload: Uint8Array): void {
    const decoder = decoding.createDecoder(payload)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE_SYNC:
        if (decoding.readVarUint(decoder) !== SYNC_STEP1) {
          this.#shown(line, decoding.readVarUint8Array(decoder))
        }
        break
      case MESSAGE_AWARENESS:
        this.#presence(decoding.readVarUint8Array(decoder))
        break
      case MESSAGE_SAVED:
        this.#saved(line, readSaved(decoder))
        break
      case MESSAGE_REJECTED:
        this.#rejected(line, readRejected(decoder))
        break
    }
  }

  #shown(line: Line, update: Uint8Array): void {
    if (!this.#deps.disk.holds(update)) broken('I2', `to ${line.dial.session}`)
    const session = this.#deps.sessionOf(line)
    if (session && session.endedAtMs < this.#deps.nowMs()) broken('I8', 'shown after the end')
  }

  #saved(line: Line, n: number): void {
    const frames = this.#frames.get(line) ?? []
    if (n > frames.length) broken('I1', `saved(${n}) of ${frames.length} frames`)
    const before = frames.findLastIndex(({ state }) => state === 'saved') + 1
    if (n < before) broken('I1', `saved(${n}) after saved(${before})`)
    for (const frame of frames.slice(0, n)) {
      if (frame.state !== 'sent') continue
      // What is promised to somebody wicked may be nonsense: known letters with other neighbours.
      const isHonest = !WICKED.includes(frame.session?.pass.name ?? '')
      if (isHonest && !this.#deps.disk.holds(frame.update)) {
        broken('I1', `saved(${n}) is not on disk`)
      }
      frame.state = 'saved'
    }
  }

  #rejected(line: Line, { count, code }: { readonly count: number; readonly code: string }): void {
    const frame = this.#frames.get(line)?.[count - 1]
    if (!frame) return broken('I1', `rejected(${count}), which was not sent`)
    if (frame.state === 'saved') broken('I1', `rejected(${count}) after it was saved`)
    frame.state = 'rejected'
    this.#deps.count(`rejected: ${code}`)
  }

  #presence(update: Uint8Array): void {
    const decoder = decoding.createDecoder(update)
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const clientId = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const state = JSON.parse(decoding.readVarString(decoder)) as { user: unknown } | null
      if (state !== null) this.#present(clientId, state.user)
    }
  }

  #present(clientId: number, user: unknown): void {
    const shown = JSON.stringify(user)
    // The hue is the room's to give: nobody there has the same.
    const { userId, colour } = user as SyncPass
    const isThere = [...this.#deps.lines()].some((line) => {
      const pass = this.#deps.sessionOf(line)?.pass
      return line.isAtServer && pass && JSON.stringify(userOf({ ...pass, colour })) === shown
    })
    if (!isThere) broken('I9', `${shown} is not connected`)
    const owner = this.#deps.disk.owners.get(clientId)
    if (owner !== undefined && owner !== userId) broken('I9', `${clientId} shown as ${userId}`)
  }

  /** A row of the log: sent like that, not refused, by someone who might. */
  row({ bytes, userId, timeMs }: NewUpdate): void {
    if (userId === null) return
    if (!this.#deps.mightWrite(userId, timeMs)) broken('I8', `${userId} wrote without the right`)
    if (userId === 'user-mallory') this.#deps.count('something hostile came in, whole')
    const isTheirs = ({ session }: ContentFrame) => session?.pass.userId === userId
    const exact = (this.#sent.get(keyOf(bytes)) ?? []).filter(isTheirs)
    const sent = exact.length > 0 ? exact : this.#sentAndMore(bytes).filter(isTheirs)
    if (sent.length === 0) broken('I7', 'a row that nobody sent like that')
    if (sent.every(({ state }) => state === 'rejected')) broken('I7', 'a row that was refused')
    if (sent.every(({ session }) => (session?.endedAtMs ?? Infinity) < timeMs)) {
      broken('I8', `${userId} wrote after the session's end`)
    }
  }

  /** Frames that end like this row, after what was known already. */
  #sentAndMore(row: Uint8Array): ContentFrame[] {
    const from = firstClocks(row)
    return [...this.#sent.values()].flat().filter(({ update, state }) => {
      if (state !== 'sent' || !decodeUpdate(update)) return false
      const own = [...firstClocks(update).keys()]
      const vector = new Map(own.map((id) => [id, from.get(id) ?? Number.MAX_SAFE_INTEGER]))
      return keyOf(Y.diffUpdate(update, Y.encodeStateVector(vector))) === keyOf(row)
    })
  }
}

function firstClocks(update: Uint8Array): Map<number, number> {
  const clocks = new Map<number, number>()
  for (const { id } of Y.decodeUpdate(update).structs) {
    if (!clocks.has(id.client)) clocks.set(id.client, id.clock)
  }
  return clocks
}

function userOf({ name, colour, role, memberId, userId }: SyncPass) {
  return { name, colour, role, memberId, userId }
}

function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
