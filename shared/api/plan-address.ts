/**
 * Where words in a plan are: an address of the plan's page that leads to them. In its
 * fragment, which no server and no log on the way gets to see.
 *
 *   /plans/<planId>#at=<textId>&words=<words>
 *
 * And where a thread is, and what changed: those say nothing of what is written.
 */

/** A text of a plan, and words in it. */
export interface PlaceInPlan {
  /** A field's, '<actionId>.<name>', or 'title'. */
  readonly textId: string
  /** As they stand there. */
  readonly words: string
}

/** @returns a path with a fragment. */
export function planAddress(planId: string, { textId, words }: PlaceInPlan): string {
  return `/plans/${planId}#at=${encodeURIComponent(textId)}&words=${encodeURIComponent(words)}`
}

/** Where a thread is: no secret, and what the plan's page opens beside its place. */
export function threadAddress(planId: string, threadId: string): string {
  return `/plans/${planId}?thread=${threadId}`
}

/** What changed in a plan since one was last there. */
export function changesAddress(planId: string): string {
  return `/plans/${planId}/history?from=last`
}

/** The thread that an address of a plan leads to; null: it leads to none. */
export function readThreadId(search: string): string | null {
  return /[?&]thread=([0-9a-z]+)(?:&|$)/.exec(search)?.[1] ?? null
}

/** null when the fragment is something else, or broken. */
export function readPlace(fragment: string): PlaceInPlan | null {
  const [, at = '', words = ''] = /^#at=([^&]+)&words=([^&]*)$/.exec(fragment) ?? []
  if (at === '') return null
  try {
    return { textId: decodeURIComponent(at), words: decodeURIComponent(words) }
  } catch {
    return null
  }
}
