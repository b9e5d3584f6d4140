/**
 * Offers to make actions of a table that was just pasted: what its columns become,
 * and where the actions go. A no leaves it in the text, where it already stands.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { membersHere } from '../../../shared/access/members-here.ts'
import { type Commitment, isCommitment } from '../../../shared/plan/commitments.ts'
import { useOpenPlan } from '../../open-plan/use-open-plan.ts'
import { usePlanReading, wholePlan } from '../../open-plan/use-plan-reading.ts'
import type { PastedTable } from '../../text/paste/pasted.ts'
import { Button } from '../../ui/button.tsx'
import { Modal, ModalButtons } from '../../ui/modal.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useActionSetting } from '../action-setting.ts'
import { createTableActions } from './create-table-actions.ts'
import { planColumns } from './plan-columns.ts'
import { MAX_TABLE_ACTIONS, tableActions } from './table-actions.ts'
import styles from './table-offer.module.css'
import { TablePreview } from './table-preview.tsx'

interface TableOfferProps {
  readonly table: PastedTable
  /** The text that it was pasted into. */
  readonly fieldId: string
  /** Takes the words of the table out of that text again. */
  readonly takeWords: () => void
  /** @param isKept the table stays as words. */
  readonly onClose: (isKept: boolean) => void
}

export function TableOffer({ table, fieldId, takeWords, onClose }: TableOfferProps) {
  const { t } = useLingui()
  const columns = planColumns(table)
  const count = table.rows.length - 1
  const isPlan = columns !== null
  useEffect(() => {
    if (!isPlan) onClose(true)
  }, [isPlan, onClose])
  if (columns === null) return null

  return (
    <Modal title={t`This looks like a plan of actions`} isOpen onClose={() => onClose(true)}>
      {count > MAX_TABLE_ACTIONS ? (
        <TooMany count={count} onClose={() => onClose(true)} />
      ) : (
        <Offer {...{ table, columns, fieldId, takeWords, onClose }} />
      )}
    </Modal>
  )
}

interface OfferProps extends TableOfferProps {
  readonly columns: NonNullable<ReturnType<typeof planColumns>>
}

function Offer({ table, columns, fieldId, takeWords, onClose }: OfferProps) {
  const { t } = useLingui()
  const openPlan = useOpenPlan()
  const { actions } = usePlanReading(wholePlan)
  const { commitments, members } = useActionSetting()
  const showNotice = useNotice()
  const selectId = useId()
  const near = useCommitmentNear(fieldId)
  const [chosen, setChosen] = useState<Commitment>(near)
  const drafts = tableActions(table, columns, membersHere(members))
  const { length: count } = drafts

  const make = (event: FormEvent) => {
    event.preventDefault()
    // The dialog holds the focus as long as it is there.
    flushSync(() => onClose(false))
    const after = actions.findLast(({ commitment }) => commitment === chosen)?.rank ?? null
    createTableActions(openPlan, { commitment: chosen, drafts, after, takeWords })
    document.getElementById(`actions-${chosen}`)?.focus()
    const title = commitments.find(({ commitment }) => commitment === chosen)?.title ?? ''
    showNotice({
      words: t`The actions are in “${title}”, after those that were there.`,
      action: { label: t`Undo`, onPress: () => openPlan.undo.undo() },
    })
  }
  return (
    <form className={styles['offer']} data-text-tools="" onSubmit={make}>
      <p>
        <Plural
          value={count}
          one="Shall it become an action? Nothing in it is lost."
          other="Shall the rows become # actions? Nothing in them is lost."
        />
      </p>
      <TablePreview columns={columns} drafts={drafts} />
      <label className={styles['label']} htmlFor={selectId}>
        <Trans>Commitment</Trans>
      </label>
      <select
        id={selectId}
        className={styles['select']}
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          if (isCommitment(value)) setChosen(value)
        }}
      >
        {commitments.map(({ commitment, number, title }) => (
          <option key={commitment} value={commitment}>
            {number} {title}
          </option>
        ))}
      </select>
      <ModalButtons>
        <Button onPress={() => onClose(true)}>
          <Trans>No, keep it as text</Trans>
        </Button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the answer that the dialog asks for */}
        <Button tone="main" type="submit" autoFocus>
          <Plural value={count} one="Make an action" other="Make # actions" />
        </Button>
      </ModalButtons>
    </form>
  )
}

function TooMany({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  return (
    <div data-text-tools="">
      <p>
        <Trans>
          It has {count} rows, and at most {MAX_TABLE_ACTIONS} can become actions at a time. It
          stands in the text as it is; paste fewer rows to make actions of them.
        </Trans>
      </p>
      <ModalButtons>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the only answer there is */}
        <Button tone="main" onPress={onClose} autoFocus>
          <Trans>Close</Trans>
        </Button>
      </ModalButtons>
    </div>
  )
}

/** The commitment that a text belongs to, by its own name or by its action; else the first. */
function useCommitmentNear(fieldId: string): Commitment {
  const { actions } = usePlanReading(wholePlan)
  const [owner = ''] = fieldId.split('.')
  if (isCommitment(owner)) return owner
  return actions.find(({ id }) => id === owner)?.commitment ?? 'leadership'
}
