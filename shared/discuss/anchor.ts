/**
 * Words of a text that a thread is on, so that they are found again after edits.
 *
 * Two ways, since each alone goes wrong: positions in the Yjs text die when a paragraph is
 * split before them or becomes a heading; a bare quote finds the wrong one of two twins.
 */

/** UTF-16 units of context kept on either side. */
export const CONTEXT_LENGTH = 24
/** Longest quote there is; a longer range is anchored by its beginning. */
export const MAX_QUOTE_LENGTH = 2000

export interface Anchor {
  /** Yjs relative position of the first character (assoc 0), base64 of its encoding. */
  readonly from: string
  /** Yjs relative position after the last character (assoc -1), base64. */
  readonly to: string
  /** The words as they stood; blocks and hard breaks are line ends. Never only white space. */
  readonly quote: string
  /** Up to CONTEXT_LENGTH characters before and after; shorter at an end of the text. */
  readonly before: string
  readonly after: string
  /**
   * The same words stood elsewhere in the text too, and this is how much of this context stood
   * round the most similar ones (see context-score.ts); absent: they stood nowhere else.
   */
  readonly rival?: number
}
