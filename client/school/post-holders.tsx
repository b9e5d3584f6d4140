/** Those who hold one post: their names, each with a way out of it, and adding one more. */
import { useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import { personColour } from '../../shared/access/person-colour.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import styles from './plan-people.module.css'

interface NamedMember {
  readonly memberId: string
  readonly name: string
}

interface PostHoldersProps {
  /** The post. */
  readonly label: string
  readonly hint?: string
  readonly holders: readonly string[]
  /** Those whose role allows it. */
  readonly candidates: readonly NamedMember[]
  /** Everybody, for the names. */
  readonly members: readonly NamedMember[]
  readonly onChange: (memberId: string, isHolder: boolean) => void
}

export function PostHolders(props: PostHoldersProps) {
  const { label, hint, holders, candidates, members, onChange } = props
  const { t } = useLingui()
  const held = members.filter(({ memberId }) => holders.includes(memberId))
  const free = candidates.filter(({ memberId }) => !holders.includes(memberId))

  return (
    <fieldset className={styles['post']}>
      <legend className={styles['label']}>{label}</legend>
      {hint && <p className={styles['hint']}>{hint}</p>}
      <ul className={styles['holders']}>
        {held.map(({ memberId, name }) => (
          <li key={memberId} className={styles['holder']}>
            <Avatar name={name} colour={personColour(memberId)} isDecoration />
            <span dir="auto">{name}</span>
            <IconButton
              icon="close"
              size="small"
              label={t`${label}: not ${name} any more`}
              onPress={() => onChange(memberId, false)}
            />
          </li>
        ))}
        {free.length > 0 && (
          <li>
            <MenuTrigger>
              <Button size="small" tone="quiet" icon="plus" aria-label={t`${label}: add somebody`}>
                {t`Add`}
              </Button>
              <MenuBox aria-label={label} align="start">
                {free.map(({ memberId, name }) => (
                  <MenuChoice key={memberId} onAction={() => onChange(memberId, true)}>
                    {name}
                  </MenuChoice>
                ))}
              </MenuBox>
            </MenuTrigger>
          </li>
        )}
      </ul>
    </fieldset>
  )
}
