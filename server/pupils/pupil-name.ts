/** Two names that are one to a class: however they are spaced and whichever letters are large. */

/** What is compared in place of a name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}
