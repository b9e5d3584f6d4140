import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHandDrivenClock, type HandDrivenClock } from '../../support/simulation/hand-driven-clock.ts'
import { Simulation } from '../../support/simulation/simulation.ts'

const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 400)
const FIRST = Number(process.env['SIMULATION_FIRST'] ?? 1)
let clock: HandDrivenClock
beforeAll(() => {
  clock = createHandDrivenClock()
})
afterAll(() => clock.restore())

it('all holds', async () => {
  const counts = new Map<string, number>()
  const failures: string[] = []
  const t = process.hrtime.bigint()
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const simulation = new Simulation(seed, clock, (what) => counts.set(what, (counts.get(what) ?? 0) + 1))
    try { await simulation.run() } catch (error) { if (process.env['LOGS']) console.log(simulation.school.logger.said()); failures.push(`${seed}: ${process.env['STACK'] ? (error as Error).stack : (error as Error).message}`) }
  }
  console.log(failures.slice(0, 60).join('\n'), failures.length, [...counts].sort().map(([a, b]) => `${a}: ${b}`).join('\n'), Number(process.hrtime.bigint() - t) / 1e9)
  expect(failures).toEqual([])
}, 4_000_000)
