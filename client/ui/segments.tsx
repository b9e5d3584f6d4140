/** One choice of a few, side by side: radio buttons that look like one bar. */
import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import styles from './segments.module.css'

interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly mark?: ReactNode
}

interface SegmentsProps<Value extends string> {
  /** The id of the words that name the choice. */
  readonly labelledBy: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly isReadOnly?: boolean
  readonly onChange: (value: Value) => void
}

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { labelledBy, value, segments, isReadOnly = false, onChange } = props
  return (
    <RadioGroup
      className={styles['segments']}
      aria-labelledby={labelledBy}
      data-not-copied=""
      value={value}
      isReadOnly={isReadOnly}
      orientation="horizontal"
      onChange={(chosen) => {
        const segment = segments.find((one) => one.value === chosen)
        if (segment) onChange(segment.value)
      }}
    >
      {segments.map((segment) => (
        <Radio key={segment.value} value={segment.value} className={styles['segment']}>
          {segment.mark}
          {segment.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
