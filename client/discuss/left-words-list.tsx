/**
 * What one had begun to say about a plan, above the plan, where one does not read any more what is
 * said about it: to read, to copy, to throw away. Knows nothing of the plan: it may be closed too.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId } from 'react'
import { useObservable } from '../open-plan/use-observable.ts'
import { DraftSlip } from './draft-slip.tsx'
import { unfinishedOf } from './kept-in-window.ts'
import { type BegunAs, dropChoices, type LeftWords, leftWords } from './left-words.ts'
import styles from './left-words-list.module.css'
import note from './note.module.css'
import { useDraftNotices } from './use-draft-notices.ts'

interface LeftWordsListProps {
  readonly userId: string
  readonly planId: string
}

export function LeftWordsList({ userId, planId }: LeftWordsListProps) {
  const unfinished = unfinishedOf(userId, planId)
  const left = leftWords(useObservable(unfinished.words), unfinished.begun())
  const { throwAway } = useDraftNotices(unfinished)
  const titleId = useId()
  useEffect(() => dropChoices(unfinished), [unfinished])
  if (left.length === 0) return null
  return (
    <section className={styles['left']} aria-labelledby={titleId} data-discuss="">
      <h2 className={styles['title']} id={titleId}>
        <Trans>What you had begun to say</Trans>
      </h2>
      <p>
        <Trans>
          You do not take part any more in what is said about this plan. Your words are only in this
          window: copy what you need before you close it.
        </Trans>
      </p>
      {left.map((one) => (
        <LeftNote key={one.key} left={one} onThrowAway={() => throwAway(one.key, null)} />
      ))}
    </section>
  )
}

interface LeftNoteProps {
  readonly left: LeftWords
  readonly onThrowAway: () => void
}

function LeftNote({ left: { as, words }, onThrowAway }: LeftNoteProps) {
  const { t } = useLingui()
  const labels: Readonly<Record<BegunAs, string>> = {
    comment: t`Draft of a comment`,
    suggest: t`Draft of a suggestion`,
    reply: t`Draft of a reply`,
    decision: t`Draft of a decision`,
    refuse: t`Draft of why not`,
    edit: t`Draft of a change`,
  }
  const label = labels[as]
  return (
    <article
      className={note['note']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes the focus when the one beside it goes
      tabIndex={-1}
      aria-label={label}
      data-kind="draft"
    >
      <DraftSlip label={label} words={words} onGoOn={null} onThrowAway={onThrowAway} />
    </article>
  )
}
