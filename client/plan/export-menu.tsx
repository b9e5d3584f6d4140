/** Taking the plan out: finished files straight from the server. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { exportAddress } from '../api/exports.ts'
import { PAGE_KEYS } from '../commands/key-list.ts'
import { chordWords } from '../text/shortcut-words.ts'
import { Button } from '../ui/button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { useLanguage } from '../words/language.tsx'
import { usePrintPlan } from './use-print-plan.ts'
import { PdfDialog } from './pdf-dialog.tsx'

interface ExportMenuProps {
  readonly planId: string
}

export function ExportMenu({ planId }: ExportMenuProps) {
  const { t } = useLingui()
  const [isPdfOpen, setPdfOpen] = useState(false)
  return (
    <>
      <MenuTrigger>
        <Button icon="download">
          <Trans>Export</Trans>
        </Button>
        <MenuBox aria-label={t`Export`}>
          <ExportChoices planId={planId} onPdf={() => setPdfOpen(true)} />
        </MenuBox>
      </MenuTrigger>
      {isPdfOpen && <PdfDialog planId={planId} onClose={() => setPdfOpen(false)} />}
    </>
  )
}

interface ExportChoicesProps extends ExportMenuProps {
  /** Opens the PDF's dialog, which must outlive the menu. */
  readonly onPdf: () => void
}

/** The choices alone, for a menu that holds more. */
export function ExportChoices({ planId, onPdf }: ExportChoicesProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const printNow = usePrintPlan()
  return (
    <>
      <MenuChoice icon="download" onAction={onPdf} hint={t`For printing, reading and archiving`}>
        PDF
      </MenuChoice>
      <MenuChoice
        icon="download"
        href={exportAddress(planId, 'html', language)}
        download=""
        hint={t`Opens in any browser, ready to print`}
      >
        {t`Web page (HTML)`}
      </MenuChoice>
      <MenuChoice
        icon="download"
        href={exportAddress(planId, 'md', language)}
        download=""
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
