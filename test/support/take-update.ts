/** An update at the guard, as the room treats it. */
import { judge, learn } from '../../server/sync/guard.ts'
import type { KnownIds } from '../../server/sync/known-ids.ts'

/** Judges and, if it may come in, learns; says what kind it was, or why not. */
export function take(
  bytes: Uint8Array,
  known: KnownIds,
  mayUse: (clientId: number) => boolean = () => true,
): string {
  const verdict = judge(bytes, known, mayUse)
  if (verdict.kind === 'new') learn(known, verdict.update)
  return 'why' in verdict ? verdict.why : verdict.kind
}
