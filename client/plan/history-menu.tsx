/** What the plan was and who wrote it: the ways there. */
import { useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { useHistoryDeeds } from './use-history-deeds.ts'

interface HistoryMenuProps {
  /** From the start. */
  readonly isOpen: boolean
}

export function HistoryMenu({ isOpen }: HistoryMenuProps) {
  const { t } = useLingui()
  return (
    <MenuTrigger defaultOpen={isOpen}>
      <IconButton icon="history" label={t`Versions and changes`} />
      <MenuBox aria-label={t`Versions and changes`}>
        <HistoryChoices />
      </MenuBox>
    </MenuTrigger>
  )
}

/** The choices alone, for a menu that holds more. */
export function HistoryChoices() {
  const { t } = useLingui()
  const { isAuthorsShown, toggleAuthors, toHistory } = useHistoryDeeds()
  return (
    <>
      <MenuChoice icon="history" hint={t`And earlier versions`} onAction={toHistory}>
        {t`See what has changed`}
      </MenuChoice>
      <MenuChoice icon="person" onAction={toggleAuthors}>
        {isAuthorsShown ? t`Hide who has written what` : t`Show who has written what`}
      </MenuChoice>
    </>
  )
}
