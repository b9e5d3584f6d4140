/** What was decided about the plan: each with its sentence, who noted it and when, and where. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { discussWishOf } from '../open-plan/discuss-wish.ts'
import { Button } from '../ui/button.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import styles from './decisions-dialog.module.css'
import { type MapPlaces, usePlaceTitle } from './place-titles.ts'
import type { ShownThread } from './shown-threads.ts'
import { useThreads } from './threads-of.ts'

interface DecisionsDialogProps {
  readonly places: MapPlaces
  readonly onClose: () => void
}

export function DecisionsDialog({ places, onClose }: DecisionsDialogProps) {
  const { t } = useLingui()
  const plan = useOpenPlan()
  const decided = decisionsOf(useObservable(useThreads(plan).shown) ?? [])
  return (
    <Modal title={t`Decisions`} isOpen onClose={onClose}>
      {decided.length === 0 ? (
        <p>
          <Trans>
            No decisions yet. When a discussion ends in one, note it there: then it stands here.
          </Trans>
        </p>
      ) : (
        <ol className={styles['list']}>
          {decided.map((thread) => (
            <Decision
              key={thread.threadId}
              thread={thread}
              places={places}
              onGo={() => {
                onClose()
                discussWishOf(plan).set({ kind: 'show', threadId: thread.threadId })
              }}
            />
          ))}
        </ol>
      )}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </ModalButtons>
    </Modal>
  )
}

/** The latest first. */
export function decisionsOf(threads: readonly ShownThread[]): readonly ShownThread[] {
  return threads
    .filter(({ decision }) => decision !== null)
    .toSorted((a, b) => (b.decision?.atMs ?? 0) - (a.decision?.atMs ?? 0))
}

interface DecisionProps extends Pick<DecisionsDialogProps, 'places'> {
  readonly thread: ShownThread
  readonly onGo: () => void
}

function Decision({ thread, places, onGo }: DecisionProps) {
  const { language } = useLanguage()
  const now = useNow()
  const title = usePlaceTitle(places)(thread.place)
  if (!thread.decision) return null
  const { sentence, by, atMs } = thread.decision
  return (
    <li className={styles['decision']}>
      <p className={styles['sentence']} dir="auto">
        {sentence}
      </p>
      <p className={styles['facts']}>
        {by.name} ·{' '}
        <time dateTime={new Date(atMs).toISOString()}>{momentWords(atMs, now, language)}</time>
      </p>
      <button type="button" className={styles['go']} onClick={onGo}>
        {title}
      </button>
    </li>
  )
}
