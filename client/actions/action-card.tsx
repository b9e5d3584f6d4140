/**
 * An action open for editing: status, owners, dates and all its texts. For
 * those who may not write the same card, to read.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Action, Evidence } from '../../shared/plan/plan.ts'
import { daysLate, STATUSES } from '../../shared/plan/status.ts'
import { Segments } from '../ui/segments.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { useStatusWords } from '../ui/status-words.ts'
import { ActionDates } from './action-dates.tsx'
import styles from './action-card.module.css'
import { ActionOwners } from './action-owners.tsx'
import { ActionText } from './action-text.tsx'
import { useActionSetting } from './action-setting.ts'
import { CardFoot } from './card-foot.tsx'
import { CardMore } from './card-more.tsx'
import { LateNote } from './late-note.tsx'
import { isFocusWanted, useOpenedAction } from './opened-action.ts'
import { PeopleAt } from './people-at.tsx'
import { useActionCommands } from './use-action-commands.ts'

interface ActionCardProps {
  readonly action: Action
  readonly number: string
  readonly place: number
  readonly count: number
  /** Of this action. */
  readonly evidence: readonly Evidence[]
  readonly onHeadKeyDown: (event: KeyboardEvent) => void
  readonly onStep: (by: -1 | 1) => void
}

export function ActionCard(props: ActionCardProps) {
  const { action, number, place, count, evidence, onHeadKeyDown, onStep } = props
  const { t } = useLingui()
  const { mayWrite } = useActionSetting()
  const { close } = useOpenedAction()
  const card = useCardFocus(action)

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys on the frame that holds the focus
    <article
      ref={card}
      className={styles['card']}
      id={`action-${action.id}`}
      data-action-id={action.id}
      tabIndex={-1}
      aria-label={
        mayWrite ? t`Action ${number}, open for editing` : t`Action ${number}, open for reading`
      }
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        if (event.key === 'Escape') close(action.id)
        else onHeadKeyDown(event)
      }}
    >
      <CardHead action={action} number={number} onKeyDown={onHeadKeyDown} />
      <div className={styles['parts']}>
        <CardStatus action={action} />
        <ActionOwners action={action} />
        <ActionDates action={action} />
      </div>
      <div className={styles['parts']}>
        <ActionText action={action} name="description" kind="rich" />
        <ActionText action={action} name="indicator" kind="line" />
        <ActionText action={action} name="pupilsPart" kind="line" />
      </div>
      <CardMore action={action} evidence={evidence} />
      <CardFoot action={action} place={place} count={count} onStep={onStep} />
    </article>
  )
}

interface CardHeadProps {
  readonly action: Action
  readonly number: string
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function CardHead({ action, number, onKeyDown }: CardHeadProps) {
  const { today } = useActionSetting()
  const { wanted, focused } = useOpenedAction()
  const isTitleWanted = wanted?.id === action.id && wanted.focus === 'title'
  const head = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isTitleWanted) return
    // A command makes actions far away, and an editor that takes the focus scrolls nothing.
    if (head.current && !isInWindow(head.current)) head.current.scrollIntoView({ block: 'center' })
    focused()
  }, [isTitleWanted, focused])

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed in the title are heard here
    <div ref={head} className={styles['head']} onKeyDown={onKeyDown}>
      <span className={styles['number']} data-not-copied="">
        {number}
      </span>
      <div className={styles['name']}>
        <h4 className={styles['title']}>
          <ActionText action={action} name="title" kind="line" isBare takesFocus={isTitleWanted} />
        </h4>
        <span data-comments-at={`action:${action.id}`} data-not-copied="" />
      </div>
      <PeopleAt actionId={action.id} />
      <div className={styles['late']}>
        <LateNote days={daysLate(action, today)} />
      </div>
    </div>
  )
}

function isInWindow(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

function CardStatus({ action }: { readonly action: Action }) {
  const { mayWrite } = useActionSetting()
  const commands = useActionCommands()
  const statusWords = useStatusWords()
  const labelId = useId()
  return (
    <>
      <div className={styles['label']}>
        <span id={labelId}>
          <Trans>Status</Trans>
        </span>
        <span data-comments-at={`action:${action.id}:status`} data-not-copied="" />
      </div>
      <Segments
        labelledBy={labelId}
        value={action.status}
        isReadOnly={!mayWrite}
        onChange={(status) => commands.setStatus(action.id, status)}
        segments={STATUSES.map((status) => ({
          value: status,
          label: statusWords[status],
          mark: <StatusMark status={status} />,
        }))}
      />
    </>
  )
}

/** The frame takes the focus when the card was opened by its row or has moved. */
function useCardFocus(action: Action) {
  const card = useRef<HTMLElement>(null)
  const { wanted, focused } = useOpenedAction()
  const isWanted = isFocusWanted(wanted, action.id, 'card')
  useEffect(() => {
    if (!isWanted) return
    card.current?.focus()
    focused()
  }, [isWanted, focused])
  return card
}
