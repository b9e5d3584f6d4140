/**
 * Work of many people of which only some is done at a time: each in turn, however
 * much anyone has brought, and what is one person's in the order in which it came.
 */

export interface FairQueue {
  /** Does the work when its turn comes. Fails as the work does. */
  run<Result>(whose: string, work: () => Promise<Result>): Promise<Result>
}

/** @param atOnce how much of it may be under way. */
export function createFairQueue(atOnce: number): FairQueue {
  /** By person, whose turn comes first in front. */
  const waiting = new Map<string, (() => void)[]>()
  let underWay = 0

  const begin = () => {
    const [next] = waiting
    if (!next || underWay >= atOnce) return
    const [whose, [first, ...rest]] = next
    waiting.delete(whose)
    if (rest.length > 0) waiting.set(whose, rest)
    underWay += 1
    first?.()
  }

  return {
    async run(whose, work) {
      await new Promise<void>((resolve) => {
        waiting.set(whose, [...(waiting.get(whose) ?? []), resolve])
        begin()
      })
      try {
        return await work()
      } finally {
        underWay -= 1
        begin()
      }
    },
  }
}
