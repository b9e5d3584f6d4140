/**
 * The letter that a thread goes by on the page, on its words and on its note: by its number,
 * so that it is the same for all, and stays when others are resolved.
 */

/** 1 is 'a', 26 'z', 27 'aa'; of one that waits to be sent: a dot. */
export function letterOf(number: number): string {
  if (number < 1) return '·'
  const [rest, last] = [Math.floor((number - 1) / 26), (number - 1) % 26]
  return (rest > 0 ? letterOf(rest) : '') + String.fromCodePoint(97 + last)
}
