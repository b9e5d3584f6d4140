/**
 * What was read of a plan's document before: whoever reads the same one again and
 * again reads only what changed (see client/open-plan/plan-reader.ts).
 */
export interface ReadingMemory {
  /**
   * What `read` gave of this Yjs type before; read anew when something in it changed, or when
   * it stands beside another than before.
   *
   * @param beside what `read` reads as well: another type, or whatever stands in its place.
   */
  keep<T>(type: object, beside: unknown, read: () => T): T
}

/** For whoever reads once. */
export const NO_MEMORY: ReadingMemory = { keep: (_type, _beside, read) => read() }
