/**
 * A link that was just made: to copy, to scan, to show on the wall. Only now: the
 * server keeps no more than its hash, and another one is a click away.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { BigCode } from './big-code.tsx'
import { useInvitedWords } from './invited-words.ts'
import type { MadeInvitation } from './new-link.tsx'
import styles from './share-dialog.module.css'

interface MadeLinkProps {
  readonly made: MadeInvitation
  readonly schoolName: string
  readonly onAnother: () => void
}

export function MadeLink({ made, schoolName, onAnother }: MadeLinkProps) {
  const { t } = useLingui()
  const words = useInvitedWords()
  const [isLarge, setIsLarge] = useState(false)
  const forWhom = words.name(made.role)

  return (
    <section className={styles['part']}>
      <CopyLine
        label={t`The link is ready: ${forWhom}`}
        text={made.url}
        button={t`Copy the link`}
        done={t`Link copied`}
        tone="main"
        isFirst
      />
      <div className={styles['made']}>
        <div className={styles['code']}>
          <QrCode text={made.url} label={t`QR code that opens the link`} />
        </div>
        <div className={styles['aside']}>
          <p>
            <Trans>
              Send the link, or let people scan the code. They type their name, and they are in.
            </Trans>
          </p>
          <p className={styles['hint']}>
            <Trans>
              You see it only now. If you need one later, make a new one. Whoever has the link can
              come in.
            </Trans>
          </p>
          {isThisComputer(made.url) && (
            <p className={styles['hint']}>
              <Trans>
                This address works on this computer only. Whoever runs the server gives it one that
                others reach (PUBLIC_URL).
              </Trans>
            </p>
          )}
          <div className={styles['buttons']}>
            <Button icon="expand" onPress={() => setIsLarge(true)}>
              <Trans>Show large</Trans>
            </Button>
            <Button icon="plus" onPress={onAnother}>
              <Trans>Make another link</Trans>
            </Button>
          </div>
        </div>
      </div>
      {isLarge && (
        <BigCode
          made={made}
          schoolName={schoolName}
          forWhom={forWhom}
          onClose={() => setIsLarge(false)}
        />
      )}
    </section>
  )
}

/** Of a server that was just tried out: no phone gets there. */
function isThisComputer(url: string): boolean {
  return /^(?:localhost|127\.|\[::1\])/.test(new URL(url).hostname)
}
