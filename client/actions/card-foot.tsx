/** What one can do with a whole action: move it, delete it, close it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import type { Commitment } from '../../shared/plan/commitments.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { MenuBox, MenuChoice, MenuSection } from '../ui/menu.tsx'
import { useNotice } from '../ui/notice.tsx'
import styles from './card-foot.module.css'
import { useActionSetting } from './action-setting.ts'
import { useOpenedAction } from './opened-action.ts'
import { useActionCommands } from './use-action-commands.ts'

interface CardFootProps {
  readonly action: Action
  readonly place: number
  readonly count: number
  readonly onStep: (by: -1 | 1) => void
}

export function CardFoot({ action, place, count, onStep }: CardFootProps) {
  const { mayWrite } = useActionSetting()
  const { close } = useOpenedAction()
  return (
    <div className={styles['foot']}>
      {mayWrite && (
        <>
          <MoveMenu action={action} place={place} count={count} onStep={onStep} />
          <DeleteButton action={action} />
        </>
      )}
      <Button size="small" onPress={() => close(action.id)}>
        <Trans>Close</Trans>
      </Button>
    </div>
  )
}

function MoveMenu({ action, place, count, onStep }: CardFootProps) {
  const { t } = useLingui()
  const { commitments } = useActionSetting()
  const commands = useActionCommands()
  const { follow } = useOpenedAction()
  const announce = useAnnounce()
  const moveTo = (commitment: Commitment, title: string) => {
    commands.moveTo(action, commitment)
    follow(action.id)
    announce(t`Moved to ${title}`)
  }

  return (
    <MenuTrigger>
      <Button tone="quiet" size="small" icon="move">
        <Trans>Move</Trans>
      </Button>
      <MenuBox aria-label={t`Move`}>
        <MenuChoice
          icon="arrow-up"
          hint="Alt + Shift + ↑"
          isDisabled={place === 1}
          onAction={() => onStep(-1)}
        >
          {t`Up`}
        </MenuChoice>
        <MenuChoice
          icon="arrow-down"
          hint="Alt + Shift + ↓"
          isDisabled={place === count}
          onAction={() => onStep(1)}
        >
          {t`Down`}
        </MenuChoice>
        <MenuSection title={t`To another commitment`}>
          {commitments
            .filter(({ commitment }) => commitment !== action.commitment)
            .map(({ commitment, number, title }) => (
              <MenuChoice key={commitment} onAction={() => moveTo(commitment, title)}>
                {`${number} ${title}`}
              </MenuChoice>
            ))}
        </MenuSection>
      </MenuBox>
    </MenuTrigger>
  )
}

/** No question before: it can be brought back, at once by the notice and later from the list. */
function DeleteButton({ action }: { readonly action: Action }) {
  const { t } = useLingui()
  const commands = useActionCommands()
  const { close, follow } = useOpenedAction()
  const showNotice = useNotice()
  const remove = () => {
    commands.remove(action.id)
    close(action.id)
    // Once the card is gone: before that its button would take the focus along.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        document.getElementById(`actions-${action.commitment}`)?.focus({ preventScroll: true }),
      ),
    )
    showNotice({
      words: t`The action is deleted`,
      action: {
        label: t`Bring back`,
        onPress: () => {
          commands.bringBack(action.id)
          follow(action.id)
        },
      },
    })
  }
  return (
    <Button tone="quiet" size="small" icon="trash" onPress={remove}>
      <Trans>Delete</Trans>
    </Button>
  )
}
