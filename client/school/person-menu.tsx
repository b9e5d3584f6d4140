/** What a coordinator can do with a member, as a menu. */
import { useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import type { SchoolMember } from '../../shared/api/members.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'

/** What the menu leads to. */
export type PersonDialog = 'role' | 'name' | 'link' | 'suspend' | 'restore' | 'remove' | 'erase'

interface PersonMenuProps {
  readonly member: SchoolMember
  readonly onOpen: (dialog: PersonDialog) => void
}

export function PersonMenu({ member, onOpen }: PersonMenuProps) {
  const { t } = useLingui()
  const { name, role, state, isMe } = member
  // Nobody closes themselves out, and no link is made that would make one a coordinator.
  const mayHaveLink = !isMe && role !== 'coordinator' && state === 'active'
  return (
    <MenuTrigger>
      <IconButton icon="more" label={t`What to do with ${name}`} />
      <MenuBox aria-label={name}>
        <MenuChoice icon="person" onAction={() => onOpen('role')}>{t`Change role`}</MenuChoice>
        <MenuChoice icon="pen" onAction={() => onOpen('name')}>{t`Correct the name`}</MenuChoice>
        {mayHaveLink && (
          <MenuChoice icon="link" onAction={() => onOpen('link')}>
            {t`Make a sign-in link`}
          </MenuChoice>
        )}
        {!isMe && state === 'active' && (
          <MenuChoice icon="waiting" onAction={() => onOpen('suspend')}>
            {t`Suspend`}
          </MenuChoice>
        )}
        {state === 'suspended' && (
          <MenuChoice icon="undo" onAction={() => onOpen('restore')}>
            {t`Let in again`}
          </MenuChoice>
        )}
        {!isMe && (
          <MenuChoice icon="trash" onAction={() => onOpen('remove')}>
            {t`Remove from the school`}
          </MenuChoice>
        )}
        {!isMe && (
          <MenuChoice icon="close" onAction={() => onOpen('erase')}>
            {t`Erase for good`}
          </MenuChoice>
        )}
      </MenuBox>
    </MenuTrigger>
  )
}
