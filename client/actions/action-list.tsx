/** The actions of one commitment: a ruled list of rows, one of which may be open as a card. */
import { Plural, Trans } from '@lingui/react/macro'
import type { Commitment } from '../../shared/plan/commitments.ts'
import type { Action, Evidence } from '../../shared/plan/plan.ts'
import { daysLate, STATUSES } from '../../shared/plan/status.ts'
import { Button } from '../ui/button.tsx'
import { useStatusCount } from '../ui/status-words.ts'
import { ActionEntry } from './action-entry.tsx'
import styles from './action-list.module.css'
import { useActionSetting } from './action-setting.ts'
import { DeletedActions } from './deleted-actions.tsx'
import { useActionCommands } from './use-action-commands.ts'
import { useOpenedAction } from './opened-action.ts'

interface ActionListProps {
  readonly commitment: Commitment
  readonly number: number
  /** In their order, those of this commitment. */
  readonly actions: readonly Action[]
  readonly deleted: readonly Action[]
  /** Of the whole plan. */
  readonly evidence: readonly Evidence[]
}

export function ActionList({ commitment, number, actions, deleted, evidence }: ActionListProps) {
  const { mayWrite } = useActionSetting()
  const commands = useActionCommands()
  const { open } = useOpenedAction()
  const headId = `actions-${commitment}`

  return (
    <div>
      <div className={styles['head']}>
        <h3 id={headId} tabIndex={-1}>
          <Trans>Actions</Trans>
        </h3>
        <Counts actions={actions} />
      </div>
      {actions.length === 0 && (
        <p className={styles['none']} data-not-copied="">
          <NoActions mayWrite={mayWrite} />
        </p>
      )}
      {actions.map((action, index) => (
        <ActionEntry
          key={action.id}
          action={action}
          number={`${number}.${index + 1}`}
          place={index + 1}
          count={actions.length}
          evidence={evidence}
        />
      ))}
      {mayWrite && (
        <div className={styles['add']}>
          <Button icon="plus" onPress={() => open(commands.create(commitment), 'title')}>
            <Trans>New action</Trans>
          </Button>
        </div>
      )}
      <div
        className={styles['suggest']}
        data-comments-at={`new-action:${commitment}`}
        data-not-copied=""
      />
      <DeletedActions actions={deleted} />
    </div>
  )
}

function NoActions({ mayWrite }: { readonly mayWrite: boolean }) {
  if (!mayWrite) return <Trans>No actions yet.</Trans>
  return (
    <Trans>
      No actions yet. Three to five are enough: one verb, one name, a date and something to count.
    </Trans>
  )
}

function Counts({ actions }: { readonly actions: readonly Action[] }) {
  const { today } = useActionSetting()
  const statusCount = useStatusCount()
  const counts = STATUSES.map((status) => ({
    status,
    count: actions.filter((action) => action.status === status).length,
  })).filter(({ count }) => count > 0)
  const late = actions.filter((action) => daysLate(action, today) > 0).length
  if (actions.length === 0) return null

  return (
    <span className={styles['counts']} data-not-copied="">
      {counts.map(({ status, count }) => statusCount(status, count)).join(', ')}
      {late > 0 && (
        <>
          {', '}
          <Plural value={late} one="# late" other="# late" />
        </>
      )}
    </span>
  )
}
