/** An action as a row: number, title, status, and the facts one looks for. Opens into its card. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Action, Evidence } from '../../shared/plan/plan.ts'
import { daysLate } from '../../shared/plan/status.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { StaticText } from '../text/static-text.tsx'
import { EvidenceList } from '../ui/evidence-list.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { UntilFound } from '../ui/until-found.tsx'
import { usePrinting } from '../ui/use-printing.ts'
import { useQuietMoment } from '../ui/quiet-moment.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useStatusWords } from '../ui/status-words.ts'
import { useActionLabels } from './action-labels.ts'
import styles from './action-row.module.css'
import { useActionSetting } from './action-setting.ts'
import { CheckIns } from './check-ins.tsx'
import { LateNote } from './late-note.tsx'
import { isFocusWanted, useOpenedAction } from './opened-action.ts'
import { OwnerNames } from './owner-names.tsx'
import { PeopleAt } from './people-at.tsx'

interface ActionRowProps {
  readonly action: Action
  readonly number: string
  /** Of this action. */
  readonly evidence: readonly Evidence[]
  readonly onHeadKeyDown: (event: KeyboardEvent) => void
}

export function ActionRow({ action, number, evidence, onHeadKeyDown }: ActionRowProps) {
  const { language } = useLanguage()
  const labels = useActionLabels()
  const { due, owners, texts } = action

  return (
    <article className={styles['row']} id={`action-${action.id}`} data-action-id={action.id}>
      <RowHead action={action} number={number} onHeadKeyDown={onHeadKeyDown} />
      <dl className={styles['facts']}>
        <Fact label={<Trans>Owner</Trans>}>
          {owners.length > 0 && <OwnerNames owners={owners} />}
        </Fact>
        <Fact label={<Trans>Deadline</Trans>}>{due && shortDate(due, language)}</Fact>
        <Fact label={labels.indicator.label}>{oneLine(texts.indicator)}</Fact>
        <Fact label={labels.pupilsPart.label}>{oneLine(texts.pupilsPart)}</Fact>
      </dl>
      <RowRest action={action} evidence={evidence} />
    </article>
  )
}

/** The rest of the action: on paper, and when the browser's find in page finds something in it. */
const RowRest = memo(function RowRest(props: Pick<ActionRowProps, 'action' | 'evidence'>) {
  const { action, evidence } = props
  const { language } = useLanguage()
  const labels = useActionLabels()
  const isPrinting = usePrinting()
  const isQuiet = useQuietMoment()
  const [isFound, setFound] = useState(false)
  const { start, texts, checkIns } = action
  if (!isQuiet && !isPrinting) return null

  return (
    <UntilFound isOpen={isFound || isPrinting} onFound={() => setFound(true)}>
      <dl className={styles['more']}>
        {start && <Fact label={<Trans>Start</Trans>}>{shortDate(start, language)}</Fact>}
        <TextFact label={labels.goal.label} text={texts.goal} />
        <TextFact label={labels.description.label} text={texts.description} />
        <TextFact label={labels.resources.label} text={texts.resources} />
      </dl>
      <CheckIns checkIns={checkIns} />
      <EvidenceList evidence={evidence} />
    </UntilFound>
  )
})

type RowHeadProps = Pick<ActionRowProps, 'action' | 'number' | 'onHeadKeyDown'>

function RowHead({ action, number, onHeadKeyDown }: RowHeadProps) {
  const { t } = useLingui()
  const { today } = useActionSetting()
  const statusWords = useStatusWords()
  const { open, wanted, focused } = useOpenedAction()
  const button = useRef<HTMLButtonElement>(null)
  const isWanted = isFocusWanted(wanted, action.id, 'row')

  useEffect(() => {
    if (!isWanted) return
    button.current?.focus()
    focused()
  }, [isWanted, focused])

  return (
    <div className={styles['line']}>
      <span className={styles['number']} data-not-copied="">
        {number}
      </span>
      <div className={styles['name']}>
        <h4 className={styles['title']}>
          <button
            ref={button}
            type="button"
            aria-expanded={false}
            onClick={() => open(action.id, 'card')}
            onKeyDown={onHeadKeyDown}
          >
            {oneLine(action.texts.title) || t`Action without a name`}
          </button>
        </h4>
        <span data-comments-at={`action:${action.id}`} data-not-copied="" />
      </div>
      <PeopleAt actionId={action.id} />
      <div className={styles['state']}>
        <span className={styles['status']}>
          <StatusMark status={action.status} />
          {statusWords[action.status]}
        </span>{' '}
        <LateNote days={daysLate(action, today)} />
      </div>
    </div>
  )
}

interface FactProps {
  readonly label: ReactNode
  readonly children: ReactNode
}

function Fact({ label, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children || '–'}</dd>
    </div>
  )
}

function TextFact({ label, text }: { readonly label: string; readonly text: RichText }) {
  if (text.length === 0) return null
  return (
    <Fact label={label}>
      <StaticText text={text} checkboxLabel={(words) => words} />
    </Fact>
  )
}
