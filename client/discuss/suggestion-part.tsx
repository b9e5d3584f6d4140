/** What a suggestion would change, what became of it, and for those who may: taking it or not. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { acceptSuggestion, takeSuggestionBack } from '../api/threads.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useNotice } from '../ui/notice.tsx'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { type DiscussSetting, useDiscussSetting } from './discuss-setting.ts'
import { factOf, isSameFact, useFactWords } from './fact-words.ts'
import { usePartNames } from './place-titles.ts'
import type { ShownThread } from './shown-threads.ts'
import styles from './suggestion.module.css'
import { useDeed } from './use-deed.ts'
import { WordChange } from './word-change.tsx'

interface SuggestionPartProps {
  readonly thread: ShownThread
}

export function SuggestionPart({ thread }: SuggestionPartProps) {
  const setting = useDiscussSetting()
  const { suggestion } = thread
  if (!suggestion) return null
  const isOpen = suggestion.state === 'open' && thread.state === 'open'
  return (
    <div className={styles['suggestion']}>
      <Change thread={thread} change={suggestion.change} />
      {isOpen && isStale(thread, setting) && <StaleNote thread={thread} />}
      {!isOpen && <Outcome thread={thread} />}
    </div>
  )
}

/** Does what it would change read otherwise by now? The school says so too when it is accepted. */
export function isStale(
  { place, suggestion, waiting }: ShownThread,
  { actionOf, wordsAt, anchoredWords }: DiscussSetting,
): boolean {
  if (!suggestion || waiting) return false
  const { change } = suggestion
  if (change.kind === 'new-action') return false
  if (change.kind === 'fact') {
    const action = place.kind === 'action' ? actionOf(place.actionId) : null
    return action === null || !isSameFact(factOf(action, change.fact), change.from)
  }
  const anchor = place.kind === 'field' || place.kind === 'action' ? place.anchor : null
  return anchor === null ? wordsAt(place) !== '' : anchoredWords(place) !== anchor.quote
}

interface ChangeProps extends SuggestionPartProps {
  readonly change: SuggestedChange
}

function Change({ thread, change }: ChangeProps) {
  const { language } = useLanguage()
  const factWords = useFactWords()
  const partNames = usePartNames()
  switch (change.kind) {
    case 'words': {
      const { place } = thread
      const anchor = place.kind === 'field' || place.kind === 'action' ? place.anchor : null
      return <WordChange before={anchor?.quote ?? ''} after={change.words} />
    }
    case 'fact': {
      const { from, to } = factWords(change)
      return (
        <p className={styles['fact']}>
          <span className={styles['factName']}>{partNames[change.fact]}</span> <del>{from}</del>{' '}
          <ins>{to}</ins>
        </p>
      )
    }
    case 'new-action':
      return (
        <div className={styles['fact']}>
          <span className={styles['factName']}>
            <Trans>New action</Trans>
          </span>{' '}
          <ins>{change.title}</ins>
          {change.description !== '' && <p className={styles['diff']}>{change.description}</p>}
          {change.due && (
            <p>
              {partNames.due}: {shortDate(change.due, language)}
            </p>
          )}
        </div>
      )
  }
}

function StaleNote({ thread }: SuggestionPartProps) {
  const { goToPlace } = useDiscussSetting()
  return (
    <div className={styles['stale']}>
      <p>
        <Icon name="warning" />
        <Trans>Look at it once more: what it would change reads otherwise by now.</Trans>
      </p>
      <Button size="small" tone="quiet" onPress={() => goToPlace(thread.place)}>
        <Trans>Go to the place</Trans>
      </Button>
    </div>
  )
}

/** Credited to both: who suggested, and who took it. */
function Outcome({ thread: { by, suggestion } }: SuggestionPartProps) {
  if (!suggestion?.settledBy) return null
  const { state, reason } = suggestion
  const [suggester, settler] = [by.name, suggestion.settledBy.name]
  const lines: Readonly<Record<typeof state, ReactNode>> = {
    open: null,
    accepted: (
      <Trans>
        Suggested by {suggester}, accepted by {settler}
      </Trans>
    ),
    refused: (
      <Trans>
        Suggested by {suggester}, declined by {settler}
      </Trans>
    ),
    'taken-back': (
      <Trans>
        Suggested by {suggester}, accepted and taken back by {settler}
      </Trans>
    ),
  }
  return (
    <div className={styles['outcome']}>
      <p>{lines[state]}</p>
      {reason !== null && (
        <p className={styles['reason']} dir="auto">
          {reason}
        </p>
      )}
    </div>
  )
}

interface SuggestionButtonsProps extends SuggestionPartProps {
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
  const showNotice = useNotice()
  const { threadId } = thread
  const suggester = thread.by.name
  return {
    deed,
    accept: () =>
      deed.run(acceptSuggestion(entry, threadId), () =>
        showNotice({
          words: t`The suggestion from ${suggester} is in the plan`,
          action: {
            label: t`Take it back`,
            onPress: () => void threads.take(takeSuggestionBack(entry, threadId)),
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
