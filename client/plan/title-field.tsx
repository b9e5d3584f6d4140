/**
 * The plan's title: a labelled field for those who write, a heading for everyone. Whoever comes
 * to the plan from another page of ours begins here.
 */
import { useLingui } from '@lingui/react/macro'
import { hasHadFocus, useHeadingFocus } from '../ui/heading-focus.ts'
import styles from './title-field.module.css'
import { usePlanTitle } from './use-plan-facts.ts'
import { PLAN_UNDO } from './use-undo-keys.ts'

interface TitleFieldProps {
  readonly isReadOnly: boolean
}

const MAX_TITLE = 200

export function TitleField({ isReadOnly }: TitleFieldProps) {
  const { t } = useLingui()
  const { title, write, pause } = usePlanTitle()
  const heading = useHeadingFocus(hasHadFocus())
  const attributes = { className: styles['title'], ref: heading, tabIndex: -1 }

  if (isReadOnly) return <h1 {...attributes}>{title || t`Plan without a title`}</h1>
  return (
    <h1 {...attributes}>
      <span className={styles['grow']} data-text={title}>
        <textarea
          {...PLAN_UNDO}
          className={styles['input']}
          rows={1}
          maxLength={MAX_TITLE}
          aria-label={t`Title of the plan`}
          placeholder={t`Title of the plan`}
          value={title}
          onFocus={pause}
          onBlur={pause}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            event.currentTarget.blur()
          }}
          onChange={(event) => write(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
        />
      </span>
    </h1>
  )
}
