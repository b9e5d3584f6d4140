/**
 * What is asked for before a decision is noted, a suggestion refused, or a thread given to
 * somebody.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { assignThread, noteDecision, refuseSuggestion } from '../api/threads.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import { useDiscussers } from './discussers.ts'
import styles from './note.module.css'
import type { ShownThread } from './shown-threads.ts'
import { useDeed } from './use-deed.ts'
import { WordsBox } from './words-box.tsx'

interface NoteFormProps {
  readonly thread: ShownThread
  readonly onEnd: () => void
}

const LONGEST_DECISION = 500

export function DecisionForm({ thread, onEnd }: NoteFormProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const failureWords = useFailureWords()
  const deed = useDeed()
  const [sentence, setSentence] = useState(thread.decision?.sentence ?? '')
  const save = () => {
    const words = sentence.trim().slice(0, LONGEST_DECISION)
    if (words === '') return
    deed.run(noteDecision(entry, thread.threadId, words), onEnd)
  }
  return (
    <div className={styles['form']}>
      <WordsBox
        label={t`What was decided, in one sentence`}
        placeholder={t`What was decided, in one sentence`}
        value={sentence}
        onChange={setSentence}
        onSend={save}
        onLeave={onEnd}
        rows={2}
        isFirst
        hasMentions={false}
      />
      {deed.problem && <p role="alert">{failureWords(deed.problem).title}</p>}
      <div className={styles['buttons']}>
        <Button
          size="small"
          tone="main"
          isDisabled={sentence.trim() === ''}
          isPending={deed.isPending}
          onPress={save}
        >
          <Trans>Note the decision</Trans>
        </Button>
        <Button size="small" onPress={onEnd}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}

const NOBODY = ''

export function AssignForm({ thread, onEnd }: NoteFormProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const failureWords = useFailureWords()
  const deed = useDeed()
  const people = useDiscussers()
  const choices = [
    { value: NOBODY, label: t`Nobody` },
    ...people.map(({ memberId, name }) => ({ value: memberId, label: name })),
  ]
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape in any of its parts
    <div
      className={styles['form']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onEnd()
      }}
    >
      <ChoiceBox
        label={t`Who sees to it?`}
        value={thread.assignee?.memberId ?? NOBODY}
        choices={choices}
        isDisabled={deed.isPending}
        onChange={(memberId) =>
          deed.run(
            assignThread(entry, thread.threadId, memberId === NOBODY ? null : memberId),
            onEnd,
          )
        }
      />
      {deed.problem && (
        <p role="alert">
          {deed.problem === 'above-role'
            ? t`They do not take part in what is said about this plan any more.`
            : failureWords(deed.problem).title}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button size="small" onPress={onEnd}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}

/** Why a suggestion is not taken: whoever made it gets to read it. */
export function RefuseForm({ thread, onEnd }: NoteFormProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const failureWords = useFailureWords()
  const deed = useDeed()
  const [reason, setReason] = useState('')
  const suggester = thread.by.name
  const refuse = () => {
    if (reason.trim() === '') return
    deed.run(refuseSuggestion(entry, thread.threadId, reason.trim()), onEnd)
  }
  return (
    <div className={styles['form']}>
      <WordsBox
        label={t`Why not? ${suggester} gets to read it.`}
        placeholder={t`Why not? ${suggester} gets to read it.`}
        value={reason}
        onChange={setReason}
        onSend={refuse}
        onLeave={onEnd}
        rows={2}
        isFirst
        hasMentions={false}
      />
      {deed.problem && <p role="alert">{failureWords(deed.problem).title}</p>}
      <div className={styles['buttons']}>
        <Button
          size="small"
          tone="main"
          isDisabled={reason.trim() === ''}
          isPending={deed.isPending}
          onPress={refuse}
        >
          <Trans>Decline</Trans>
        </Button>
        <Button size="small" onPress={onEnd}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}
