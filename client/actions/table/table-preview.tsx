/** What each column of a pasted table becomes, and the first actions by their titles. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { oneLine } from '../../../shared/text/plain-text.ts'
import type { ActionDraft } from '../action-commands.ts'
import { useActionLabels } from '../action-labels.ts'
import type { ColumnKind, PlanColumn } from './plan-columns.ts'
import styles from './table-offer.module.css'

interface TablePreviewProps {
  readonly columns: readonly PlanColumn[]
  readonly drafts: readonly ActionDraft[]
}

const SHOWN = 4

export function TablePreview({ columns, drafts }: TablePreviewProps) {
  const { t } = useLingui()
  const kindWords = useKindWords()
  const more = drafts.length - SHOWN
  return (
    <>
      <dl className={styles['columns']}>
        {columns.map(({ heading, kind }) => (
          <div key={heading} className={styles['column']}>
            <dt>{heading === '' ? t`Column without a heading` : heading}</dt>
            <dd>{kindWords(kind)}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles['titles']}>
        {drafts.slice(0, SHOWN).map((draft, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other name
          <li key={at}>{oneLine(draft.texts?.title ?? []) || t`Action without a name`}</li>
        ))}
        {more > 0 && (
          <li className={styles['more']}>
            <Plural value={more} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
      <p className={styles['hint']}>
        <Trans>Dates and words that do not fit go to “How we do it”.</Trans>
      </p>
    </>
  )
}

function useKindWords(): (kind: ColumnKind | null) => string {
  const { t } = useLingui()
  const labels = useActionLabels()
  return (kind) => {
    switch (kind) {
      case 'owners':
        return t`Owner`
      case 'start':
        return t`Start`
      case 'due':
        return t`Deadline`
      case 'status':
        return t`Status`
      case null:
        return labels.description.label
      default:
        return labels[kind].label
    }
  }
}
