/** What is kept about me: as a file to take along, and erasing it for good. */
import { Trans } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import { MY_DATA_ADDRESS } from '../api/erasure.ts'
import { Button } from '../ui/button.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import styles from './account.module.css'

const EraseDialog = lazyPart(() =>
  import('./erase-dialog.tsx').then(({ EraseDialog: dialog }) => dialog),
)

interface MyDataProps {
  readonly name: string
  /** Takes my plans off this device. */
  readonly purge: () => Promise<void>
}

export function MyData({ name, purge }: MyDataProps) {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <section className={styles['part']} aria-labelledby="my-data">
      <h2 id="my-data">
        <Trans>What is kept about me</Trans>
      </h2>
      <p className={styles['hint']}>
        <Trans>
          The file holds your name and address, your schools and roles, where you are signed in, and
          what was done by you and with you. What you wrote stands in the plans.
        </Trans>
      </p>
      <div className={styles['buttons']}>
        <Button icon="download" onPress={takeOut}>
          <Trans>Take it out as a file</Trans>
        </Button>
        <Button icon="trash" onPress={() => setIsAsked(true)}>
          <Trans>Erase me</Trans>
        </Button>
      </div>
      {isAsked && (
        <Suspense fallback={null}>
          <EraseDialog name={name} purge={purge} onClose={() => setIsAsked(false)} />
        </Suspense>
      )}
    </section>
  )
}

/** The browser asks for it by itself, and keeps it where it keeps files. */
function takeOut(): void {
  const link = document.createElement('a')
  link.href = MY_DATA_ADDRESS
  link.download = ''
  link.click()
}
