/**
 * Time that stands still until it is moved: takes the place of the global timers while a
 * simulation runs.
 *
 * Each timer belongs to the process that set it (a server, a window), so that a process that
 * dies takes its timers with it. Promises and streams need no hand: `drain` lets them run out.
 */

export interface HandDrivenClock {
  readonly nowMs: number
  /** Runs work as this process, with all that follows from it at once. */
  as(owner: string, work: () => void): Promise<void>
  /** Has this process asked for a turn of the event loop? */
  hasTurn(owner: string): boolean
  /** One turn: what it asked for with setImmediate. */
  turn(owner: string): Promise<void>
  /** Milliseconds until the next timer; null: there is none. */
  nextInMs(): number | null
  /** Time passes; timers come in their order. */
  advance(ms: number): Promise<void>
  /** The process is gone. */
  forget(owner: string): void
  restore(): void
}

interface Timer {
  readonly owner: string
  readonly work: () => void
  readonly everyMs: number | null
  dueMs: number
  refresh(): Timer
}

type Turn = Pick<Timer, 'owner' | 'work'>

const START_MS = Date.UTC(2026, 10, 26)

export function createHandDrivenClock(): HandDrivenClock {
  const real = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate,
    clearImmediate,
  }
  const realNow = performance.now.bind(performance)
  const timers = new Set<Timer>()
  let turns: Turn[] = []
  let nowMs = START_MS
  let owner = ''

  const add = (work: () => void, ms: number, isRepeated: boolean) => {
    // Node takes 0 for 1.
    const afterMs = Math.max(1, ms)
    const timer: Timer = {
      owner,
      work,
      everyMs: isRepeated ? afterMs : null,
      dueMs: nowMs + afterMs,
      refresh() {
        timer.dueMs = nowMs + afterMs
        timers.add(timer)
        return timer
      },
    }
    timers.add(timer)
    return timer
  }
  const drain = () => new Promise<void>((resolve) => real.setImmediate(resolve))
  const as = async (who: string, work: () => void) => {
    owner = who
    // No two moments are the same, so that before and after can be told apart.
    nowMs += 0.001
    work()
    await drain()
    owner = ''
  }
  const next = () => {
    let first: Timer | null = null
    for (const timer of timers) if (first === null || timer.dueMs < first.dueMs) first = timer
    return first
  }

  Object.assign(globalThis, {
    setTimeout: (work: () => void, ms = 0, ...args: never[]) =>
      add(work.bind(null, ...args), ms, false),
    setInterval: (work: () => void, ms = 0, ...args: never[]) =>
      add(work.bind(null, ...args), ms, true),
    setImmediate(work: () => void, ...args: never[]) {
      const turn = { owner, work: work.bind(null, ...args) }
      turns.push(turn)
      return turn
    },
    clearTimeout: (timer: unknown) => timers.delete(timer as Timer),
    clearInterval: (timer: unknown) => timers.delete(timer as Timer),
    clearImmediate(turn: unknown) {
      turns = turns.filter((each) => each !== turn)
    },
  })
  performance.now = () => nowMs - START_MS

  return {
    get nowMs() {
      return nowMs
    },
    as,
    hasTurn: (who) => turns.some((turn) => turn.owner === who),
    async turn(who) {
      const due = turns.filter((turn) => turn.owner === who)
      turns = turns.filter((turn) => turn.owner !== who)
      for (const { work } of due) await as(who, work)
    },
    nextInMs() {
      const first = next()
      return first && Math.max(0, first.dueMs - nowMs)
    },
    async advance(ms) {
      const untilMs = nowMs + ms
      for (let due = next(); due && due.dueMs <= untilMs; due = next()) {
        nowMs = Math.max(nowMs, due.dueMs)
        if (due.everyMs === null) timers.delete(due)
        else due.dueMs += due.everyMs
        await as(due.owner, due.work)
      }
      nowMs = Math.max(nowMs, untilMs)
    },
    forget(who) {
      for (const timer of timers) if (timer.owner === who) timers.delete(timer)
      turns = turns.filter((turn) => turn.owner !== who)
    },
    restore() {
      Object.assign(globalThis, real)
      performance.now = realNow
    },
  }
}
