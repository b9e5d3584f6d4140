/** Which replies of a thread show, so that a talkative one leaves the others their places. Pure. */

/** 'usual': by whether the note is open; 'all', 'ends': as somebody chose. */
export type ShownReplies = 'usual' | 'all' | 'ends'

/** An open note shows so many; of more, the last of them. */
const MOST_IN_OPEN = 4
const LAST_IN_OPEN = 3

/** Is that too many for an open note to show them unasked? */
export function isTalkative(replies: number): boolean {
  return replies > MOST_IN_OPEN
}

interface Shown {
  readonly isOpen: boolean
  readonly shows: ShownReplies
}

/** How many of the first replies are hidden. */
export function hiddenReplies(replies: number, { isOpen, shows }: Shown): number {
  if (shows === 'all') return 0
  if (!isOpen || shows === 'ends') return Math.max(0, replies - 1)
  return isTalkative(replies) ? replies - LAST_IN_OPEN : 0
}
