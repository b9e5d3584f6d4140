/** School years, terms or holidays: a name and two days each, what is wrong beside it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { DateButton } from '../ui/date-button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { DraftSpan, SpanList, SpanProblem } from './settings-draft.ts'
import styles from './settings.module.css'
import { useSpanWords } from './span-words.ts'

interface SpanRowsProps {
  readonly list: SpanList
  readonly spans: readonly DraftSpan[]
  /** By the key of the span; null: nothing is said yet. */
  readonly problems: ReadonlyMap<string, SpanProblem> | null
  readonly onChange: (spans: readonly DraftSpan[]) => void
}

export function SpanRows({ list, spans, problems, onChange }: SpanRowsProps) {
  const words = useSpanWords()[list]
  const heading = useRef<HTMLHeadingElement>(null)
  const made = useRef(0)
  const add = () => {
    made.current += 1
    onChange([...spans, { key: `${list} new ${made.current}`, name: '', start: null, end: null }])
  }
  const remove = (key: string) => {
    onChange(spans.filter((span) => span.key !== key))
    // Its row goes: the focus must stay somewhere.
    heading.current?.focus()
  }
  const put = (changed: DraftSpan) =>
    onChange(spans.map((span) => (span.key === changed.key ? changed : span)))

  return (
    <section className={styles['part']}>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {spans.length === 0 && <p className={styles['hint']}>{words.none}</p>}
      {spans.map((span, at) => (
        <SpanRow
          key={span.key}
          span={span}
          label={words.label(at + 1)}
          isFirst={span.key.includes('new') && span.name === '' && at === spans.length - 1}
          problem={problems?.get(span.key) ?? null}
          onChange={put}
          onRemove={() => remove(span.key)}
        />
      ))}
      <div>
        <Button icon="plus" size="small" onPress={add}>
          {words.add}
        </Button>
      </div>
    </section>
  )
}

interface SpanRowProps {
  readonly span: DraftSpan
  /** Tells it apart from its neighbours. */
  readonly label: string
  readonly isFirst: boolean
  readonly problem: SpanProblem | null
  readonly onChange: (span: DraftSpan) => void
  readonly onRemove: () => void
}

function SpanRow({ span, label, isFirst, problem, onChange, onRemove }: SpanRowProps) {
  const { t } = useLingui()
  const { name, start, end } = span
  const called = name.trim() || label
  const errorId = useId()
  const error = problem === 'no-name' ? null : problem
  return (
    <fieldset
      className={styles['span']}
      {...(problem && { 'data-problem': problem })}
      {...(error && { 'aria-describedby': errorId })}
    >
      <legend>{label}</legend>
      <TextInput
        label={t`Name`}
        value={name}
        onChange={(typed) => onChange({ ...span, name: typed })}
        isFirst={isFirst}
        error={problem === 'no-name' ? t`It needs a name` : undefined}
      />
      <div className={styles['dates']}>
        <DateButton
          label={t`${called}: first day`}
          date={start}
          onChange={(date) => onChange({ ...span, start: date })}
        />
        <span>
          <Trans>to</Trans>
        </span>
        <DateButton
          label={t`${called}: last day`}
          date={end}
          onChange={(date) => onChange({ ...span, end: date })}
        />
        <IconButton icon="trash" label={t`Take out: ${called}`} onPress={onRemove} />
      </div>
      {error && (
        <p className={styles['error']} id={errorId}>
          <SpanError problem={error} />
        </p>
      )}
    </fieldset>
  )
}

function SpanError({ problem }: { readonly problem: Exclude<SpanProblem, 'no-name'> }) {
  const { t } = useLingui()
  const words = {
    'no-day': t`Choose both days`,
    'ends-before': t`It ends before it begins`,
    overlap: t`It overlaps with one above it`,
    'outside-year': t`It lies outside every school year`,
  }
  return words[problem]
}
