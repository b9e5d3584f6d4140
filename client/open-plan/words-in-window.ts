/**
 * Words about plans that are only in this window, where the device cannot keep them: what a
 * sign-out asks about beside the device's copies.
 */

interface Holder {
  readonly userId: string
  readonly planId: string
  readonly holds: () => boolean
}

const holders = new Set<Holder>()

/** @returns stop. */
export function noteWordsInWindow(holder: Holder): () => void {
  holders.add(holder)
  return () => void holders.delete(holder)
}

/** The plans about which words are in this window only. */
export function plansWithWordsInWindow(userId: string): readonly string[] {
  return [...holders]
    .filter((holder) => holder.userId === userId && holder.holds())
    .map(({ planId }) => planId)
}
