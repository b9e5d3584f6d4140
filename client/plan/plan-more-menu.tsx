/** On a narrow window everything of the bar that has no room: one menu. */
import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useLocation } from 'wouter'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { useCommandWindows } from '../commands/command-window.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useInstall } from '../ui/install-offer.ts'
import { MenuBox, MenuChoice, MenuSection } from '../ui/menu.tsx'
import { useTheme } from '../ui/theme.ts'
import { ExportChoices } from './export-menu.tsx'
import { PdfDialog } from './pdf-dialog.tsx'

const ShareDialog = lazy(() =>
  import('../sharing/share-dialog.tsx').then(({ ShareDialog: dialog }) => ({ default: dialog })),
)

interface PlanMoreMenuProps {
  readonly entry: PlanEntry
}

export function PlanMoreMenu({ entry }: PlanMoreMenuProps) {
  const { t } = useLingui()
  const { theme, setTheme } = useTheme()
  const [, go] = useLocation()
  const { show } = useCommandWindows()
  const [isPdfOpen, setPdfOpen] = useState(false)
  const install = useInstall()
  const [isShareOpen, setShareOpen] = useState(false)
  const isDark = theme === 'dark'
  return (
    <>
      <MenuTrigger>
        <IconButton icon="more" label={t`More`} />
        <MenuBox aria-label={t`More`}>
          <MenuChoice icon="search" onAction={() => show('palette')}>
            {t`All commands and search`}
          </MenuChoice>
          <MenuChoice icon="arrow-left" onAction={() => go('/')}>
            {t`To the plans`}
          </MenuChoice>
          {entry.me.mayShare && (
            <MenuChoice icon="share" onAction={() => setShareOpen(true)}>
              {t`Share`}
            </MenuChoice>
          )}
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
              <ExportChoices planId={entry.planId} onPdf={() => setPdfOpen(true)} />
            </MenuSection>
          )}
        </MenuBox>
      </MenuTrigger>
      {isShareOpen && (
        <Suspense fallback={null}>
          <ShareDialog entry={entry} onClose={() => setShareOpen(false)} />
        </Suspense>
      )}
      {isPdfOpen && <PdfDialog planId={entry.planId} onClose={() => setPdfOpen(false)} />}
    </>
  )
}
