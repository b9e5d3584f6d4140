/**
 * What one can do with a whole action, with all that goes with it: the focus follows,
 * and what happened is said. For the card, its keys, and the list of all commands.
 */
import { useLingui } from '@lingui/react/macro'
import type { Commitment } from '../../shared/plan/commitments.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { useNotice } from '../ui/notice.tsx'
import { useActionSetting } from './action-setting.ts'
import { useOpenedAction } from './opened-action.ts'
import { useActionCommands } from './use-action-commands.ts'
import { isBack, whenBack } from './when-back.ts'

export interface ActionDeeds {
  /**
   * By one place; does nothing for those who may not write.
   *
   * @param count of its neighbours and itself.
   */
  readonly step: (action: Action, by: -1 | 1, count: number) => void
  readonly moveTo: (action: Action, commitment: Commitment, title: string) => void
  /** No question before: it can be brought back, at once by the notice and later from the list. */
  readonly remove: (action: Action) => void
  readonly bringBack: (action: Action) => void
}

export function useActionDeeds(): ActionDeeds {
  const { t } = useLingui()
  const { doc } = useOpenPlan()
  const { mayWrite } = useActionSetting()
  const commands = useActionCommands()
  const { close, follow } = useOpenedAction()
  const announce = useAnnounce()
  const showNotice = useNotice()

  const bringBack = ({ id }: Action) => {
    commands.bringBack(id)
    follow(id)
  }
  return {
    step(action, by, count) {
      if (!mayWrite) return
      const place = commands.step(action, by)
      if (place === null) return announce(by < 0 ? t`Already the first` : t`Already the last`)
      follow(action.id)
      announce(t`Moved to place ${place} of ${count}`)
    },
    moveTo(action, commitment, title) {
      commands.moveTo(action, commitment)
      follow(action.id)
      announce(t`Moved to ${title}`)
    },
    remove(action) {
      commands.remove(action.id)
      close(action.id)
      // Once the card is gone: before that its button would take the focus along.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          // And with one that is back already the focus has gone there.
          if (isBack(doc, action.id)) return
          document.getElementById(`actions-${action.commitment}`)?.focus({ preventScroll: true })
        }),
      )
      showNotice({
        words: t`The action is deleted`,
        action: { label: t`Bring back`, onPress: () => bringBack(action) },
        until: (onOver) => whenBack(doc, action.id, onOver),
      })
    },
    bringBack,
  }
}
