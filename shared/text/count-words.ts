/** How many words a text has, as its language counts them. */

/** @param language BCP 47 tag of the text; one that nobody knows counts as any other. */
export function countWords(text: string, language: string): number {
  let words = 0
  for (const { isWordLike } of segmenterFor(language).segment(text)) {
    if (isWordLike === true) words += 1
  }
  return words
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  return segmenter
}
