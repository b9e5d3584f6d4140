/**
 * Words that were begun and neither sent nor given up, by what they are for: a place, a reply.
 * They stay in this window while the forms they stand in come and go, with a turned tablet, a
 * press beside the sheet, a thread that somebody resolves, a plan that is opened afresh.
 */
import { useState } from 'react'
import type { Draft } from './discuss-setting.ts'
import { placeName } from './place-name.ts'

export interface Unfinished {
  /** null: nothing was begun. */
  read(key: string): string | null
  keep(key: string, words: string): void
  /** All whose keys begin so: they were sent, or given up. */
  drop(begin: string): void
  readonly hasAny: boolean
}

export function createUnfinished(): Unfinished {
  const kept = new Map<string, string>()
  return {
    read: (key) => kept.get(key) ?? null,
    keep: (key, words) => void kept.set(key, words),
    drop(begin) {
      for (const key of kept.keys()) if (key.startsWith(begin)) kept.delete(key)
    },
    get hasAny() {
      return [...kept].some(([key, words]) => !key.endsWith('/mode') && words.trim() !== '')
    },
  }
}

/** What is begun at a place: the same when the plan is opened afresh, and its positions are others. */
export function draftKey({ place }: Pick<Draft, 'place'>): string {
  const anchor = place.kind === 'field' || place.kind === 'action' ? place.anchor : null
  return JSON.stringify([placeName(place), anchor?.quote, anchor?.before, anchor?.after])
}

/** Like useState, of words that outlive the component. */
export function useUnfinishedWords(
  unfinished: Unfinished,
  key: string,
  first: string,
): readonly [words: string, setWords: (words: string) => void] {
  const [words, setWords] = useState(() => unfinished.read(key) ?? first)
  const set = (now: string) => {
    if (now === first) unfinished.drop(key)
    else unfinished.keep(key, now)
    setWords(now)
  }
  return [words, set]
}
