/** Chance with a seed: the same seed, the same run. */

export interface Random {
  /** A whole number from 0, below this one. */
  below(limit: number): number
  /** True this often, of 1. */
  chance(share: number): boolean
  /** One of them; undefined of none. */
  pick<Item>(items: readonly Item[]): Item | undefined
  bytes(count: number): Uint8Array
}

/** The generator mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)

  // The first numbers of neighbouring seeds are alike.
  for (let count = 0; count < 4; count++) next()
  return {
    below,
    chance: (share) => next() < share,
    pick: (items) => items[below(items.length)],
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}
