/** What suggestions change in the words under them, kept: every key in a text reads it anew. */
import { type WordRun, wordDiff } from '../../shared/text/word-diff.ts'

interface Kept {
  readonly before: string
  readonly after: string
  readonly runs: readonly WordRun[]
}

/** As `wordDiff`; the latest of each thread is kept. */
export function createKeptChanges() {
  const kept = new Map<string, Kept>()

  return (threadId: string, before: string, after: string): readonly WordRun[] => {
    const known = kept.get(threadId)
    if (known?.before === before && known.after === after) return known.runs
    const runs = wordDiff(before, after)
    kept.set(threadId, { before, after, runs })
    return runs
  }
}
