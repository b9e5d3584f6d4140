/**
 * When this device cannot be trusted with the plan, says so: where the words are then,
 * and what to do. Calm as long as the school has them, an alarm when nobody has.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import type { KeepingTrouble } from '../open-plan/device-keeping.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import styles from './note.module.css'

export function DeviceNote() {
  const { keepingTrouble, ending } = useOpenPlan()
  const trouble = useObservable(keepingTrouble)
  const hasEnded = useObservable(ending) !== null

  // Of an ended plan the notice above says what to do.
  return trouble === null || hasEnded ? null : <TroubleNote trouble={trouble} />
}

function TroubleNote({ trouble }: { readonly trouble: KeepingTrouble }) {
  const { t } = useLingui()
  const { saveState, connected } = useOpenPlan()
  const state = useObservable(saveState)
  const isConnected = useObservable(connected)

  if (trouble === 'words-lost') {
    return (
      <div className={styles['alarm']}>
        <ErrorNotice title={t`The browser has cleared what this device kept of the plan`}>
          <Trans>
            Words you wrote here without a connection may be gone. Look through what you wrote last.
          </Trans>
        </ErrorNotice>
      </div>
    )
  }
  if (trouble === 'may-be-cleared') {
    // Not away and back with every letter that is being stored.
    const isOnlyHere = state === 'saved-on-device' || (state === 'saving' && !isConnected)
    if (!isOnlyHere) return null
    return (
      <p className={styles['note']}>
        <Trans>
          Your words are on this device, but the browser may clear them if it needs the room. Go
          online again before you put the device away for long.
        </Trans>
      </p>
    )
  }
  if (state === 'not-saved') {
    return (
      <div className={styles['alarm']}>
        <ErrorNotice title={t`What you wrote last is only in this window`}>
          <Trans>
            There is no connection, and this browser keeps no copy. Keep the window open: your words
            are sent as soon as the connection is back.
          </Trans>{' '}
          {trouble === 'full' && <WayOut trouble={trouble} />}
        </ErrorNotice>
      </div>
    )
  }
  return (
    <p className={styles['note']}>
      <Trans>
        The plan is kept at school only: this browser keeps no copy. Do not close the page while
        there is no connection.
      </Trans>{' '}
      <WayOut trouble={trouble} />
    </p>
  )
}

function WayOut({ trouble }: { readonly trouble: Extract<KeepingTrouble, 'full' | 'refused'> }) {
  if (trouble === 'full') {
    return <Trans>The device is full: delete something you no longer need.</Trans>
  }
  return <Trans>In an ordinary window, not a private one, the plan is kept here as well.</Trans>
}
