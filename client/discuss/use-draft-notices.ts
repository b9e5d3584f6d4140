/** Tells what became of words that were begun: kept as a draft, or thrown away; with a way back. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../ui/announcer.tsx'
import { useNotice } from '../ui/notice.tsx'
import { hasWords, type Unfinished } from './unfinished.ts'

export interface DraftNotices {
  /**
   * Nothing when nothing was written.
   *
   * @param isSeen the draft is to be seen where one is: then only listeners are told.
   */
  readonly tellKept: (key: string, goOn: () => void, isSeen: boolean) => void
  /** To those who listen: it was emptied, so there is nothing to have back. */
  readonly tellThrownAway: () => void
  /**
   * Drops the words, and offers them back.
   *
   * @param goOn null: one cannot, they are only to be read.
   */
  readonly throwAway: (key: string, goOn: (() => void) | null) => void
}

export function useDraftNotices(unfinished: Unfinished): DraftNotices {
  const { t } = useLingui()
  const showNotice = useNotice()
  const announce = useAnnounce()
  /** Ends of notices that offer to go on here. */
  const offered = useRef(new Set<() => void>())
  useEffect(() => {
    const ends = offered.current
    return () => ends.forEach((end) => end())
  }, [])
  const thrownAway = t`The draft is thrown away`
  return {
    tellKept(key, goOn, isSeen) {
      if (!hasWords(unfinished.words.get(), key)) return
      const words = t`Your draft is kept here`
      if (isSeen) return announce(words)
      showNotice({
        words,
        action: { label: t`Go on writing`, onPress: goOn },
        passing(onOver) {
          const stop = unfinished.words.subscribe(() => {
            if (!hasWords(unfinished.words.get(), key)) onOver()
          })
          offered.current.add(onOver)
          return () => {
            offered.current.delete(onOver)
            stop()
          }
        },
      })
    },
    tellThrownAway: () => announce(thrownAway),
    throwAway(key, goOn) {
      const isWorthIt = hasWords(unfinished.words.get(), key)
      const bringBack = unfinished.drop(key)
      if (!isWorthIt) return
      showNotice({
        words: thrownAway,
        action: {
          label: t`Undo`,
          onPress: () => {
            bringBack()
            goOn?.()
          },
        },
      })
    },
  }
}
