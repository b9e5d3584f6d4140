/** What could not be merged and was set aside on this device: to read, to copy, to put back, to let go. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { canPutBack } from '../open-plan/put-back.ts'
import type { SetAside } from '../open-plan/set-aside.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import { useDifferenceWords } from './use-difference-words.ts'
import styles from './set-aside-notice.module.css'

const JUST_NOW_MS = 10_000

export function SetAsideNotice() {
  const copies = useObservable(useOpenPlan().recovery)
  const title = useRef<HTMLHeadingElement>(null)
  const newestAtMs = Math.max(0, ...copies.map(({ atMs }) => atMs))

  // It has just been taken out of the text: whoever wrote it must not have to look for it.
  useEffect(() => {
    if (Date.now() - newestAtMs < JUST_NOW_MS) title.current?.focus()
  }, [newestAtMs])

  if (copies.length === 0) return null
  return (
    <section className={styles['notice']} aria-labelledby="set-aside">
      <h2 ref={title} className={styles['title']} id="set-aside" tabIndex={-1}>
        <Trans>Something you wrote was set aside</Trans>
      </h2>
      <p>
        <Trans>
          It could not be put together with the plan, so it is kept on this device. Put it back or
          copy what you need, and then throw it away here.
        </Trans>
      </p>
      <ul>
        {copies.map((copy) => (
          <SetAsideEntry key={copy.id} copy={copy} />
        ))}
      </ul>
    </section>
  )
}

function SetAsideEntry({ copy }: { readonly copy: SetAside }) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const announce = useAnnounce()
  const { undo, writable } = useOpenPlan()
  const isWritable = useObservable(writable)
  const [differences] = useState(() => copy.differences())
  const text = useDifferenceWords()(differences ?? [])
  const [isCopied, setIsCopied] = useState(false)
  const when = momentWords(copy.atMs, useNow(), language)
  const toClipboard = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
    announce(t`Copied`)
  }
  const toPlan = () => {
    undo.stopCapturing()
    copy.putBack()
    undo.stopCapturing()
    announce(t`The words are back, at the end of their texts`)
  }

  return (
    <li className={styles['entry']}>
      <p className={styles['facts']}>
        <Trans>From {when}</Trans>
        {' · '}
        <Plural value={wordsIn(text)} one="# word" other="# words" />
      </p>
      {copy.isPutBack && (
        <p>
          <Trans>
            The words are back, at the end of their texts. Dates, owners and titles are as they were
            in the plan.
          </Trans>
        </p>
      )}
      {text === '' ? (
        <p>
          {differences ? (
            <Trans>Everything in it is also in the plan.</Trans>
          ) : (
            <Trans>
              This version of Samplan cannot read it. Keep it, and reload the page when you are
              online.
            </Trans>
          )}
        </p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        <pre className={styles['text']} tabIndex={0} aria-label={t`The text that was set aside`}>
          {text}
        </pre>
      )}
      <div className={styles['actions']}>
        {isWritable && !copy.isPutBack && differences?.some(canPutBack) && (
          <Button size="small" icon="undo" onPress={toPlan}>
            <Trans>Put it back</Trans>
          </Button>
        )}
        {text !== '' && (
          <Button
            size="small"
            icon={isCopied ? 'check' : 'copy'}
            onPress={() => void toClipboard()}
          >
            {isCopied ? t`Copied` : t`Copy the text`}
          </Button>
        )}
        <Button size="small" icon="trash" tone="quiet" onPress={() => void copy.discard()}>
          <Trans>Throw it away</Trans>
        </Button>
      </div>
    </li>
  )
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
