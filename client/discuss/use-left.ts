/** What was begun and left: at places, and in threads. Drawn again only when there is more or less. */
import { useMemo } from 'react'
import { useObserved } from '../open-plan/use-observable.ts'
import type { Begun } from './begun.ts'
import type { ShownThread } from './shown-threads.ts'
import { begunKeys, hasWords, type Unfinished } from './unfinished.ts'

/** @param current the key of what is being written now; null: nothing is. */
export function useLeftDrafts(unfinished: Unfinished, current: string | null): readonly Begun[] {
  const keys = useObserved(unfinished.words, (words) =>
    JSON.stringify(
      unfinished
        .begun()
        .map(({ key }) => key)
        .filter((key) => hasWords(words, key)),
    ),
  )
  return useMemo(() => {
    const left = new Set(JSON.parse(keys) as string[])
    return unfinished.begun().filter(({ key }) => left.has(key) && key !== current)
  }, [unfinished, keys, current])
}

/** By id, those in which a reply, a decision, a reason or a change of words was begun. */
export function useThreadsBegun(
  unfinished: Unfinished,
  threads: readonly ShownThread[],
): ReadonlySet<string> {
  const ids = useObserved(unfinished.words, (words) =>
    begunKeys(words)
      .flatMap((key) => /^[a-z]+:(?<id>[^/]+)$/.exec(key)?.groups?.['id'] ?? [])
      .join(' '),
  )
  return useMemo(() => {
    const begun = new Set(ids.split(' '))
    const isBegun = ({ threadId, messages }: ShownThread) =>
      begun.has(threadId) || messages.some(({ messageId }) => begun.has(messageId))
    return new Set(threads.filter(isBegun).map(({ threadId }) => threadId))
  }, [ids, threads])
}
