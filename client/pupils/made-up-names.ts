/** Names for pupils who would rather not think of one, and what a full name looks like. */

const OFFERED = 3
const NUMBERS = 98

/** 'Otter 7', each time others. @param random as Math.random */
export function madeUpNames(animals: readonly string[], random: () => number): readonly string[] {
  const left = [...animals]
  return Array.from({ length: Math.min(OFFERED, animals.length) }, () => {
    const [animal = ''] = left.splice(Math.floor(random() * left.length), 1)
    return `${animal} ${2 + Math.floor(random() * NUMBERS)}`
  })
}

/** Two words or more that begin with a large letter: 'Nora Hansen', 'Nora B. Hansen'. */
export function looksLikeFullName(name: string): boolean {
  const words = name.trim().split(/\s+/)
  return words.filter((word) => /^\p{Lu}\p{Ll}+/u.test(word)).length >= 2
}

/** The name with another number after it: for the second Nora. @param random as Math.random */
export function similarName(name: string, random: () => number): string {
  const alone = name
    .replace(/\s*\d*\s*$/, '')
    .trim()
    .slice(0, 36)
  return `${alone} ${2 + Math.floor(random() * NUMBERS)}`
}
