/**
 * The real server/sync with clock, network, disk and doc thread driven by hand, and the people
 * who use it: one run per seed, the same run each time.
 *
 * How it works. Nothing moves by itself. A run is a row of steps, each drawn by the seed: let
 * one frame through on one line, let the disk or the doc thread one moment on, give the server
 * a turn of its event loop, let some time pass, let somebody type, let something go wrong.
 * What follows from a step at once (promises, streams) runs out before the next.
 *
 * Three witnesses look on: disk-witness.ts has what is durable and believes nobody;
 * line-witness.ts holds each frame that the server writes against it; every seat looks at its
 * own document. In the end (and sometimes before) all is healed, everyone comes back, and when
 * nothing is under way any more everybody must read the same (quiet.ts). What must hold is in
 * broken.ts.
 *
 * The server, its rooms, guard, commit, outbox and presence are the real ones, over `ws`; of
 * the client: connection, incoming door and save truth. Not in it: SQLite (the memory adapter
 * stands for it, the contract says that they are alike), the browser's database, undo.
 */
import * as Y from 'yjs'
import { PLAN_ID } from '../sync-harness.ts'
import { broken } from './broken.ts'
import { FAULT_WEIGHTS } from './fault-weights.ts'
import { type FaultName, FAULTS } from './faults.ts'
import type { HandDrivenClock } from './hand-driven-clock.ts'
import { Mallory } from './mallory.ts'
import { expectPresent, expectSame } from './quiet.ts'
import { createRandom, type Random } from './random.ts'
import { School } from './school.ts'
import { Seat } from './seat.ts'
import { UnderWay } from './under-way.ts'

const PEOPLE = [
  ['kari', 'teacher'],
  ['ola', 'teacher'],
  ['pia', 'coordinator'],
  ['gro', 'guest'],
] as const
const STEPS = 350
/** Rounds in which everything must have come to rest. */
const MAX_QUIET_ROUNDS = 400

export class Simulation {
  readonly random: Random
  readonly school: School
  readonly seats: readonly Seat[]
  readonly mallories: readonly Mallory[]
  readonly count: (what: string) => void
  readonly #underWay: UnderWay
  readonly #faults: FaultName[]
  #letters = 0
  #hasOtherWritten = false

  /** @param count told each fault that was reached. */
  constructor(seed: number, clock: HandDrivenClock, count: (what: string) => void) {
    this.random = createRandom(seed)
    this.count = count
    this.school = new School(clock, this.random, count)
    const { random, school } = this
    this.seats = Array.from({ length: 2 + random.below(7) }, (_seat, index) => {
      const [name, role] = random.pick(index < 2 ? PEOPLE.slice(0, 2) : PEOPLE) ?? PEOPLE[0]
      return new Seat(school, index, name, role, count)
    })
    this.mallories = random.chance(0.6)
      ? [
          new Mallory(school, 'mallory', 'teacher', count),
          new Mallory(school, 'ida', 'guest', count),
        ]
      : []
    this.#underWay = new UnderWay(school, this.seats)
    // Some faults at a time: all together hide one another.
    const all = Object.keys(FAULTS) as FaultName[]
    this.#faults = all
      .filter(() => random.chance(0.5))
      .flatMap((name) => Array.from({ length: FAULT_WEIGHTS[name] }, () => name))
  }

  async run(): Promise<void> {
    await this.school.makePlan()
    await this.school.start()
    for (const seat of this.seats) await seat.open()
    for (let step = 0; step < STEPS; step++) await this.#step()
    await this.#comeToRest()
    // A letter each, so that something happens after everything.
    for (const seat of this.seats) if (seat.window?.mayWrite) await seat.type(this.#nextLetter())
    await this.#comeToRest()
    await this.#reopenCold()
    for (const { message, facts } of this.school.logger.lines) {
      const { code } = facts as { code?: string }
      this.count(`said: ${message}${code ? ` (${code})` : ''}`)
    }
  }

  async #step(): Promise<void> {
    const { random, school } = this
    const chance = random.below(100)
    if (chance < 62) await this.#underWay.letOn()
    else if (chance < 80) await this.#someoneWrites()
    else if (chance < 92) {
      const fault = random.pick(this.#faults)
      if (fault) await FAULTS[fault](this)
    } else if (school.isStopping || !school.process) await this.#restart()
    else await this.#comeBack()
    for (const line of school.lines) if (line.isOver) school.lines.delete(line)
    school.lineWitness.assertHolds()
  }

  async #someoneWrites(): Promise<void> {
    const { random } = this
    const seat = random.pick(this.seats)
    if (!seat?.window) return
    const { window } = seat
    if (random.chance(0.2)) await seat.as(() => window.moveTo(random.below(99)))
    else if (window.mayWrite && window.isLoaded()) {
      await (random.chance(0.6) ? seat.type(this.#nextLetter()) : seat.write())
    }
  }

  #nextLetter(): string {
    return String.fromCodePoint(0x4e00 + this.#letters++)
  }

  async #comeBack(): Promise<void> {
    const seat = this.random.pick(this.seats)
    if (seat && !seat.window) await seat.open()
  }

  /** The next process, whether the last one had come to its end or not. */
  async #restart(): Promise<void> {
    await this.school.crash()
    await this.school.start()
  }

