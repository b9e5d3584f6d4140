/** What one can do with a whole action: move it, delete it, close it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import type { Action } from '../../shared/plan/plan.ts'
import { ACTION_KEYS } from '../commands/key-list.ts'
import { chordWords } from '../ui/chords.ts'
import { Button } from '../ui/button.tsx'
import { PlaceNote } from '../ui/place-note.tsx'
import { MenuBox, MenuChoice, MenuSection } from '../ui/menu.tsx'
import styles from './card-foot.module.css'
import { useActionSetting } from './action-setting.ts'
import { useOpenedAction } from './opened-action.ts'
import { useActionDeeds } from './use-action-deeds.ts'

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
      <div className={styles['note']}>
        <PlaceNote place={`action:${action.id}`} />
      </div>
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
  const { moveTo } = useActionDeeds()

  return (
    <MenuTrigger>
      <Button tone="quiet" size="small" icon="move">
        <Trans>Move</Trans>
      </Button>
      <MenuBox aria-label={t`Move`}>
        <MenuChoice
          icon="arrow-up"
          hint={chordWords(ACTION_KEYS.moveUp)}
          isDisabled={place === 1}
          onAction={() => onStep(-1)}
        >
          {t`Up`}
        </MenuChoice>
        <MenuChoice
          icon="arrow-down"
          hint={chordWords(ACTION_KEYS.moveDown)}
          isDisabled={place === count}
          onAction={() => onStep(1)}
        >
          {t`Down`}
        </MenuChoice>
        <MenuSection title={t`To another commitment`}>
          {commitments
            .filter(({ commitment }) => commitment !== action.commitment)
            .map(({ commitment, number, title }) => (
              <MenuChoice key={commitment} onAction={() => moveTo(action, commitment, title)}>
                {`${number} ${title}`}
              </MenuChoice>
            ))}
        </MenuSection>
      </MenuBox>
    </MenuTrigger>
  )
}

function DeleteButton({ action }: { readonly action: Action }) {
  const { remove } = useActionDeeds()
  return (
    <Button tone="quiet" size="small" icon="trash" onPress={() => remove(action)}>
      <Trans>Delete</Trans>
    </Button>
  )
}
