/**
 * Where an action stands within its commitment: a fractional index, as text that sorts.
 *
 * Place = commitment + rank, ties broken by the action's id. Two people who put
 * something in the same gap may make the same rank; both keep their place beside
 * each other, because the id decides.
 */
import { generateKeyBetween } from 'fractional-indexing'
import { compareText } from '../text/compare-text.ts'

declare const brand: unique symbol
export type Rank = string & { readonly [brand]: 'rank' }

const PATTERN = /^[0-9A-Za-z]{1,200}$/

/** The rank this value says, or null when it cannot be one. */
export function parseRank(value: unknown): Rank | null {
  return typeof value === 'string' && PATTERN.test(value) ? (value as Rank) : null
}

/**
 * A rank between two neighbours; null stands for the start or the end.
 *
 * Total: neighbours that are equal, in the wrong order or not made by us give a
 * rank after the first, so that a hostile plan cannot stop anyone from moving.
 * After the longest and last there is none; then it is the same, and the id decides.
 */
export function rankBetween(before: Rank | null, after: Rank | null): Rank {
  const between = tryBetween(before, after) ?? tryBetween(before, null)
  return between ?? parseRank(`${before ?? 'a'}V`) ?? before ?? ('a0' as Rank)
}

/** null when there is none, or the library gives one that does not lie after the first. */
function tryBetween(before: Rank | null, after: Rank | null): Rank | null {
  try {
    const rank = parseRank(generateKeyBetween(before, after))
    return rank !== null && (before === null || rank > before) ? rank : null
  } catch {
    return null
  }
}

/** Orders by rank, then by id: the same on every machine. */
export function compareRanked(
  a: { readonly rank: Rank; readonly id: string },
  b: { readonly rank: Rank; readonly id: string },
): number {
  return compareText(a.rank, b.rank) || compareText(a.id, b.id)
}
