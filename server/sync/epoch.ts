/**
 * Epochs of a plan: documents of two epochs have nothing to do with each other, and
 * whoever brings one of another epoch is sent the recovery path.
 *
 * Begun when a plan comes back from a backup or is rewritten. Numbers are taken from
 * the clock, not counted: the same backup restored twice would count to the same one,
 * and two histories would be taken for one.
 */

/** 1 January 2020. Seconds since then fit an SQL integer until 2088. */
const START_MS = Date.UTC(2020, 0, 1)

/** The first of every plan. A client that names none is taken to know this one. */
export const FIRST_EPOCH = 1

/** One that no client can have seen; always later than the one before. */
export function nextEpoch(epoch: number, nowMs: number): number {
  return Math.max(epoch + 1, Math.floor((nowMs - START_MS) / 1000))
}