  /** Another server on the same database. */
  async writeElsewhere(): Promise<void> {
    const { school } = this
    this.#hasOtherWritten = true
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(school.witness.doc))
    doc.clientID = school.dealClientId()
    const before = Y.encodeStateVector(doc)
    doc.getMap('plan').set('title', `Title ${this.random.below(100)}`)
    const bytes = Y.encodeStateAsUpdate(doc, before)
    const update = { timeMs: school.clock.nowMs, userId: null, clientIds: [doc.clientID], bytes }
    await school.disk.writeElsewhere({
      planId: PLAN_ID,
      updates: [update],
      owners: [{ userId: null, claimed: [doc.clientID], released: [] }],
    })
  }

  /** Everything heals, everyone comes back, and all that is under way arrives. */
  async #comeToRest(): Promise<void> {
    const { school, seats } = this
    if (school.isStopping || !school.process) await this.#restart()
    for (const line of school.lines) {
      line.isHeld = false
      const isMallory = line.owner === 'mallory'
      if (isMallory) await school.asServer(() => line.breakUp(true))
      if (isMallory || line.isBroken) await school.clock.as(line.owner, () => line.noticeLoss())
    }
    await this.#settle()
    if (this.#hasOtherWritten) await this.#hearOfOtherProcess()
    await this.#endHalfOpenLines()
    // Presence goes together with what comes in 40 ms; to a slow reader a second later.
    for (const ms of [100, 1000]) {
      await school.clock.advance(ms)
      await this.#underWay.letAllOn()
    }
    school.lineWitness.assertHolds()
    for (const seat of seats) seat.missesNoLetter()
    expectSame(school, seats, await this.#serverHash())
    expectPresent(seats)
    if (school.logger.said().includes('ALARM')) broken('I7', 'stored updates are damaged')
  }

  async #settle(): Promise<void> {
    for (let round = 0; !this.#isAtRest(); round++) {
      if (round > MAX_QUIET_ROUNDS) broken('I4', 'it does not come to rest')
      for (const seat of this.seats) if (!seat.window) await seat.open()
      await this.#underWay.letAllOn()
      await this.school.clock.advance(100)
      this.school.lineWitness.assertHolds()
    }
  }

  /** A room hears of it with its own next write, and lets everyone come back to a fresh one. */
  async #hearOfOtherProcess(): Promise<void> {
    this.#hasOtherWritten = false
    const writer = this.seats.find(({ window, mayWrite }) => window?.mayWrite && mayWrite)
    if (writer) await writer.setTitle()
    else await this.school.asServer(({ server }) => server.closeRoom(PLAN_ID, 'plan-busy'))
    await this.#settle()
  }

  /** A line that only one end knows to be dead ends after three missing signs of life. */
  async #endHalfOpenLines(): Promise<void> {
    const { school } = this
    const isHalfOpen = () => [...school.lines].some((line) => line.isBroken && line.isAtServer)
    for (let round = 0; isHalfOpen(); round++) {
      if (round > MAX_QUIET_ROUNDS) broken('I9', 'a dead line does not end')
      await school.clock.advance(5000)
      await this.#underWay.letAllOn()
    }
  }

  #isAtRest(): boolean {
    return this.#underWay.isNothing && this.seats.every(({ window }) => window?.isSaved())
  }

  /** What the server says that the plan reads as. */
  async #serverHash(): Promise<string> {
    const answers: Promise<{ readonly contentHash: string }>[] = []
    await this.school.asServer(({ server }) => void answers.push(server.readPlan(PLAN_ID)))
    for (let round = 0; round < 3; round++) await this.#underWay.letAllOn()
    const [answer] = await Promise.all(answers)
    return answer ? answer.contentHash : broken('I4', 'there is no server to read the plan')
  }

  /** A server that has nothing but the disk, and somebody who has nothing at all. */
  async #reopenCold(): Promise<void> {
    for (const seat of this.seats) await seat.close(true)
    await this.school.crash()
    this.school.lines.clear()
    const fresh = new Seat(this.school, 99, 'gro', 'guest', this.count)
    await this.school.start()
    await fresh.open()
    for (let round = 0; !fresh.window?.isSaved(); round++) {
      if (round > MAX_QUIET_ROUNDS) broken('I4', 'a fresh reader is not let in')
      await this.#underWay.letAllOn()
      await this.school.clock.advance(100)
    }
    expectSame(this.school, [fresh], await this.#serverHash())
    this.count('cold reopen')
    await fresh.close(true)
    await this.school.crash()
  }
}
