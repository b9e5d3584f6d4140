/** Help to begin a field: one or two sentences, and more to ask each other when wanted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { FieldWords } from '../../shared/templates/template.ts'
import { Icon } from '../ui/icon.tsx'
import { UntilFound } from '../ui/until-found.tsx'
import styles from './field-guidance.module.css'

export interface Guidance {
  readonly words: FieldWords
  /** Where something was written already, all of it waits until it is wanted. */
  readonly isFolded: boolean
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
  readonly moreId: string
}

/** Folded as it was when the page came: the text must not jump while someone writes it. */
export function useGuidance(words: FieldWords, isWritten: boolean): Guidance {
  const [isFolded] = useState(isWritten)
  const [isOpen, setOpen] = useState(false)
  return { words, isFolded, isOpen, setOpen, moreId: useId() }
}

/** Stands by the label, clear of the toolbar that a text has above it while one writes. */
export function GuidanceToggle({ words, isFolded, isOpen, setOpen, moreId }: Guidance) {
  const { t } = useLingui()
  const { label } = words
  return (
    <button
      type="button"
      className={styles['toggle']}
      data-command="guidance"
      aria-expanded={isOpen}
      aria-controls={moreId}
      aria-label={isFolded ? t`Guidance: ${label}` : t`Questions: ${label}`}
      onClick={() => setOpen(!isOpen)}
    >
      {isFolded ? <Trans>Guidance</Trans> : <Trans>Questions</Trans>}
      <Icon name="chevron-down" />
    </button>
  )
}

/** @param id of the guiding sentence, which describes the text box. */
export function GuidanceWords({
  id,
  guidance,
}: {
  readonly id: string
  readonly guidance: Guidance
}) {
  const { words, isFolded, isOpen, moreId } = guidance
  const sentence = <p id={id}>{words.guidance}</p>
  return (
    <div className={styles['guidance']} data-folded={isFolded && !isOpen} data-not-copied="">
      {!isFolded && sentence}
      <UntilFound id={moreId} isOpen={isOpen} onFound={() => guidance.setOpen(true)}>
        {isFolded && sentence}
        <ul className={styles['questions']}>
          {words.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        {words.example && <GuidanceExample {...words.example} />}
      </UntilFound>
    </div>
  )
}

function GuidanceExample({ vague, better }: NonNullable<FieldWords['example']>) {
  return (
    <dl className={styles['example']}>
      <div>
        <dt>
          <Trans>Vague</Trans>
        </dt>
        <dd>{vague}</dd>
      </div>
      <div>
        <dt>
          <Trans>Better</Trans>
        </dt>
        <dd>{better}</dd>
      </div>
    </dl>
  )
}
