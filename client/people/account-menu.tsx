/** Who is signed in, and the way out. */
import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'react-aria-components/Button'
import { MenuTrigger } from 'react-aria-components/Menu'
import { personColour } from '../../shared/access/person-colour.ts'
import { signOut } from '../api/me.ts'
import { Avatar } from '../ui/avatar.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import styles from './account-menu.module.css'

interface AccountMenuProps {
  readonly name: string
  /** Gives the disc the hue that others see; null without a school. */
  readonly memberId: string | null
}

export function AccountMenu({ name, memberId }: AccountMenuProps) {
  const { t } = useLingui()
  const leaving = useMutation({
    mutationFn: signOut,
    // A fresh page: nothing of this person stays in memory.
    onSuccess: () => location.assign('/'),
  })

  return (
    <MenuTrigger>
      <Button className={styles['button']} aria-label={t`${name}: account`}>
        <Avatar name={name} colour={personColour(memberId ?? name)} size="large" isDecoration />
      </Button>
      <MenuBox aria-label={name}>
        <MenuChoice icon="sign-out" onAction={() => leaving.mutate()}>
          {t`Sign out`}
        </MenuChoice>
      </MenuBox>
    </MenuTrigger>
  )
}
