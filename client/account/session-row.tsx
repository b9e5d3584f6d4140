/** One device that I am signed in on. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { MySession } from '../../shared/api/sessions.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import styles from './account.module.css'
import { useDeviceWords } from './device-words.ts'

interface SessionRowProps {
  readonly session: MySession
  readonly isPending: boolean
  readonly onEnd: () => void
}

export function SessionRow({ session, isPending, onEnd }: SessionRowProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const nowMs = useNow()
  const device = useDeviceWords()(session.device)
  const used = momentWords(session.usedAtMs, nowMs, language)
  const since = momentWords(session.createdAtMs, nowMs, language)

  return (
    <li className={styles['session']}>
      <Icon name="device" />
      <div>
        <p className={styles['device']}>{device}</p>
        <p className={styles['facts']}>
          {session.isThis ? (
            <Trans>Signed in since {since}.</Trans>
          ) : (
            <Trans>
              Last used {used}. Signed in since {since}.
            </Trans>
          )}{' '}
          {session.isPublicComputer && <Trans>Public computer: ends with the school day.</Trans>}
        </p>
      </div>
      {session.isThis ? (
        <span className={styles['this']}>
          <Trans>This device</Trans>
        </span>
      ) : (
        <Button
          size="small"
          aria-label={t`Sign out: ${device}`}
          isPending={isPending}
          onPress={onEnd}
        >
          <Trans>Sign out</Trans>
        </Button>
      )}
    </li>
  )
}
