/** What one can do with a thread: answer, resolve, and the rest behind one button. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { setThreadState } from '../api/threads.ts'
import { Button } from '../ui/button.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import { useMentionable } from './discussers.ts'
import { bodyToSend } from './mentions.ts'
import { AssignForm, DecisionForm, RefuseForm } from './note-forms.tsx'
import { NoteMenu } from './note-menu.tsx'
import styles from './note.module.css'
import type { ShownThread } from './shown-threads.ts'
import { SuggestionButtons } from './suggestion-part.tsx'
import { useUnfinishedWords } from './unfinished.ts'
import { useDeed } from './use-deed.ts'
import { useFocusInFoot } from './use-focus-in-foot.ts'
import { WordsBox } from './words-box.tsx'

interface NoteFootProps {
  readonly thread: ShownThread
  readonly mayTalk: boolean
}

/** What is asked for under the note; null: nothing. */
export type NoteForm = 'reply' | 'decision' | 'assign' | 'refuse' | null

export function NoteFoot({ thread, mayTalk }: NoteFootProps) {
  const failureWords = useFailureWords()
  const { entry } = useDiscussSetting()
  const [form, setForm] = useState<NoteForm>(null)
  const deed = useDeed()
  const { threadId, state, suggestion, waiting } = thread
  const isResolvable = !waiting && (suggestion === null || suggestion.state !== 'open')
  const focus = useFocusInFoot(form)
  const end = () => setForm(null)
  if (waiting) return null

  return (
    <div className={styles['foot']} {...focus}>
      {deed.problem && (
        <p className={styles['problem']} role="alert">
          {failureWords(deed.problem).title}. {failureWords(deed.problem).advice}
        </p>
      )}
      {form === 'reply' && <ReplyForm thread={thread} onEnd={end} />}
      {form === 'decision' && <DecisionForm thread={thread} onEnd={end} />}
      {form === 'refuse' && <RefuseForm thread={thread} onEnd={end} />}
      {form === 'assign' && <AssignForm thread={thread} onEnd={end} />}
      {form === null && (
        <>
          <SuggestionButtons thread={thread} onRefuse={() => setForm('refuse')} />
          {mayTalk && state === 'open' && (
            <Button
              size="small"
              tone={suggestion ? 'quiet' : 'plain'}
              data-opens="reply"
              onPress={() => setForm('reply')}
            >
              <Trans>Reply</Trans>
            </Button>
          )}
          {mayTalk && state === 'open' && isResolvable && (
            <Button
              size="small"
              tone="quiet"
              icon="check"
              isPending={deed.isPending}
              onPress={() => deed.run(setThreadState(entry, threadId, 'resolved'))}
            >
              <Trans>Resolved</Trans>
            </Button>
          )}
          {mayTalk && state === 'resolved' && (
            <Button
              size="small"
              tone="quiet"
              isPending={deed.isPending}
              onPress={() => deed.run(setThreadState(entry, threadId, 'open'))}
            >
              <Trans>Open again</Trans>
            </Button>
          )}
          <NoteMenu thread={thread} onForm={setForm} deed={deed} />
        </>
      )}
    </div>
  )
}

interface ReplyFormProps {
  readonly thread: ShownThread
  readonly onEnd: () => void
}

function ReplyForm({ thread, onEnd }: ReplyFormProps) {
  const { t } = useLingui()
  const { threads } = useDiscussSetting()
  const people = useMentionable()
  const key = `reply:${thread.threadId}`
  const [words, setWords] = useUnfinishedWords(threads.unfinished, key, '')
  const send = () => {
    if (words.trim() === '') return
    threads.unfinished.drop(key)
    threads.reply(thread.threadId, bodyToSend(words.trim(), people))
    onEnd()
  }
  const giveUp = () => {
    threads.unfinished.drop(key)
    onEnd()
  }
  return (
    <div className={styles['form']}>
      <WordsBox
        label={t`Your reply`}
        placeholder={t`Write a reply. @ brings in a colleague.`}
        value={words}
        onChange={setWords}
        onSend={send}
        onLeave={onEnd}
        rows={2}
        isFirst
      />
      <div className={styles['buttons']}>
        <Button size="small" tone="main" isDisabled={words.trim() === ''} onPress={send}>
          <Trans>Send</Trans>
        </Button>
        <Button size="small" onPress={giveUp}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}
