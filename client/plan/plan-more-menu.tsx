/** On a narrow window everything of the bar that has no room: one menu. */
import { useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useLocation } from 'wouter'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { useCommandWindows } from '../commands/command-window.ts'
import { discussWishOf } from '../open-plan/discuss-wish.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useInstall } from '../ui/install-offer.ts'
import { MenuBox, MenuChoice, MenuSection } from '../ui/menu.tsx'
import { useTheme } from '../ui/theme.ts'
import { ExportChoices, ThreadsToggle } from './export-menu.tsx'
import { HistoryChoices } from './history-menu.tsx'

interface PlanMoreMenuProps {
  readonly entry: PlanEntry
  /** From the start. */
  readonly isOpen: boolean
}

export function PlanMoreMenu({ entry, isOpen }: PlanMoreMenuProps) {
  const { t } = useLingui()
  const { theme, setTheme } = useTheme()
  const [, go] = useLocation()
  const { show } = useCommandWindows()
  const plan = useOpenPlan()
  const { undo } = plan
  const canUndo = useObservable(undo.canUndo)
  const install = useInstall()
  const isDark = theme === 'dark'
  return (
    <MenuTrigger defaultOpen={isOpen}>
      <IconButton icon="more" label={t`More`} />
      <MenuBox aria-label={t`More`}>
        <MenuChoice icon="search" onAction={() => show('palette')}>
          {t`All commands and search`}
        </MenuChoice>
        <MenuChoice icon="undo" isDisabled={!canUndo} onAction={() => undo.undo()}>
          {t`Undo`}
        </MenuChoice>
        <MenuChoice icon="arrow-left" onAction={() => go('/')}>
          {t`To the plans`}
        </MenuChoice>
        <MenuChoice icon="bell" onAction={() => go('/inbox')}>
          {t`What is new`}
        </MenuChoice>
        {entry.me.mayShare && (
          <MenuChoice icon="share" onAction={() => show('share')}>
            {t`Share`}
          </MenuChoice>
        )}
        {entry.me.mayReadThreads && (
          <>
            <MenuChoice
              icon="comment"
              onAction={() => discussWishOf(plan).set({ kind: 'show', threadId: null })}
            >
              {t`Comments and suggestions`}
            </MenuChoice>
            <MenuChoice icon="check-list" onAction={() => show('decisions')}>
              {t`Decisions`}
            </MenuChoice>
          </>
        )}
        {entry.me.mayReadHistory && <HistoryChoices />}
        <MenuChoice icon="person" onAction={() => show('people')}>
          {t`Who is what in this plan`}
        </MenuChoice>
        <MenuChoice
          icon={isDark ? 'sun' : 'moon'}
          onAction={() => setTheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? t`Switch to light` : t`Switch to dark`}
        </MenuChoice>
        {install && (
          <MenuChoice icon="device" onAction={install}>
            {t`Install Samplan`}
          </MenuChoice>
        )}
        {entry.me.mayExport && (
          <MenuSection title={t`Export`}>
            <ExportChoices planId={entry.planId} />
          </MenuSection>
        )}
        {entry.me.mayExport && <ThreadsToggle />}
      </MenuBox>
    </MenuTrigger>
  )
}
