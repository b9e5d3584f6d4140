/** What was begun under a note and left: a reply, a decision, a reason. */
import { useLingui } from '@lingui/react/macro'
import { draftKeyOf, type NoteForm, WORDS_FORMS } from './note-forms.tsx'
import type { ShownThread } from './shown-threads.ts'
import { WordsDraft } from './words-draft.tsx'

interface NoteDraftsProps {
  readonly thread: ShownThread
  readonly onForm: (form: NoteForm) => void
}

export function NoteDrafts({ thread, onForm }: NoteDraftsProps) {
  const { t } = useLingui()
  const labels = {
    reply: t`Draft of a reply`,
    decision: t`Draft of a decision`,
    refuse: t`Draft of why not`,
  }
  return WORDS_FORMS.map((form) => (
    <WordsDraft
      key={form}
      draftKey={draftKeyOf(form, thread)}
      label={labels[form]}
      opens={form}
      onGoOn={() => onForm(form)}
    />
  ))
}
