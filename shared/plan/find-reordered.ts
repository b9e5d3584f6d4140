/** Which of a list were moved: as few as can be, so that one move is told as one. */

/**
 * Of those in both lists the ones that do not stand in the same order: all but a longest increasing
 * subsequence (patience sorting, n log n). Each of `before` and `after` holds an id once.
 */
export function findReordered<Id>(before: readonly Id[], after: readonly Id[]): readonly Id[] {
  const placeBefore = new Map(before.map((id, place) => [id, place]))
  const kept = after.filter((id) => placeBefore.has(id))
  const inOrder = new Set(longestIncreasing(kept.map((id) => placeBefore.get(id) ?? 0)))
  return kept.filter((_, at) => !inOrder.has(at))
}

/** @returns the indices of one longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): readonly number[] {
  /** Of each length the index of the smallest last value; and before each index, the one it follows. */
  const lasts: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let [low, high] = [0, lasts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[lasts[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = lasts[low - 1] ?? -1
    lasts[low] = index
  })
  const found: number[] = []
  for (let index = lasts.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) found.push(index)
  return found.toReversed()
}
