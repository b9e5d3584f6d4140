/**
 * What is asked for under a note: a reply, the sentence of a decision, why a suggestion is
 * refused, who sees to it.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFailureWords } from '../api/failure-words.ts'
import { assignThread, noteDecision, refuseSuggestion } from '../api/threads.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import { useDiscussers, useMentionable } from './discussers.ts'
import { bodyToSend } from './mentions.ts'
import styles from './note.module.css'
import type { ShownThread } from './shown-threads.ts'
import { useDeed } from './use-deed.ts'
import { WordsForm } from './words-form.tsx'

/** What is asked for under the note. */
export type NoteForm = 'reply' | 'decision' | 'assign' | 'refuse'

/** Those that are asked for in words. */
export const WORDS_FORMS = ['reply', 'decision', 'refuse'] as const

export function draftKeyOf(form: NoteForm, { threadId }: Pick<ShownThread, 'threadId'>): string {
  return `${form}:${threadId}`
}

export interface NoteFormProps {
  readonly thread: ShownThread
  readonly onEnd: () => void
  /** Opens it again. */
  readonly onGoOn: () => void
}

export function ReplyForm({ thread, ...rest }: NoteFormProps) {
  const { t } = useLingui()
  const { threads } = useDiscussSetting()
  const people = useMentionable()
  return (
    <WordsForm
      {...rest}
      draftKey={draftKeyOf('reply', thread)}
      label={t`Your reply`}
      placeholder={t`Write a reply. @ brings in a colleague.`}
      button={<Trans>Send</Trans>}
      onSend={(words, onDone) => {
        threads.reply(thread.threadId, bodyToSend(words, people))
        onDone()
      }}
    />
  )
}

/** As long as the school takes it. */
const LONGEST_DECISION = 500

export function DecisionForm({ thread, ...rest }: NoteFormProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const deed = useDeed()
  return (
    <WordsForm
      {...rest}
      draftKey={draftKeyOf('decision', thread)}
      label={t`What was decided, in one sentence`}
      first={thread.decision?.sentence ?? ''}
      maxLength={LONGEST_DECISION}
      hasMentions={false}
      button={<Trans>Note the decision</Trans>}
      deed={deed}
      onSend={(words, onDone) => deed.run(noteDecision(entry, thread.threadId, words), onDone)}
    />
  )
}

/** Why a suggestion is not taken: whoever made it gets to read it. */
export function RefuseForm({ thread, ...rest }: NoteFormProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const deed = useDeed()
  const suggester = thread.by.name
  return (
    <WordsForm
      {...rest}
      draftKey={draftKeyOf('refuse', thread)}
      label={t`Why not? ${suggester} gets to read it.`}
      hasMentions={false}
      button={<Trans>Decline</Trans>}
      deed={deed}
      onSend={(words, onDone) => deed.run(refuseSuggestion(entry, thread.threadId, words), onDone)}
    />
  )
}

const NOBODY = ''

export function AssignForm({ thread, onEnd }: Pick<NoteFormProps, 'thread' | 'onEnd'>) {
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
