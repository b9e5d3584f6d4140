/** Taking a suggestion or not, for those who may, and taking it back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFailureWords } from '../api/failure-words.ts'
import { acceptSuggestion, takeSuggestionBack } from '../api/threads.ts'
import { Button } from '../ui/button.tsx'
import { useNotice } from '../ui/notice.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import type { ShownThread } from './shown-threads.ts'
import { isStale } from './suggestion-part.tsx'
import styles from './suggestion.module.css'
import { useDeed } from './use-deed.ts'

interface SuggestionButtonsProps {
  readonly thread: ShownThread
  /** Why it is refused is asked for elsewhere. */
  readonly onRefuse: () => void
}

/** For those who may decide: nothing for others. */
export function SuggestionButtons({ thread, onRefuse }: SuggestionButtonsProps) {
  const setting = useDiscussSetting()
  const failureWords = useFailureWords()
  const accepting = useAccepting(thread)
  const { suggestion, threadId } = thread
  const { entry } = setting
  if (!suggestion || thread.waiting || !entry.me.mayDecide) return null

  const isOpen = suggestion.state === 'open' && thread.state === 'open'
  const isOutdated = isOpen && isStale(thread, setting)
  const { problem } = accepting.deed
  return (
    <>
      {problem && !(isOutdated && problem === 'suggestion-stale') && (
        <p className={styles['problem']} role="alert">
          {failureWords(problem).title}. {failureWords(problem).advice}
        </p>
      )}
      {isOpen && (
        <>
          <Button
            size="small"
            tone={isOutdated ? 'plain' : 'main'}
            isPending={accepting.deed.isPending}
            onPress={accepting.accept}
          >
            <Trans>Accept</Trans>
          </Button>
          <Button size="small" data-opens="refuse" onPress={onRefuse}>
            <Trans>Decline</Trans>
          </Button>
        </>
      )}
      {suggestion.state === 'accepted' && (
        <Button
          size="small"
          icon="undo"
          isPending={accepting.deed.isPending}
          onPress={() => accepting.deed.run(takeSuggestionBack(entry, threadId))}
        >
          <Trans>Take it back</Trans>
        </Button>
      )}
    </>
  )
}

/** Accepting, with the way back beside it, since an accepted one leaves the margin. */
function useAccepting(thread: ShownThread) {
  const { t } = useLingui()
  const { entry, threads } = useDiscussSetting()
  const deed = useDeed()
  const failureWords = useFailureWords()
  const showNotice = useNotice()
  const { threadId } = thread
  const suggester = thread.by.name
  const takeBack = async () => {
    const problem = await threads.take(takeSuggestionBack(entry, threadId))
    if (problem) showNotice({ words: failureWords(problem).title })
  }
  return {
    deed,
    accept: () =>
      deed.run(acceptSuggestion(entry, threadId), () =>
        showNotice({
          words: t`The suggestion from ${suggester} is in the plan`,
          action: {
            label: t`Take it back`,
            onPress: () => void takeBack(),
          },
          passing: (onOver) =>
            threads.shown.subscribe(() => {
              const now = threads.shown.get()?.find((one) => one.threadId === threadId)
              if (now?.suggestion?.state !== 'accepted') onOver()
            }),
        }),
      ),
  }
}
