/**
 * Something that is asked for in words: a reply, a decision, a reason, what one wrote put right.
 * Escape leaves it, and the words stay as a draft; Cancel throws them away, and offers them back.
 */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { Button } from '../ui/button.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import styles from './note.module.css'
import { useUnfinishedWords } from './unfinished.ts'
import type { Deed } from './use-deed.ts'
import { useDraftNotices } from './use-draft-notices.ts'
import { WordsBox } from './words-box.tsx'

interface WordsFormProps {
  /** What its words are kept by while they are neither sent nor given up. */
  readonly draftKey: string
  readonly label: string
  /** Absent: the label. */
  readonly placeholder?: string
  /** What stands there at first. */
  readonly first?: string
  readonly maxLength?: number
  /** Can one call on colleagues by @? Where nobody would hear of it, no. */
  readonly hasMentions?: boolean
  /** What sends it. */
  readonly button: ReactNode
  /** Absent: it is taken at once. */
  readonly deed?: Pick<Deed, 'isPending' | 'problem'>
  /** @param onDone they are taken: the draft is none any more, and the form ends. */
  readonly onSend: (words: string, onDone: () => void) => void
  readonly onEnd: () => void
  readonly onGoOn: () => void
}

export function WordsForm(props: WordsFormProps) {
  const { draftKey, label, placeholder = label, first = '', button, deed } = props
  const { maxLength, hasMentions = true } = props
  const { unfinished } = useDiscussSetting().threads
  const failureWords = useFailureWords()
  const { tellKept, tellThrownAway, throwAway } = useDraftNotices(unfinished)
  const [words, setWords] = useUnfinishedWords(unfinished, draftKey, first)
  const isReady = words.trim() !== ''
  const send = () => {
    if (!isReady || deed?.isPending === true) return
    props.onSend(words.trim(), () => {
      // What was written on while it was sent stays, and so does its form.
      if ((unfinished.words.get().get(draftKey) ?? first) !== words) return
      unfinished.drop(draftKey)
      props.onEnd()
    })
  }
  const leave = () => {
    if (isReady) tellKept(draftKey, props.onGoOn, true)
    else if (words !== first) {
      // Emptied words are no draft: next time it begins as at first.
      unfinished.drop(draftKey)
      tellThrownAway()
    }
    props.onEnd()
  }
  const giveUp = () => {
    throwAway(draftKey, props.onGoOn)
    props.onEnd()
  }
  return (
    <div className={styles['form']}>
      <WordsBox
        label={label}
        placeholder={placeholder}
        value={words}
        onChange={setWords}
        onSend={send}
        onLeave={leave}
        rows={2}
        maxLength={maxLength}
        hasMentions={hasMentions}
        isFirst
      />
      {deed?.problem && <p role="alert">{failureWords(deed.problem).title}</p>}
      <div className={styles['buttons']}>
        <Button
          size="small"
          tone="main"
          isDisabled={!isReady}
          isPending={deed?.isPending ?? false}
          onPress={send}
        >
          {button}
        </Button>
        <Button size="small" onPress={giveUp}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}
