/** Who is signed in, and the way out. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useLocation } from 'wouter'
import { personColour } from '../../shared/access/person-colour.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useInstall } from '../ui/install-offer.ts'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import styles from './account-menu.module.css'
import type { DeviceCopies } from './sign-out-dialog.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

const SignOutDialog = lazyPart(() =>
  import('./sign-out-dialog.tsx').then(({ SignOutDialog: dialog }) => dialog),
)

interface AccountMenuProps {
  readonly name: string
  /** Gives the disc the hue that others see; null without a school. */
  readonly memberId: string | null
  readonly copies: DeviceCopies
}

export function AccountMenu({ name, memberId, copies }: AccountMenuProps) {
  const { t } = useLingui()
  const [isLeaving, setIsLeaving] = useState(false)
  const install = useInstall()
  const [, go] = useLocation()

  return (
    <>
      <MenuTrigger>
        <Button className={styles['button']} aria-label={t`${name}: account`}>
          <Avatar name={name} colour={personColour(memberId ?? name)} size="large" isDecoration />
        </Button>
        <MenuBox aria-label={name}>
          {install && (
            <MenuChoice icon="device" onAction={install}>
              {t`Install Samplan`}
            </MenuChoice>
          )}
          <MenuChoice icon="person" onAction={() => go('/account')}>
            {t`My account`}
          </MenuChoice>
          <MenuChoice icon="sign-out" onAction={() => setIsLeaving(true)}>
            {t`Sign out`}
          </MenuChoice>
        </MenuBox>
      </MenuTrigger>
      {isLeaving && (
        <Suspense fallback={null}>
          <SignOutDialog copies={copies} onClose={() => setIsLeaving(false)} />
        </Suspense>
      )}
    </>
  )
}
