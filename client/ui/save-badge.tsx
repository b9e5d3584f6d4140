/** Where the words are, in words: always visible, never hopeful. */
import { Trans } from '@lingui/react/macro'
import type { SaveState } from '../../shared/protocol/save-state.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './save-badge.module.css'

const ICONS = {
  opening: 'waiting',
  'saved-at-school': 'check',
  saving: 'waiting',
  connecting: 'waiting',
  'saved-on-device': 'device',
  'not-saved': 'warning',
  'signed-out': 'device',
  'signed-out-not-saved': 'warning',
} as const satisfies Record<SaveState, IconName>

interface SaveBadgeProps {
  readonly state: SaveState
}

export function SaveBadge({ state }: SaveBadgeProps) {
  return (
    <output className={styles['badge']} data-state={state}>
      <Icon name={ICONS[state]} />
      <span>
        <SaveWords state={state} />
      </span>
    </output>
  )
}

function SaveWords({ state }: SaveBadgeProps) {
  switch (state) {
    case 'opening':
      return <Trans>Opening the plan …</Trans>
    case 'saved-at-school':
      return <Trans>Saved at school</Trans>
    case 'saving':
      return <Trans>Saving …</Trans>
    case 'connecting':
      return <Trans>Connecting … Saved on this device</Trans>
    case 'saved-on-device':
      return <Trans>No connection. Saved on this device</Trans>
    case 'not-saved':
      return <Trans>Not saved: keep this window open until you are online again</Trans>
    case 'signed-out':
      return <Trans>Signed out. Kept on this device, sign in to send it</Trans>
    case 'signed-out-not-saved':
      return <Trans>Signed out. Your last words are only in this window</Trans>
  }
}
