/** Runs simulations one after another and keeps count of what they reached. */
import { createHandDrivenClock } from './hand-driven-clock.ts'
import { createRandom } from './random.ts'
import { Simulation } from './simulation.ts'

export interface SeedRuns {
  /** How often each fault was reached. */
  readonly reached: ReadonlyMap<string, number>
  /** What did not hold, with the seed in which. */
  readonly failures: readonly string[]
}

/** After so many seeds that fail, more would only cost time. */
const ENOUGH_FAILURES = 1

export async function runSeeds(seeds: Iterable<number>): Promise<SeedRuns> {
  const reached = new Map<string, number>()
  const failures: string[] = []
  const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)
  const clock = createHandDrivenClock()
  const realRandom = Math.random
  // Each open connection of y-websocket listens for the process's end.
  const mostListeners = process.getMaxListeners()
  process.setMaxListeners(0)
  try {
    for (const seed of seeds) {
      if (failures.length >= ENOUGH_FAILURES) break
      const random = createRandom(seed)
      // How long a window waits before it comes back.
      Math.random = () => random.below(2 ** 20) / 2 ** 20
      const simulation = new Simulation(seed, clock, count)
      try {
        await simulation.run()
      } catch (error) {
        failures.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  } finally {
    clock.restore()
    Math.random = realRandom
    process.setMaxListeners(mostListeners)
  }
  return { reached, failures }
}

/** Seeds from the first one on. */
export function seedsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_seed, index) => first + index)
}
