/**
 * How much may be said. MAX_THREADS and MAX_MESSAGES of shared/api/threads.ts: a plan with a
 * comment on every sentence has some hundreds; above, a page that shows them all grows slow, and
 * it is a program that writes.
 */

/**
 * Deeds of one kind a minute by one person. Who comes back from a day without a network sends all that
 * waited at once, a hundred at most; nobody types so much.
 */
export const MAX_DEEDS_PER_MINUTE = 120

/** Lists a minute by one person: every deed of a colleague makes each of their windows ask. */
export const MAX_LISTS_PER_MINUTE = 600

/** Suggestions of one person that are accepted by one press; who made more, for them it is pressed again. */
export const MAX_ACCEPTED_AT_ONCE = 200
/** Each may be two hundred changes of a plan. */
export const MAX_ACCEPT_ALL_PER_MINUTE = 10

/** People called on in one message: with more of them, all of the plan are meant. */
export const MAX_MENTIONS = 20
