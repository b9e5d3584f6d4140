/** Help to begin a field: one or two sentences, and more to ask each other when wanted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { FieldWords } from '../../shared/templates/template.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './field-guidance.module.css'

interface FieldGuidanceProps {
  readonly id: string
  readonly words: FieldWords
  /** Where something is written already, all of it waits until it is wanted. */
  readonly isWritten: boolean
}

export function FieldGuidance({ id, words, isWritten }: FieldGuidanceProps) {
  const { t } = useLingui()
  // As it was when the page came: the text must not jump while someone writes it.
  const [isFolded] = useState(isWritten)
  const [isOpen, setIsOpen] = useState(false)
  const moreId = useId()
  const { label, guidance, questions, example } = words
  const hasMore = isFolded || questions.length > 0 || example !== undefined
  const sentence = <p id={id}>{guidance}</p>

  return (
    <div className={styles['guidance']} data-folded={isFolded && !isOpen}>
      {!isFolded && sentence}
      {hasMore && (
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          aria-controls={moreId}
          aria-label={isFolded ? t`Guidance: ${label}` : t`Questions to ask each other: ${label}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isFolded ? <Trans>Guidance</Trans> : <Trans>Questions to ask each other</Trans>}
          <Icon name="chevron-down" />
        </button>
      )}
      <div id={moreId} hidden={!isOpen}>
        {isFolded && sentence}
        <ul className={styles['questions']}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        {example && <GuidanceExample {...example} />}
      </div>
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
