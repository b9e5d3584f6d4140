/** The map of what changed and the versions at the side, the comparison on the paper. */
import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { problemOf } from '../api/request.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { ChangeMap } from './change-map.tsx'
import { HistoryHead } from './history-head.tsx'
import { HistoryPaper } from './history-paper.tsx'
import { HistoryProblem } from './history-problem.tsx'
import { useHistorySetting } from './history-setting.ts'
import { useCountWords } from './moment-words.ts'
import styles from './history-view.module.css'
import { type ComparedMoments, useComparedMoments } from './use-compared-moments.ts'
import { useHistoryChoice } from './use-history-choice.ts'
import { useLastVisit } from './use-last-visit.ts'
import { VersionsList } from './versions-list.tsx'

export function HistoryView() {
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const choice = useHistoryChoice(planId)
  useLastVisit(planId, choice)
  const { compared, error, retry } = useComparedMoments(planId, choice)

  if (error !== null && !compared) {
    return <HistoryProblem planId={planId} problem={problemOf(error)} onRetry={retry} />
  }
  if (!compared) {
    return <output className={styles['coming']}>{t`Looking up what has changed …`}</output>
  }
  return <ComparedView compared={compared} choice={choice} />
}

interface ComparedViewProps {
  readonly compared: ComparedMoments
  readonly choice: ReturnType<typeof useHistoryChoice>
}

function ComparedView({ compared, choice }: ComparedViewProps) {
  const { t } = useLingui()
  const { versions, wanted, comparison, isComing } = compared
  useTellCount(comparison.count, choice.view !== 'then' && !isComing)
  return (
    <div className={styles['bench']}>
      <aside className={styles['side']}>
        {choice.view !== 'then' && <ChangeMap comparison={comparison} />}
        <VersionsList versions={versions} from={wanted.from} choice={choice} />
      </aside>
      <div className={styles['paper']} data-coming={isComing}>
        {isComing && <output className={styles['soon']}>{t`Looking up what has changed …`}</output>}
        <HistoryHead compared={compared} choice={choice} isComing={isComing} />
        <HistoryPaper compared={compared} choice={choice} />
      </div>
    </div>
  )
}

/** Those who listen hear how much there is, when it is there and when it is another. */
function useTellCount(count: number, isTold: boolean): void {
  const announce = useAnnounce()
  const words = useCountWords()(count)
  useEffect(() => {
    if (isTold) announce(words)
  }, [announce, words, isTold])
}
