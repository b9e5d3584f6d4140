/**
 * Words that were begun and neither sent nor given up, by what they are for: a place, a reply.
 * They stay in this window while the forms they stand in come and go, with a turned tablet, a
 * press beside the sheet, a thread that somebody resolves, a plan that is opened afresh. What is
 * left so is shown as a draft where it belongs; what is given up can be had back.
 */
import { createObservable, type Observable } from '../open-plan/observable.ts'
import { useObserved } from '../open-plan/use-observable.ts'
import type { Begun } from './begun.ts'

/** By key: whose form they are in, and which part of it. */
export type Words = ReadonlyMap<string, string>

export interface Unfinished {
  readonly words: Observable<Words>
  keep(key: string, words: string): void
  /**
   * All whose keys begin so: they were sent, or given up.
   *
   * @returns brings them back.
   */
  drop(begin: string): () => void
  /** Where something is begun, for whoever goes on with it. */
  remember(begun: Begun): void
  /** What was begun at places and is not dropped, in its order. */
  begun(): readonly Begun[]
  readonly hasAny: boolean
}

/** Choices between forms, which are no words. */
const CHOICES = ['/mode', '/which']
/** Emptied, these words are suggested to be taken out. */
const REWRITE = '/rewrite'

export function createUnfinished(): Unfinished {
  const words = createObservable<Words>(new Map())
  const places = new Map<string, Begun>()
  return {
    words,
    keep: (key, now) => words.set(new Map(words.get()).set(key, now)),
    drop(begin) {
      const isMeant = (key: string) => key.startsWith(begin)
      const before = words.get()
      const dropped = [...before].filter(([key]) => isMeant(key))
      const left = [...places].filter(([key]) => isMeant(key))
      if (dropped.length > 0) words.set(new Map([...before].filter(([key]) => !isMeant(key))))
      for (const [key] of left) places.delete(key)
      return () => {
        for (const [key, begun] of left) places.set(key, begun)
        // What was begun there meanwhile stays.
        words.set(new Map([...dropped, ...words.get()]))
      }
    },
    remember: (begun) => void places.set(begun.key, begun),
    begun: () => [...places.values()],
    get hasAny() {
      return begunKeys(words.get()).length > 0
    },
  }
}

/** Is there anything whose key begins so? */
export function hasWords(words: Words, begin: string): boolean {
  return begunKeys(words).some((key) => key.startsWith(begin))
}

/** The keys of all that is worth keeping. */
export function begunKeys(words: Words): readonly string[] {
  return [...words].filter(isSomething).map(([key]) => key)
}

function isSomething([key, words]: readonly [string, string]): boolean {
  if (CHOICES.some((choice) => key.endsWith(choice))) return false
  return words.trim() !== '' || key.endsWith(REWRITE)
}

/** Like useState, of words that outlive the component. */
export function useUnfinishedWords(
  unfinished: Unfinished,
  key: string,
  first: string,
): readonly [words: string, setWords: (words: string) => void] {
  const words = useObserved(unfinished.words, (all) => all.get(key) ?? first)
  const setWords = (now: string) => {
    if (now === first) unfinished.drop(key)
    else unfinished.keep(key, now)
  }
  return [words, setWords]
}

/** Is anything left there? Drawn again only when that changes. */
export function useHasWords(unfinished: Unfinished, begin: string): boolean {
  return useObserved(unfinished.words, (all) => hasWords(all, begin))
}
