/** Another value for a fact of an action, by the same means as its card has. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import type { FactChange, FactValues } from '../../shared/discuss/suggestion.ts'
import type { ActionFact } from '../../shared/discuss/thread-place.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { STATUSES } from '../../shared/plan/status.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { DateButton } from '../ui/date-button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { PopoverDialog } from '../ui/popover.tsx'
import { Segments } from '../ui/segments.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { useStatusWords } from '../ui/status-words.ts'
import styles from './composer.module.css'
import { useDiscussSetting } from './discuss-setting.ts'
import { factOf, isSameFact } from './fact-words.ts'
import { usePartNames } from './place-titles.ts'
import { useUnfinishedWords } from './unfinished.ts'

interface SuggestFactProps {
  readonly action: Action
  readonly fact: ActionFact
  /** The key of the value while it is not sent (unfinished.ts). */
  readonly keptBy: string
  /** null: it is as it was. */
  readonly onChange: (change: FactChange | null) => void
}

export function SuggestFact({ action, fact, keptBy, onChange }: SuggestFactProps) {
  const { unfinished } = useDiscussSetting().threads
  // What is suggested is compared with what stood there when one began.
  const [from] = useState(() => factOf(action, fact))
  const [kept, keep] = useUnfinishedWords(unfinished, keptBy, '')
  // JSON that `choose` wrote.
  const to = kept === '' ? from : (JSON.parse(kept) as FactValues[ActionFact])
  const labelId = useId()
  const partNames = usePartNames()
  const choose = (value: FactValues[ActionFact]) =>
    keep(isSameFact(from, value) ? '' : JSON.stringify(value))
  useEffect(() => {
    onChange(kept === '' ? null : ({ kind: 'fact', fact, from, to } as FactChange))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it tells of what was chosen, not of who listens
  }, [kept])
  return (
    <div>
      <span className={styles['label']} id={labelId}>
        {partNames[fact]}
      </span>
      <FactBox fact={fact} value={to} labelId={labelId} onChange={choose} />
    </div>
  )
}

interface FactBoxProps {
  readonly fact: ActionFact
  readonly value: FactValues[ActionFact]
  readonly labelId: string
  readonly onChange: (value: FactValues[ActionFact]) => void
}

function FactBox({ fact, value, labelId, onChange }: FactBoxProps) {
  const { places } = useDiscussSetting()
  const partNames = usePartNames()
  const statusWords = useStatusWords()
  switch (fact) {
    case 'status':
      return (
        <Segments
          labelledBy={labelId}
          value={value as FactValues['status']}
          onChange={onChange}
          segments={STATUSES.map((status) => ({
            value: status,
            label: statusWords[status],
            mark: <StatusMark status={status} />,
          }))}
        />
      )
    case 'start':
    case 'due':
      return (
        <DateButton label={partNames[fact]} date={value as FactValues['due']} onChange={onChange} />
      )
    case 'commitment':
      return (
        <ChoiceBox
          label={partNames.commitment}
          isLabelHidden
          value={value as FactValues['commitment']}
          choices={places.flatMap(({ commitment, number, title }) =>
            commitment ? [{ value: commitment, label: `${number} ${title}` }] : [],
          )}
          onChange={onChange}
        />
      )
    case 'owners':
      return <OwnersBox owners={value as FactValues['owners']} onChange={onChange} />
  }
}

interface OwnersBoxProps {
  readonly owners: FactValues['owners']
  readonly onChange: (owners: FactValues['owners']) => void
}

function OwnersBox({ owners, onChange }: OwnersBoxProps) {
  const { t } = useLingui()
  const { entry, renderOwners } = useDiscussSetting()
  const nameOf = (key: string) =>
    key.startsWith('name:')
      ? key.slice('name:'.length)
      : (entry.members.find(({ memberId }) => memberId === key)?.name ?? t`Former colleague`)
  return (
    <div className={styles['owners']}>
      {owners.map((key) => {
        const name = nameOf(key)
        return (
          <span key={key} className={styles['owner']}>
            {name}
            <IconButton
              icon="close"
              size="small"
              label={t`Without ${name}`}
              onPress={() => onChange(owners.filter((one) => one !== key))}
            />
          </span>
        )
      })}
      <DialogTrigger>
        <Button size="small" tone="quiet" icon="plus">
          <Trans>Add</Trans>
        </Button>
        <PopoverDialog label={t`Add an owner`}>
          {(close) =>
            renderOwners(owners, (key) => {
              onChange([...owners, key])
              close()
            })
          }
        </PopoverDialog>
      </DialogTrigger>
    </div>
  )
}
