/** What could not be merged and was set aside on this device: to read, to copy, to let go. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { SetAside } from '../open-plan/set-aside.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import styles from './set-aside-notice.module.css'

export function SetAsideNotice() {
  const copies = useObservable(useOpenPlan().recovery)
  if (copies.length === 0) return null
  return (
    <section className={styles['notice']} aria-labelledby="set-aside">
      <h2 className={styles['title']} id="set-aside">
        <Trans>Something you wrote was set aside</Trans>
      </h2>
      <p>
        <Trans>
          It could not be put together with the plan, so it is kept on this device. Copy what you
          need, paste it where it belongs, and then throw it away here.
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
  const [text] = useState(() => copy.asText())
  const [isCopied, setIsCopied] = useState(false)
  const when = momentWords(copy.atMs, useNow(), language)
  const toClipboard = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
    announce(t`Copied`)
  }

  return (
    <li className={styles['entry']}>
      <p className={styles['facts']}>
        <Trans>From {when}</Trans>
        {' · '}
        <Plural value={wordsIn(text)} one="# word" other="# words" />
      </p>
      {text === '' ? (
        <p>
          <Trans>Everything in it is also in the plan.</Trans>
        </p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        <pre className={styles['text']} tabIndex={0} aria-label={t`The text that was set aside`}>
          {text}
        </pre>
      )}
      <div className={styles['actions']}>
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
