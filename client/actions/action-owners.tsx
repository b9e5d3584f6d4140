/** Who is responsible, as chips one can take away, and a way to add one more. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import type { Action } from '../../shared/plan/plan.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { PopoverDialog } from '../ui/popover.tsx'
import card from './action-card.module.css'
import styles from './action-owners.module.css'
import { useActionSetting } from './action-setting.ts'
import { useActionCommands } from './use-action-commands.ts'
import { type OwnerPerson, useOwnerPerson } from './use-owner-person.ts'
import { lazyPart } from '../ui/lazy-part.ts'

const OwnerPicker = lazyPart(() =>
  import('./owner-picker.tsx').then(({ OwnerPicker: picker }) => picker),
)

interface ActionOwnersProps {
  readonly action: Action
}

export function ActionOwners({ action }: ActionOwnersProps) {
  const { mayWrite } = useActionSetting()
  const owners = action.owners.map(useOwnerPerson())
  return (
    <>
      <div className={card['label']}>
        <Trans>Owner</Trans>
        <span data-comments-at={`action:${action.id}:owners`} data-not-copied="" />
      </div>
      <div className={styles['owners']}>
        {owners.map((owner) => (
          <OwnerChip key={owner.key} action={action} owner={owner} />
        ))}
        {mayWrite && <AddOwner action={action} owners={owners} />}
        {!mayWrite && owners.length === 0 && '–'}
      </div>
    </>
  )
}

interface OwnerChipProps extends ActionOwnersProps {
  readonly owner: OwnerPerson
}

function OwnerChip({ action, owner: { key, name, colour } }: OwnerChipProps) {
  const { t } = useLingui()
  const { mayWrite } = useActionSetting()
  const commands = useActionCommands()
  return (
    <span className={styles['chip']}>
      <Avatar name={name} colour={colour} isDecoration />
      {name}
      {mayWrite && (
        <AriaButton
          className={styles['remove']}
          aria-label={t`Remove ${name}`}
          onPress={() => commands.setOwner(action.id, key, false)}
        >
          <Icon name="close" />
        </AriaButton>
      )}
    </span>
  )
}

interface AddOwnerProps extends ActionOwnersProps {
  readonly owners: readonly OwnerPerson[]
}

function AddOwner({ action, owners }: AddOwnerProps) {
  const { t } = useLingui()
  const commands = useActionCommands()
  return (
    <DialogTrigger>
      <Button tone="quiet" icon="plus" data-command="owner" aria-label={t`Add an owner`}>
        <Trans>Add</Trans>
      </Button>
      <PopoverDialog label={t`Add an owner`}>
        {(close) => (
          <Suspense fallback={<p>{t`One moment …`}</p>}>
            <OwnerPicker
              taken={owners.map(({ key }) => key)}
              onPick={(key) => {
                commands.setOwner(action.id, key, true)
                close()
              }}
            />
          </Suspense>
        )}
      </PopoverDialog>
    </DialogTrigger>
  )
}
