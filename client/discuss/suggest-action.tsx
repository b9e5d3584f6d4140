/** A new action, as it is suggested: what should be done, how, and until when. */
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId } from 'react'
import { MAX_WORDS_LENGTH } from '../../shared/api/threads.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import { DateButton } from '../ui/date-button.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './composer.module.css'
import { useDiscussSetting } from './discuss-setting.ts'
import { usePartNames } from './place-titles.ts'
import type { SuggestFormProps } from './suggest-form.tsx'
import { useUnfinishedWords } from './unfinished.ts'
import box from './words-box.module.css'

interface SuggestActionProps extends Pick<SuggestFormProps, 'draft' | 'onChange'> {
  readonly commitment: Commitment
}

const LONGEST_TITLE = 200

export function SuggestAction({ draft, commitment, onChange }: SuggestActionProps) {
  const { t } = useLingui()
  const partNames = usePartNames()
  const { unfinished } = useDiscussSetting().threads
  const { key } = draft
  const [title, setTitle] = useUnfinishedWords(unfinished, `${key}/title`, '')
  const [description, setDescription] = useUnfinishedWords(unfinished, `${key}/description`, '')
  const [dueText, setDueText] = useUnfinishedWords(unfinished, `${key}/due`, '')
  const due = dueText === '' ? null : (dueText as CalendarDate)
  useEffect(() => {
    const change = {
      kind: 'new-action',
      commitment,
      title: title.trim(),
      description,
      due,
    } as const
    onChange(change.title === '' ? null : { change, place: null })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it tells of what was typed, not of who listens
  }, [commitment, title, description, due])
  return (
    <div className={styles['form']}>
      <Labelled label={t`What should be done?`}>
        {(id) => (
          <input
            id={id}
            className={styles['line']}
            maxLength={LONGEST_TITLE}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        )}
      </Labelled>
      <Labelled label={partNames.description}>
        {(id) => (
          <textarea
            id={id}
            className={box['words']}
            data-voice="school"
            rows={2}
            maxLength={MAX_WORDS_LENGTH}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
        )}
      </Labelled>
      <div>
        <VisuallyHidden>{partNames.due}</VisuallyHidden>
        <DateButton label={partNames.due} date={due} onChange={(date) => setDueText(date ?? '')} />
      </div>
    </div>
  )
}

interface LabelledProps {
  readonly label: string
  readonly children: (id: string) => ReactNode
}

function Labelled({ label, children }: LabelledProps) {
  const id = useId()
  return (
    <div>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
