/**
 * Which words a browser loads when. Those of pages that most people see once come with their page,
 * so that nobody waits for them who wants to write; all else comes at the start.
 */
import type { Entry } from './translators-file.ts'

/** What comes at the start. */
export const MAIN = 'main'

/** The folders of `client/` whose words come with them; client/words/language.tsx loads them. */
export const APART = ['account', 'discuss', 'history', 'inbox', 'pupils', 'school', 'sign-in']

/** Every part of the pages' words. */
export const PARTS: readonly string[] = [MAIN, ...APART]

/**
 * The parts that a sentence is in: the start when it stands anywhere but in those folders.
 *
 * @param places where it stands, from the top of the project.
 */
export function partsOf({ places }: Pick<Entry, 'places'>): readonly string[] {
  const folders = places.flatMap((place) => /^client\/(.+)$/.exec(place)?.[1]?.split('/')[0] ?? [])
  const isEverywhere = folders.some((folder) => !APART.includes(folder))
  return isEverywhere ? [MAIN] : [...new Set(folders)]
}
