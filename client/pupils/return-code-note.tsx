/** The note a pupil takes along: their name here, and the code that brings them back. Shown once. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { useCopying } from '../ui/use-copying.ts'
import styles from './pupils-page.module.css'

interface ReturnCodeNoteProps {
  readonly name: string
  readonly returnCode: string
  readonly planId: string
}

export function ReturnCodeNote({ name, returnCode, planId }: ReturnCodeNoteProps) {
  const { t } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  const code = useRef<HTMLParagraphElement>(null)
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  const { outcome, copy } = useCopying(returnCode, code)

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1 className={styles['title']} ref={heading} tabIndex={-1}>
          <Trans>You are in, {name}</Trans>
        </h1>
        <p className={styles['lede']}>
          <Trans>This is your return code. With it you come back as {name} on any device.</Trans>
        </p>
      </div>
      <div className={styles['note']}>
        <p className={styles['noteName']}>{name}</p>
        <p className={styles['groups']} ref={code} dir="ltr" translate="no">
          {returnCode.split('-').map((group, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two groups can be alike
            <span key={index}>{group}</span>
          ))}
        </p>
        <p className={styles['noteWhere']} dir="ltr">
          {location.host}/pupils
        </p>
      </div>
      <p className={styles['strong']}>
        <Trans>Write it down, or take a picture. You see it only now.</Trans>
      </p>
      <div className={styles['buttons']}>
        <Button icon="copy" onPress={copy}>
          <Trans>Copy the code</Trans>
        </Button>
        <Button icon="print" onPress={() => window.print()}>
          <Trans>Print the note</Trans>
        </Button>
      </div>
      <output className={styles['gentle']}>
        {outcome === 'copied' && t`Code copied`}
        {outcome === 'refused' && t`The browser would not copy. The text is selected: copy it.`}
      </output>
      <div className={styles['onward']}>
        <Button
          tone="main"
          size="big"
          iconAfter="arrow-right"
          onPress={() => location.replace(`/plans/${planId}`)}
        >
          <Trans>I have it. Read the plan</Trans>
        </Button>
      </div>
    </div>
  )
}
