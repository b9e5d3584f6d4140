/** Actions that were deleted from a commitment: folded away, each with a way back. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Action } from '../../shared/plan/plan.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useActionSetting } from './action-setting.ts'
import styles from './deleted-actions.module.css'
import { useActionDeeds } from './use-action-deeds.ts'

interface DeletedActionsProps {
  /** Latest first. */
  readonly actions: readonly Action[]
}

export function DeletedActions({ actions }: DeletedActionsProps) {
  const { t } = useLingui()
  const { mayWrite } = useActionSetting()
  const { bringBack } = useActionDeeds()
  const [isOpen, setIsOpen] = useState(false)
  if (actions.length === 0 || !mayWrite) return null

  return (
    <div className={styles['deleted']} data-not-copied="">
      <Disclosure
        label={<Plural value={actions.length} one="# deleted action" other="# deleted actions" />}
        command={`deleted-${actions[0]?.commitment ?? ''}`}
        isOpen={isOpen}
        onToggle={setIsOpen}
      >
        <ul>
          {actions.map((action) => {
            const name = oneLine(action.texts.title) || t`Action without a name`
            return (
              <li key={action.id}>
                <span className={styles['name']}>{name}</span>
                <Button
                  size="small"
                  icon="undo"
                  aria-label={t`Bring back “${name}”`}
                  onPress={() => bringBack(action)}
                >
                  <Trans>Bring back</Trans>
                </Button>
              </li>
            )
          })}
        </ul>
      </Disclosure>
    </div>
  )
}
