import { expect, it } from 'vitest'
import { runSeeds, seedsFrom } from '../../support/simulation/run-seeds.ts'

const COUNT = Number(process.env['SIMULATION_SEEDS']) || 400
const FIRST = Number(process.env['SIMULATION_FIRST']) || 1
/** In fewer runs the rarest fault may not come. */
const ENOUGH = 400

it(
  `[I1] to [I10] hold in ${COUNT} runs from seed ${FIRST} on, and every fault is reached in them`,
  async () => {
    const { reached, failures } = await runSeeds(seedsFrom(FIRST, COUNT))
    if (process.env['SIMULATION_TABLE']) console.table(Object.fromEntries([...reached].sort()))

    expect(failures).toEqual([])
    expect(COUNT < ENOUGH ? [] : FAULTS.filter((fault) => !reached.has(fault))).toEqual([])
  },
  60_000 + COUNT * 1000,
)

it('a seed is the same run each time', async () => {
  const [once, again] = [await runSeeds([7, 8, 9]), await runSeeds([7, 8, 9])]

  expect([...again.reached]).toEqual([...once.reached])
})
const FAULTS: readonly string[] = []
