/** Tells what became of words that were begun: kept as a draft, or thrown away; with a way back. */
import { useLingui } from '@lingui/react/macro'
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
  /** Drops the words, and offers them back. */
  readonly throwAway: (key: string, goOn: () => void) => void
}

export function useDraftNotices(unfinished: Unfinished): DraftNotices {
  const { t } = useLingui()
  const showNotice = useNotice()
  const announce = useAnnounce()
  return {
    tellKept(key, goOn, isSeen) {
      if (!hasWords(unfinished.words.get(), key)) return
      const words = t`Your draft is kept here`
      if (isSeen) return announce(words)
      showNotice({
        words,
        action: { label: t`Go on writing`, onPress: goOn },
        passing: (onOver) =>
          unfinished.words.subscribe(() => {
            if (!hasWords(unfinished.words.get(), key)) onOver()
          }),
      })
    },
    throwAway(key, goOn) {
      const isWorthIt = hasWords(unfinished.words.get(), key)
      const bringBack = unfinished.drop(key)
      if (!isWorthIt) return
      showNotice({
        words: t`The draft is thrown away`,
        action: {
          label: t`Undo`,
          onPress: () => {
            bringBack()
            goOn()
          },
        },
      })
    },
  }
}
