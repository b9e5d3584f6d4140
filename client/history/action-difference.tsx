/** An action with what became of it: its number and title, what changed in its facts and texts. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { commitmentNumber } from '../../shared/plan/commitments.ts'
import { type ActionChange, commitmentOf } from '../../shared/plan/plan-difference.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { actionTextId } from '../open-plan/place-of.ts'
import { ActionFacts } from './action-facts.tsx'
import styles from './action-difference.module.css'
import { ActionTexts } from './action-texts.tsx'
import { ChangeNote, Gone, New } from './changed.tsx'
import { useActionName, useCommitmentName } from './history-names.ts'
import { LineDifference } from './line-difference.tsx'
import type { PaperAction } from './paper-content.ts'
import { PlaceLink } from './place-link.tsx'

interface ActionDifferenceProps {
  readonly action: PaperAction
  readonly isWhole: boolean
  /** What one can do with it. */
  readonly deed: ReactNode
}

export function ActionDifference({ action: { change }, isWhole, deed }: ActionDifferenceProps) {
  const actionName = useActionName()
  return (
    <article className={styles['action']} id={`changed-${change.action.id}`}>
      <div className={styles['head']}>
        <Number change={change} />
        <div>
          <Standing change={change} />
          <h4 className={styles['title']}>
            <Title change={change} />
          </h4>
        </div>
        {deed}
      </div>
      <div className={styles['body']}>
        <ActionFacts change={change} isWhole={isWhole} />
        <ActionTexts change={change} isWhole={isWhole} />
        {isChanged(change) && (
          <PlaceLink
            textId={actionTextId(change.action.id, 'title')}
            name={actionName(change.action)}
          />
        )}
      </div>
    </article>
  )
}

/** And is in the plan. */
function isChanged({ before, after, parts, isReordered }: ActionChange): boolean {
  return after.kind === 'here' && (before.kind !== 'here' || parts.length > 0 || isReordered)
}

function Number({ change }: { readonly change: ActionChange }) {
  const { before, after } = change
  const place = after.kind === 'here' ? after : before
  if (place.kind !== 'here') return <span />
  return (
    <span className={styles['number']}>
      {`${commitmentNumber(commitmentOf(change))}.${place.number}`}
    </span>
  )
}

function Standing({ change }: { readonly change: ActionChange }) {
  const words = useStandingWords(change)
  return words && <ChangeNote>{words}</ChangeNote>
}

/** What became of the action as a whole; null: nothing. */
function useStandingWords({ before, after, isReordered }: ActionChange): ReactNode {
  const commitmentName = useCommitmentName()
  if (after.kind !== 'here') {
    if (before.kind === 'here') return <Trans>Deleted action</Trans>
    if (before.kind === 'absent') return <Trans>Made and deleted again</Trans>
    return <Trans>Among the deleted actions</Trans>
  }
  if (before.kind === 'absent') return <Trans>New action</Trans>
  if (before.kind === 'deleted') return <Trans>Brought back</Trans>
  const from = commitmentName(before.commitment)
  const was = before.number
  if (before.commitment !== after.commitment) return <Trans>Moved here from {from}</Trans>
  return isReordered ? <Trans>Was number {was}</Trans> : null
}

function Title({ change }: { readonly change: ActionChange }) {
  const actionName = useActionName()
  const part = change.parts.find((one) => one.part === 'text' && one.name === 'title')
  if (part?.part === 'text') {
    const lines = part.text.flatMap((block) => {
      if (block.kind === 'line') return [<LineDifference key="line" runs={block.runs} />]
      if (block.kind === 'gone') return [<Gone key="gone">{oneLine([block.block])}</Gone>, ' ']
      if (block.kind === 'new') return [<New key="new">{oneLine([block.block])}</New>]
      return block.kind === 'same' ? [oneLine([block.block])] : []
    })
    return <>{lines}</>
  }
  const name = actionName(change.action)
  if (change.after.kind !== 'here') return <Gone>{name}</Gone>
  return change.before.kind === 'here' ? name : <New>{name}</New>
}
