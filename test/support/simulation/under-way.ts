/** What is under way in a school: frames on lines, questions to disk and doc thread, turns of the server. */
import type { Line } from './line.ts'
import type { School } from './school.ts'
import type { Seat } from './seat.ts'

export class UnderWay {
  readonly #school: School
  readonly #seats: readonly Seat[]

  constructor(school: School, seats: readonly Seat[]) {
    this.#school = school
    this.#seats = seats
  }

  get isNothing(): boolean {
    const { disk, process, lines } = this.#school
    const isMoving = [...lines].some((line) => line.waitingUp + line.waitingDown > 0)
    return !isMoving && disk.phase() === 'idle' && (process?.docs.waiting() ?? 0) === 0
  }

  /** One of it goes one moment on. */
  async letOn(): Promise<void> {
    const { disk, process, lines, clock, random } = this.#school
    const free = [...lines].filter(({ isHeld }) => !isHeld)
    const up = free.filter(({ waitingUp }) => waitingUp > 0)
    const down = free.filter(({ waitingDown }) => waitingDown > 0)
    const ways = [
      ...(up.length > 0 ? ['up', 'up', 'up'] : []),
      ...(down.length > 0 ? ['down', 'down', 'down'] : []),
      ...(process && disk.phase() !== 'idle' ? ['disk', 'disk', 'disk'] : []),
      ...(process?.docs.waiting() ? ['docs', 'docs'] : []),
      ...(process && clock.hasTurn(process.owner) ? ['turn', 'turn'] : []),
      'time',
    ]
    const way = random.pick(ways)
    const most = 1 + random.below(4)
    const line = random.pick(way === 'up' ? up : down)
    if (way === 'up' && line) await this.#deliverUp(line, most)
    else if (way === 'down' && line) await this.#deliverDown(line, most)
    else if (way === 'disk') await this.#diskStep()
    else if (way === 'docs') await this.#school.asServer(({ docs }) => docs.answer())
    else if (way === 'turn' && process) await clock.turn(process.owner)
    else await clock.advance(random.below(60))
  }

  /** All of it arrives, as far as nothing new comes of it. */
  async letAllOn(): Promise<void> {
    const { lines, clock, disk, process } = this.#school
    for (const line of lines) {
      await this.#deliverUp(line, Infinity)
      await this.#deliverDown(line, Infinity)
      await this.#school.asServer(() => line.flush())
      if (line.isOver) lines.delete(line)
    }
    if (!process) return
    await clock.turn(process.owner)
    while (disk.phase() !== 'idle') await this.#diskStep()
    while (process.docs.waiting() > 0) await this.#school.asServer(({ docs }) => docs.answer())
  }

  async #diskStep(): Promise<void> {
    const { disk } = this.#school
    const steps: Promise<void>[] = []
    await this.#school.asServer(() => void steps.push(disk.step()))
    await Promise.all(steps)
  }

  async #deliverUp(line: Line, most: number): Promise<void> {
    const { clock, process } = this.#school
    for (let count = 0; count < most && line.waitingUp > 0; count++) {
      const owner = process?.owner ?? line.owner
      await clock.as(owner, () => line.deliverUp(process?.server ?? null))
    }
  }

  async #deliverDown(line: Line, most: number): Promise<void> {
    const { clock } = this.#school
    for (let count = 0; count < most && line.waitingDown > 0; count++) {
      await clock.as(line.owner, () => line.deliverDown())
      await this.#school.asServer(() => line.flush())
    }
    for (const seat of this.#seats) if (seat.owner === line.owner) seat.look()
  }
}
