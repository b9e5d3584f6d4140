/** One text of an action: its label, and the field in a box. */
import { useId } from 'react'
import type { Action, ActionTextName } from '../../shared/plan/plan.ts'
import { actionMap } from '../../shared/plan/plan-doc.ts'
import { actionTextId } from '../open-plan/place-of.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { TextField } from '../text/text-field.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useActionLabels } from './action-labels.ts'
import { useActionSetting } from './action-setting.ts'
import card from './action-card.module.css'
import styles from './action-text.module.css'
import { XmlFragment } from 'yjs'

interface ActionTextProps {
  readonly action: Action
  readonly name: ActionTextName
  readonly kind: 'rich' | 'line'
  /** Without a visible label and a box: the title in its heading. */
  readonly isBare?: boolean
  /** The caret goes in when it appears. */
  readonly takesFocus?: boolean
}

export function ActionText({
  action,
  name,
  kind,
  isBare = false,
  takesFocus = false,
}: ActionTextProps) {
  const { doc } = useOpenPlan()
  const { mayWrite } = useActionSetting()
  const { label, placeholder } = useActionLabels()[name]
  const labelId = useId()
  // A new object after undo and redo of its making: the field is keyed by it.
  const fragment = actionMap(doc, action.id)?.get(name)
  if (!(fragment instanceof XmlFragment)) return null

  const field = (
    <TextField
      fragment={fragment}
      fieldId={actionTextId(action.id, name)}
      label={label}
      labelledBy={labelId}
      placeholder={mayWrite ? placeholder : '–'}
      kind={kind}
      readOnly={!mayWrite}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only the title of an action just made
      autoFocus={takesFocus}
    />
  )
  if (isBare) {
    return (
      <>
        <VisuallyHidden id={labelId}>{label}</VisuallyHidden>
        {field}
      </>
    )
  }
  return (
    <>
      <div className={card['label']}>
        <span id={labelId}>{label}</span>
        <span data-comments-at={`action:${action.id}:${name}`} data-not-copied="" />
      </div>
      <div className={styles['box']} data-read-only={!mayWrite}>
        {field}
      </div>
    </>
  )
}
