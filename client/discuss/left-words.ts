/** What of all that was begun and left are somebody's own words, for when nothing can be done with them any more. */
import type { Begun } from './begun.ts'
import { begunKeys, type Unfinished, type Words } from './unfinished.ts'

/** What words were begun as. */
export type BegunAs = Begun['mode'] | 'reply' | 'decision' | 'refuse' | 'edit'

export interface LeftWords {
  readonly key: string
  readonly as: BegunAs
  readonly words: string
}

const PARTS = ['/rewrite', '/title', '/description', '/words']
const IN_THREADS = ['reply', 'decision', 'refuse', 'edit'] as const

/** In the order they were begun: at places first, then in threads. */
export function leftWords(words: Words, begun: readonly Begun[]): readonly LeftWords[] {
  const atPlaces = begun.map(({ key, mode }) => ({
    key,
    as: mode,
    words: PARTS.map((part) => words.get(key + part)?.trim() ?? '')
      .filter((part) => part !== '')
      .join('\n\n'),
  }))
  const inThreads = [...words].flatMap(([key, said]) => {
    const as = IN_THREADS.find((one) => key.startsWith(`${one}:`))
    return as ? [{ key, as, words: said.trim() }] : []
  })
  return [...atPlaces, ...inThreads].filter(({ words: said }) => said !== '')
}

/** Lets go of what is only chosen: nobody can read that, nor miss it. */
export function dropChoices(unfinished: Unfinished): void {
  const words = unfinished.words.get()
  const own = leftWords(words, unfinished.begun())
  const choices = begunKeys(words).filter((key) => !own.some((left) => key.startsWith(left.key)))
  for (const key of choices) unfinished.drop(key)
}
