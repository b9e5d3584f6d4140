/** What one can do with a thread: answer, resolve, and the rest behind one button. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { setThreadState } from '../api/threads.ts'
import { Button } from '../ui/button.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import { NoteDrafts } from './note-drafts.tsx'
import {
  AssignForm,
  DecisionForm,
  draftKeyOf,
  type NoteForm,
  RefuseForm,
  ReplyForm,
} from './note-forms.tsx'
import { NoteMenu } from './note-menu.tsx'
import styles from './note.module.css'
import type { ShownThread } from './shown-threads.ts'
import { SuggestionButtons } from './suggestion-buttons.tsx'
import { useHasWords } from './unfinished.ts'
import { useDeed } from './use-deed.ts'
import { useFocusInPart } from './use-focus-in-part.ts'

interface NoteFootProps {
  readonly thread: ShownThread
  readonly mayTalk: boolean
}

export function NoteFoot({ thread, mayTalk }: NoteFootProps) {
  const failureWords = useFailureWords()
  const { entry, threads } = useDiscussSetting()
  const [form, setForm] = useState<NoteForm | null>(null)
  const deed = useDeed()
  const { threadId, state, suggestion, waiting } = thread
  const isResolvable = !waiting && (suggestion === null || suggestion.state !== 'open')
  const focus = useFocusInPart(form)
  const isReplyBegun = useHasWords(threads.unfinished, draftKeyOf('reply', thread))
  const isTalking = mayTalk && state === 'open'
  if (waiting) return null

  const formProps = {
    thread,
    // Of what was sent from it; another may be open by then.
    onEnd: () => setForm((now) => (now === form ? null : now)),
    onGoOn: () => setForm(form),
  }

  return (
    <div className={styles['foot']} {...focus}>
      {deed.problem && (
        <p className={styles['problem']} role="alert">
          {failureWords(deed.problem).title}. {failureWords(deed.problem).advice}
        </p>
      )}
      {form === 'reply' && <ReplyForm {...formProps} />}
      {form === 'decision' && <DecisionForm {...formProps} />}
      {form === 'refuse' && <RefuseForm {...formProps} />}
      {form === 'assign' && <AssignForm {...formProps} />}
      {form === null && (
        <>
          <NoteDrafts thread={thread} onForm={setForm} />
          <SuggestionButtons thread={thread} onRefuse={() => setForm('refuse')} />
          {isTalking && !isReplyBegun && (
            <Button
              size="small"
              tone={suggestion ? 'quiet' : 'plain'}
              data-opens="reply"
              onPress={() => setForm('reply')}
            >
              <Trans>Reply</Trans>
            </Button>
          )}
          {isTalking && isResolvable && (
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
