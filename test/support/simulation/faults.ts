/**
 * What can go wrong in a simulation, by name. Each fault says how it is done, and is counted
 * where it was really reached: a fault that finds nothing to break is none.
 */
import * as Y from 'yjs'
import { NO_CONTENT } from '../../../shared/plan/plan-content.ts'
import { SLOW_READER_BYTES, STUCK_READER_BYTES } from '../../../shared/protocol/limits.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'
import { PLAN_ID } from '../sync-harness.ts'
import type { Simulation } from './simulation.ts'

export type Fault = (simulation: Simulation) => Promise<void>

const SLOW_BALLAST = Buffer.alloc(SLOW_READER_BYTES + 1024)
const STUCK_BALLAST = Buffer.alloc(STUCK_READER_BYTES + 1024)
const PASTE_LENGTH = 270_000

export const FAULTS = {
  async crash({ school, count }) {
    if (!school.process) return
    const { disk, lines } = school
    const under = [...lines].some((line) => line.waitingUp > 0) && disk.phase() === 'idle'
    const half = [...lines].filter((line) => line.waitingDown > 0).length
    const isFanOut = half > 0 && half < lines.size
    const asked = disk.asked()
    const isWriting = asked === 'append' || asked === 'appendAt'
    const moment = {
      idle: 'with nothing under way',
      asked: 'before the append',
      cached: 'during the append',
      synced: 'after the append, before anyone is told',
    }
    if (disk.phase() === 'idle' && isFanOut) count('crash in the middle of the fan-out')
    else if (disk.phase() === 'idle' && under) count('crash before the server has read')
    else if (isWriting || disk.phase() === 'idle') count(`crash ${moment[disk.phase()]}`)
    else count(`crash during ${asked ?? 'nothing'}`)
    await school.crash()
  },
  async stop({ school, count }) {
    if (!school.process || school.isStopping) return
    count('the server is stopped')
    await school.stop(() => count('the server is stopped, and has said goodbye to all'))
  },
  async diskFails({ school, count }) {
    const { disk } = school
    if (disk.phase() === 'idle' || disk.phase() === 'synced') return
    count(`${disk.asked() ?? ''} fails`)
    await school.asServer(() => disk.fail())
  },
  async docsDie({ school, count }) {
    if (!school.process?.docs.waiting()) return
    count('the doc thread dies')
    await school.asServer(({ docs }) => docs.die())
  },
  async hold({ school, count, random }) {
    const line = random.pick([...school.lines])
    if (!line) return
    line.isHeld = !line.isHeld
    if (line.isHeld) count('a line is held up')
  },
  async breakLine({ school, random, count }) {
    const line = random.pick([...school.lines])
    if (!line) return
    const isServerTold = random.chance(0.5)
    count(isServerTold ? 'a line breaks' : 'a line breaks and the server is not told')
    await school.asServer(() => line.breakUp(isServerTold))
    await school.clock.as(line.owner, () => line.noticeLoss())
  },
  async repeatFrame({ random, school, count }) {
    const line = random.pick([...school.lines])
    if (!line?.repeat()) return
    count('a frame is sent twice')
  },
  async roomEnds({ school, count }) {
    if (!school.process) return
    count('everyone is sent out of the room')
    await school.asServer(({ server }) => server.closeRoom(PLAN_ID, 'plan-busy'))
  },
  async takeRight({ random, school, seats, count }) {
    const seat = random.pick(seats)
    if (!seat?.mayWrite) return
    school.setRight(seat.userId, false)
    for (const each of seats) if (each.userId === seat.userId) each.hasLostRight = true
    count('a right is taken')
  },
  async giveRight({ random, school, seats }) {
    const seat = random.pick(seats)
    if (!seat || seat.mayWrite || seat.role === 'guest') return
    school.setRight(seat.userId, true)
  },
  async endSession({ random, school, seats, count }) {
    const seat = random.pick(seats)
    if (!seat) return
    if (seat.window) count('a session ends')
    const ended = seat.session
    seat.session = school.signIn(seat.name, seat.role)
    await school.endSession(ended)
  },
  async closeWindow({ random, seats, count }) {
    const seat = random.pick(seats)
    if (!seat?.window) return
    const isGoodbyeSaid = random.chance(0.5)
    count(isGoodbyeSaid ? 'a window closes' : 'a device dies')
    await seat.close(isGoodbyeSaid)
  },
  async tellTab({ random, seats, count }) {
    const seat = random.pick(seats)
    const other = seats.find((each) => each !== seat && each.userId === seat?.userId)
    if (!seat?.window || !other?.window?.mayWrite || !seat.window.mayWrite) return
    const vector = Y.encodeStateVector(other.window.doc)
    const update = Y.encodeStateAsUpdate(seat.window.doc, vector)
    count('a tab tells another')
    await other.as((window) => window.hearTab(update))
  },
  async slowReader({ random, school, count }) {
    const line = random.pick([...school.lines].filter((each) => each.isAtServer))
    if (!line) return
    const isStuck = random.chance(0.5)
    line.isHeld = true
    count(isStuck ? 'a reader is stuck' : 'a reader is slow')
    await school.asServer(() => line.clog(isStuck ? STUCK_BALLAST : SLOW_BALLAST))
  },
  async hostile({ random, mallories, school }) {
    const mallory = random.pick(mallories)
    if (mallory) await school.clock.as('mallory', () => mallory.act())
  },
  async serverWrites({ school, count }) {
    await school.asServer(({ server }) => {
      const writing = server.appendAsServer(PLAN_ID, SEED, { userId: null })
      writing.then(
        ({ seq }) => {
          count('the server has written')
          return school.lineWitness.serverWrote(seq)
        },
        () => count('the server could not write'),
      )
    })
  },
  async otherProcess(simulation) {
    const { school, count } = simulation
    if (school.disk.phase() === 'cached') return
    count('another process writes')
    await simulation.writeElsewhere()
  },
  async restore(simulation) {
    const { school, count, seats } = simulation
    count('the plan is restored: another epoch')
    await school.crash()
    for (const seat of seats) {
      seat.letters = seat.letters.filter(
        ({ letter, client, clock }) => !school.witness.hasLetter(letter, client, clock),
      )
    }
    await school.restore()
  },
  async paste({ random, seats, count }) {
    const seat = random.pick(seats)
    if (!seat?.window?.mayWrite) return
    count('a lot is pasted')
    const words = String(random.below(10)).repeat(PASTE_LENGTH)
    await seat.as((window) => window.write((doc) => doc.getMap('plan').set('much', words)))
  },
  async timePasses({ random, school }) {
    await school.clock.advance(random.pick([200, 2500, 12_000]) ?? 0)
  },
  async emptyRoom({ school, seats, count }) {
    for (const seat of seats) if (seat.window) await seat.close(true)
    for (const line of school.lines) await school.asServer(() => line.breakUp(true))
    count('everyone leaves for a while')
    await school.clock.advance(31_000)
  },
} satisfies Record<string, Fault>

const SEED = {
  kind: 'seed' as const,
  templateId: CURRENT_TEMPLATE.id,
  templateVersion: CURRENT_TEMPLATE.version,
  seed: {
    title: 'Handlingsplan',
    language: 'nb' as const,
    periodStart: null,
    periodEnd: null,
    content: NO_CONTENT,
  },
}

export type FaultName = keyof typeof FAULTS
