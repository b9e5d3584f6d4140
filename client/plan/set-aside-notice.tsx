/**
 * What could not be merged and was set aside on this device: to read, to copy, to put back, to let
 * go.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useActionSetting } from '../actions/action-setting.ts'
import { canPutBack, putBack } from '../open-plan/put-back.ts'
import type { SetAside } from '../open-plan/set-aside.ts'
import { differencesOf } from '../open-plan/set-aside-words.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { SetAsideEntry } from './set-aside-entry.tsx'
import styles from './set-aside-notice.module.css'

const JUST_NOW_MS = 10_000

export function SetAsideNotice() {
  const { recovery, writable } = useOpenPlan()
  const copies = useObservable(recovery)
  const mayWrite = useObservable(writable)
  const [first] = copies
  const reason = copies.every((copy) => copy.reason === first?.reason) ? first?.reason : undefined
  const isOfRestore = reason === 'epoch-changed'
  const title = useRef<HTMLHeadingElement>(null)
  const newestAtMs = Math.max(0, ...copies.map(({ atMs }) => atMs))

  // It has just been taken out of the text: whoever wrote it must not have to look for it.
  useEffect(() => {
    if (Date.now() - newestAtMs < JUST_NOW_MS) title.current?.focus()
  }, [newestAtMs])

  return (
    <section className={styles['notice']} aria-labelledby="set-aside">
      <h2 ref={title} className={styles['title']} id="set-aside" tabIndex={-1}>
        {isOfRestore ? (
          <Trans>The plan as this device had it is set aside</Trans>
        ) : (
          <Trans>Something you wrote was set aside</Trans>
        )}
      </h2>
      <p>
        <WhyWords reason={reason} />{' '}
        <WhereWords isOnlyHere={copies.some((copy) => copy.isOnlyHere)} mayWrite={mayWrite} />
      </p>
      <ul>
        {copies.map((copy) => (
          <ShelvedCopy key={copy.id} copy={copy} />
        ))}
      </ul>
    </section>
  )
}

/** `reason`: of all of them; undefined: there are several. */
function WhyWords({ reason }: { readonly reason: string | undefined }) {
  if (reason === 'access-denied') {
    return <Trans>You may not write in the plan any more, and the school did not get this.</Trans>
  }
  if (reason === 'epoch-changed') {
    return (
      <Trans>
        The school put the plan back to how it was before. What is here may be your colleagues’
        words too, and one of them may have put it back already.
      </Trans>
    )
  }
  return <Trans>It could not be put together with the plan.</Trans>
}

interface WhereWordsProps {
  readonly isOnlyHere: boolean
  /** Is there a button that puts it back? */
  readonly mayWrite: boolean
}

function WhereWords({ isOnlyHere, mayWrite }: WhereWordsProps) {
  if (isOnlyHere) {
    return mayWrite ? (
      <Trans>
        This browser keeps no copy: it is only in this window. Put it back or copy what you need
        before you close the window.
      </Trans>
    ) : (
      <Trans>
        This browser keeps no copy: it is only in this window. Copy what you need before you close
        the window.
      </Trans>
    )
  }
  return mayWrite ? (
    <Trans>
      It is kept on this device. Put it back or copy what you need, and then throw it away here.
    </Trans>
  ) : (
    <Trans>It is kept on this device. Copy what you need, and then throw it away here.</Trans>
  )
}

function ShelvedCopy({ copy }: { readonly copy: SetAside }) {
  const { t } = useLingui()
  const announce = useAnnounce()
  const { doc, undo, writable } = useOpenPlan()
  const { template } = useActionSetting()
  const isWritable = useObservable(writable)
  const differencesNow = () => differencesOf(copy, { doc, template })
  const [differences] = useState(differencesNow)
  const toPlan = () => {
    undo.stopCapturing()
    putBack(doc, differencesNow() ?? [])
    undo.stopCapturing()
    void copy.notePutBack()
    announce(t`The words are back, at the end of their texts`)
  }
  const mayPutBack = isWritable && !copy.isPutBack && differences?.some(canPutBack)

  return (
    <SetAsideEntry
      atMs={copy.atMs}
      differences={differences}
      isPutBack={copy.isPutBack}
      onDiscard={() => void copy.discard()}
    >
      {mayPutBack && (
        <Button size="small" icon="undo" onPress={toPlan}>
          <Trans>Put it back</Trans>
        </Button>
      )}
    </SetAsideEntry>
  )
}
