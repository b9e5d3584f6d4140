/**
 * Two names that are one to a class: however they are spaced, whichever letters are large, and
 * whatever stands in them that nobody sees.
 */

/** What is compared in place of a name. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
}
