/**
 * The school of a simulation: one server process after another over one disk, the sessions
 * and rights at its door, and all lines to it. Nothing in it moves by itself.
 */
import type { IncomingMessage } from 'node:http'
import { docThreadOver } from '../../../server/sync/doc-thread.ts'
import { createSyncServer, type SyncServer } from '../../../server/sync/sync-server.ts'
import type { OwnerChange } from '../../../server/sync/update-log.ts'
import type { SyncPass } from '../../../server/sync/sync-pass.ts'
import type { Role } from '../../../shared/access/policy.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type CollectedLog, createCollectedLog } from '../collected-log.ts'
import { KARI, OLA, PLAN, SERVER } from '../guarded-plan.ts'
import { passFor, PLAN_ID, PUBLIC_ORIGIN } from '../sync-harness.ts'
import { DiskWitness } from './disk-witness.ts'
import { createHandDrivenCalls, type HandDrivenCalls } from './hand-driven-calls.ts'
import type { HandDrivenClock } from './hand-driven-clock.ts'
import { createHandDrivenDisk, type HandDrivenDisk } from './hand-driven-disk.ts'
import { socketClass } from './client-sockets.ts'
import type { Line } from './line.ts'
import { LineWitness, type Session } from './line-witness.ts'
import type { Random } from './random.ts'

export interface Process {
  /** Whose the timers are. */
  readonly owner: string
  readonly server: SyncServer
  readonly docs: HandDrivenCalls
}

export class School {
  readonly clock: HandDrivenClock
  readonly random: Random
  readonly witness: DiskWitness = new DiskWitness()
  readonly lineWitness: LineWitness
  readonly lines = new Set<Line>()
  readonly logger: CollectedLog = createCollectedLog()
  disk: HandDrivenDisk
  process: Process | null = null
  /** Does the process end, storing what it has received? */
  isStopping = false
  epoch = 1
  readonly #sessions = new Map<string, Session>()
  readonly #rights = new Map<string, { readonly sinceMs: number; readonly mayWrite: boolean }[]>()
  #processes = 0
  #nextClientId = 1000

  constructor(clock: HandDrivenClock, random: Random, count: (what: string) => void) {
    this.clock = clock
    this.random = random
    this.lineWitness = new LineWitness({
      disk: this.witness,
      nowMs: () => clock.nowMs,
      sessionOf: (line) => this.#sessions.get(line.dial.session) ?? null,
      lines: () => this.lines,
      mightWrite: (userId, atMs) => this.mightWrite(userId, atMs),
      count,
    })
    this.disk = this.#newDisk()
  }

  #newDisk(): HandDrivenDisk {
    return createHandDrivenDisk({ planId: PLAN_ID, epoch: this.epoch }, (first, batch) => {
      this.witness.see(first, batch)
      for (const update of batch.updates) this.lineWitness.row(update)
    })
  }

  /** The plan as its two people and the server have written it. */
  async makePlan(): Promise<void> {
    const update = { timeMs: this.clock.nowMs, userId: null, clientIds: [SERVER], bytes: PLAN }
    const owners = [claim(null, SERVER), claim('kari', KARI), claim('ola', OLA)]
    await this.disk.writeElsewhere({ planId: PLAN_ID, updates: [update], owners })
  }

  async start(): Promise<void> {
    const owner = `server-${this.#processes++}`
    const docs = createHandDrivenCalls((count) => this.random.bytes(count))
    const { log } = this.disk
    await this.clock.as(owner, () => {
      const server = createSyncServer({
        admit: (request) => Promise.resolve(this.#admit(request)),
        publicOrigin: PUBLIC_ORIGIN,
        nowMs: () => this.clock.nowMs,
        log,
        docs: docThreadOver(docs.calls, this.logger),
        logger: this.logger,
      })
      this.process = { owner, server, docs }
    })
  }

  #admit(request: IncomingMessage): SyncPass | 'sign-in-required' {
    const session = this.#sessions.get(request.headers.cookie ?? '')
    if (!session || session.endedAtMs !== Infinity) return 'sign-in-required'
    return { ...session.pass, epoch: this.epoch }
  }

  /** Runs work as the server, if there is one. */
  async asServer(work: (process: Process) => void): Promise<void> {
    const { process } = this
    if (process) await this.clock.as(process.owner, () => work(process))
  }

  /** Somebody signs in; the session's name. */
  signIn(name: string, role: Role): string {
    const key = `session-${this.#sessions.size}`
    const pass = passFor(name, role)
    const { userId } = pass
    if (!this.#rights.has(userId)) this.setRight(userId, pass.mayWrite())
    const session: Session = {
      pass: {
        ...pass,
        sessionKey: key,
        refusal: () => (session.endedAtMs === Infinity ? null : 'sign-in-required'),
        mayWrite: () => this.mightWrite(userId, Infinity),
      },
      endedAtMs: Infinity,
    }
    this.#sessions.set(key, session)
    return key
  }

  async endSession(key: string): Promise<void> {
    const session = this.#sessions.get(key)
    if (session) session.endedAtMs = this.clock.nowMs
    await this.asServer(({ server }) => server.closeSession(key, 'sign-in-required'))
  }

  setRight(userId: string, mayWrite: boolean): void {
    const rights = this.#rights.get(userId) ?? []
    this.#rights.set(userId, [...rights, { sinceMs: this.clock.nowMs, mayWrite }])
  }

  mightWrite(userId: string, atMs: number): boolean {
    const rights = this.#rights.get(userId) ?? []
    return rights.findLast(({ sinceMs }) => sinceMs < atMs)?.mayWrite ?? false
  }

  /** A client id that nobody else has. */
  dealClientId(): number {
    // Not in order: who is first among equals is for the id to say.
    return this.#nextClientId++ * 7919 + this.random.below(7919)
  }

  /** What sockets of this process are made of. */
  sockets(owner: string, session: () => string, onLine: (line: Line) => void) {
    return socketClass(owner, session, this.lineWitness, (line) => {
      this.lines.add(line)
      onLine(line)
    })
  }

  /** The process is asked to end. */
  async stop(onEnd: () => void): Promise<void> {
    this.isStopping = true
    await this.asServer(({ server }) => void server.close().then(onEnd))
  }

  /** The machine stops in this very moment. */
  async crash(): Promise<void> {
    if (!this.process) return
    this.clock.forget(this.process.owner)
    this.process = null
    this.isStopping = false
    await this.disk.cut(this.random.chance(0.5))
    for (const line of this.lines) line.loseServer(this.random.below(line.waitingDown + 1))
    const stored = await this.disk.durable.read(PLAN_ID, 0)
    this.witness.compare(stored)
  }

  /** The plan comes back from a copy that was taken when it was new. */
  async restore(): Promise<void> {
    this.epoch += 1
    this.witness.startAnew()
    this.disk = this.#newDisk()
    await this.makePlan()
  }
}

function claim(name: string | null, id: number): OwnerChange {
  const userId = name === null ? null : (`user-${name}` as UserId)
  return { userId, claimed: [id], released: [] }
}
