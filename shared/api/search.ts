/**
 * Words found in the plans of a school.
 *
 *   GET /api/schools/:schoolId/search?q=words   -> SearchHits
 *
 * Without case and accents ('ovelse' finds 'øvelse'), as the search inside a plan. Only in
 * plans that the one who asks may read; deleted plans and deleted actions are not found.
 * What was written is found within half a minute. 'bad-request': fewer than two letters.
 */
import { type Static, Type } from 'typebox'
import { Id } from './common.ts'

export const MOST_HITS = 30

export const SearchQuery = Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) })

/** A text that has the words; the one of a plan that changed last comes first. */
export const SearchHit = Type.Object({
  planId: Id,
  planTitle: Type.String(),
  /** Of the text: a field's, '<actionId>.<name>', or 'title' for the plan's own. */
  textId: Type.String(),
  /** null in a field of the template and in the plan's title. */
  actionId: Type.Union([Id, Type.Null()]),
  /** The field's label in the reader's language, or the action's title; '' in the plan's title. */
  place: Type.String(),
  excerpt: Type.String(),
  /** As they stand there. */
  words: Type.String(),
})
export type SearchHit = Static<typeof SearchHit>

export const SearchHits = Type.Object({
  hits: Type.Array(SearchHit, { maxItems: MOST_HITS }),
  /** There are others that are not shown. */
  isCut: Type.Boolean(),
})
export type SearchHits = Static<typeof SearchHits>
