/** Who changed a place last, and when, as the server has it on record. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { changedPlacesQuery } from '../api/history-queries.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import styles from './changed-by.module.css'
import { shortName } from './short-name.ts'

interface ChangedByProps {
  readonly planId: string
  /** As in shared/api/history.ts. */
  readonly place: string
}

/** Nothing while it is not known, and where nobody of the school wrote. */
export function ChangedBy({ planId, place }: ChangedByProps) {
  const { language } = useLanguage()
  const nowMs = useNow()
  const { entry } = useOpenPlan()
  const { data } = useQuery({
    ...changedPlacesQuery(planId),
    select: ({ places }) => places[place] ?? null,
  })
  if (!data?.by) return null
  const { name } = data.by
  const names = entry.members.map((member) => member.name)
  const short = shortName(name, names)
  const when = momentWords(data.atMs, nowMs, language)
  return (
    <span className={styles['changed']} data-not-copied="">
      <span className={styles['words']} title={`${name}, ${when}`} aria-hidden="true">
        {`${short}, ${when}`}
      </span>
      <VisuallyHidden>
        <Trans>
          Last changed by {name}, {when}
        </Trans>
      </VisuallyHidden>
    </span>
  )
}
