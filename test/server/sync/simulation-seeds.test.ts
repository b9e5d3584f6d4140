import { expect, it } from 'vitest'
import { runSeeds } from '../../support/simulation/run-seeds.ts'

/**
 * What the simulation has found, by the seeds that find it again when its mend is taken out.
 * A seed tells another story once the simulation's steps are drawn otherwise: each has a plain
 * test beside it, and takes its new number from `npm run planted-faults`.
 */
const FOUND: readonly (readonly [story: string, seeds: readonly number[]])[] = [
  ['[I10] what was written before a right was taken is set aside', [6, 9, 21, 46]],
  ['[I6] typing on a slow line is not sent before its ground', [33, 145, 220]],
  ['[I9] colleagues are there again at once after a break', [10, 33, 35]],
  ['[I9] a slow reader is told who came meanwhile', [13, 25, 51]],
]

it.each(FOUND)('%s', async (_story, seeds) => {
  const { failures } = await runSeeds(seeds)

  expect(failures).toEqual([])
})
