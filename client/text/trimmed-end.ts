/**
 * Words without certain characters at their end. In one pass from behind: an
 * expression like /x+$/ begins anew at every x of a long row of them.
 */
export function trimmedEnd(words: string, characters: string): string {
  let end = words.length
  while (end > 0 && characters.includes(words.charAt(end - 1))) end--
  return words.slice(0, end)
}
