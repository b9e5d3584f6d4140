/** Taking the plan out: finished files straight from the server. */
import { Trans, useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import { exportAddress } from '../api/exports.ts'
import { useCommandWindows } from '../commands/command-window.ts'
import { PAGE_KEYS } from '../commands/key-list.ts'
import { chordWords } from '../ui/chords.ts'
import { Button } from '../ui/button.tsx'
import { MenuBox, MenuChoice, MenuToggle } from '../ui/menu.tsx'
import { useLanguage } from '../words/language.tsx'
import { useTellWhereItIs } from './tell-where-it-is.ts'
import { usePrintPlan } from './use-print-plan.ts'
import { useWithThreads } from './with-threads.ts'

interface ExportMenuProps {
  readonly planId: string
  /** From the start. */
  readonly isOpen: boolean
}

export function ExportMenu({ planId, isOpen }: ExportMenuProps) {
  const { t } = useLingui()
  return (
    <MenuTrigger defaultOpen={isOpen}>
      <Button icon="download">
        <Trans>Export</Trans>
      </Button>
      <MenuBox aria-label={t`Export`}>
        <ExportChoices planId={planId} />
        <ThreadsToggle />
      </MenuBox>
    </MenuTrigger>
  )
}

/** The choices alone, for a menu that holds more. */
export function ExportChoices({ planId }: Pick<ExportMenuProps, 'planId'>) {
  const { t } = useLingui()
  const { show } = useCommandWindows()
  const { language } = useLanguage()
  const { isWanted: withThreads } = useWithThreads()
  const printNow = usePrintPlan()
  const tellWhere = useTellWhereItIs()
  return (
    <>
      <MenuChoice
        icon="download"
        onAction={() => show('pdf')}
        hint={t`For printing, reading and archiving`}
      >
        PDF
      </MenuChoice>
      <MenuChoice
        icon="download"
        href={exportAddress(planId, 'html', { language, withThreads })}
        download=""
        onAction={tellWhere}
        hint={t`Opens in any browser, ready to print`}
      >
        {t`Web page (HTML)`}
      </MenuChoice>
      <MenuChoice
        icon="download"
        href={exportAddress(planId, 'md', { language, withThreads })}
        download=""
        onAction={tellWhere}
        hint={t`Plain text with headings`}
      >
        Markdown
      </MenuChoice>
      <MenuChoice icon="print" onAction={printNow} hint={chordWords(PAGE_KEYS.print)}>
        {t`Print`}
      </MenuChoice>
    </>
  )
}

/** Does what is said about the plan come along? Nothing for those who may not read it. */
export function ThreadsToggle() {
  const { t } = useLingui()
  const { isPossible, isWanted, setWanted } = useWithThreads()
  if (!isPossible) return null
  return (
    <MenuToggle isOn={isWanted} onChange={setWanted} hint={t`In the files, at the end of the plan`}>
      {t`With comments and suggestions`}
    </MenuToggle>
  )
}
