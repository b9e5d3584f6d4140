/**
 * What others have changed since I was last here: one calm line above the plan that leads to the
 * difference. It comes when nobody types here, and can be put away.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Link } from 'wouter'
import { IconButton } from '../ui/icon-button.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import { historyAddress } from './history-choice.ts'
import styles from './since-last-note.module.css'
import { useSinceLast } from './use-since-last.ts'
import { useWhileNobodyTypes } from './use-while-nobody-types.ts'

interface SinceLastNoteProps {
  readonly planId: string
  readonly myMemberId: string
}

/** Put away for as long as the program is open: by plan and moment. */
const putAway = new Set<string>()

export function SinceLastNote({ planId, myMemberId }: SinceLastNoteProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const nowMs = useNow()
  const news = useSinceLast(planId, myMemberId)
  const key = `${planId} ${news?.seq}`
  const [isPutAway, setPutAway] = useState(false)
  const isWanted = news !== null && !isPutAway && !putAway.has(key)
  const isShown = useWhileNobodyTypes(isWanted)
  if (!isShown || !news) return null

  const when = momentWords(news.atMs, nowMs, language)
  const done = () => {
    putAway.add(key)
    setPutAway(true)
  }
  return (
    <aside className={styles['note']} aria-label={t`Since you were last here`} data-not-copied="">
      <Link
        href={historyAddress(planId, { from: news.seq })}
        className={styles['link']}
        onClick={() => putAway.add(key)}
      >
        <Trans>See what has changed since you were last here ({when})</Trans>
      </Link>
      {news.names.length > 0 && <span className={styles['names']}>{news.names.join(', ')}</span>}
      <span className={styles['close']}>
        <IconButton icon="close" size="small" label={t`Put this line away`} onPress={done} />
      </span>
    </aside>
  )
}
