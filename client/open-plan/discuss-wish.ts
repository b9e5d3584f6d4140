/**
 * What somebody wants of the discussion round a plan, from anywhere on its page: the tools of a
 * text, a key, a command, an address. What answers is loaded after one can type
 * (client/discuss); until then the wish waits.
 *
 * One per open plan, not a React context: texts and tools know nothing of the discussion.
 */
import { createObservable, type Subject } from './observable.ts'
import type { OpenPlan } from './open-plan.ts'

/** A place that has a name on the page: as `data-comments-at` writes it. */
export type DiscussWish =
  /** Say something about the words that are chosen in a text; without any, about that text. */
  | { readonly kind: 'comment-on-words' }
  /** Say something about a place: 'plan', 'section:…', 'field:…', 'action:…'. */
  | { readonly kind: 'comment-at'; readonly place: string }
  /** Suggest an action in a section. */
  | { readonly kind: 'suggest-action'; readonly sectionId: string }
  /** Go to what is said; null: to the first of it, and from there back to the text. */
  | { readonly kind: 'show'; readonly threadId: string | null }

/** null: nothing is wanted (any more): who answers sets it so. */
const wishes = new WeakMap<OpenPlan, Subject<DiscussWish | null>>()

export function discussWishOf(plan: OpenPlan): Subject<DiscussWish | null> {
  const known = wishes.get(plan)
  if (known) return known
  const wish = createObservable<DiscussWish | null>(null)
  wishes.set(plan, wish)
  return wish
}
