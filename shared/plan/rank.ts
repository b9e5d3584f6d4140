/**
 * Where an action stands within its commitment: a fractional index, as text that sorts.
 *
 * Place = commitment + rank, ties broken by the action's id. Two people who put
 * something in the same gap may make the same rank; both keep their place beside
 * each other, because the id decides.
 */
import { generateKeyBetween } from 'fractional-indexing'

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
 */
export function rankBetween(before: Rank | null, after: Rank | null): Rank {
  try {
    return generateKeyBetween(before, after) as Rank
  } catch {
    return rankAfter(before)
  }
}

function rankAfter(before: Rank | null): Rank {
  try {
    return generateKeyBetween(before, null) as Rank
  } catch {
    return `${before ?? 'a'}V` as Rank
  }
}

/** Orders by rank, then by id, by code unit and not by language: the same on every machine. */
export function compareRanked(
  a: { readonly rank: Rank; readonly id: string },
  b: { readonly rank: Rank; readonly id: string },
): number {
  return compareText(a.rank, b.rank) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
