/** The texts of an action that changed, or all of one that is new or gone. */
import type { ActionChange } from '../../shared/plan/plan-difference.ts'
import { ACTION_TEXTS, type ActionTextName } from '../../shared/plan/plan.ts'
import type { TextDifference } from '../../shared/text/compare-texts.ts'
import { useActionLabels } from '../actions/action-labels.ts'
import styles from './action-difference.module.css'
import { unchanged } from './paper-content.ts'
import { TextDifferenceBox } from './text-difference.tsx'

interface ActionTextsProps {
  readonly change: ActionChange
  /** Texts that did not change are shown too. */
  readonly isWhole: boolean
}

export function ActionTexts({ change, isWhole }: ActionTextsProps) {
  const labels = useActionLabels()
  return ACTION_TEXTS.filter((name) => name !== 'title').map((name) => {
    const text = textOf(change, name, isWhole)
    if (text.length === 0) return null
    const isStill = text.every(({ kind }) => kind === 'same')
    return (
      <div key={name} className={styles['text']}>
        <h5 className={styles['label']}>{labels[name].label}</h5>
        <TextDifferenceBox difference={text} isWhole={isWhole || isStill} />
      </div>
    )
  })
}

function textOf(change: ActionChange, name: ActionTextName, isWhole: boolean): TextDifference {
  const { action, before, after, parts } = change
  const part = parts.find((one) => one.part === 'text' && one.name === name)
  if (part?.part === 'text') return part.text
  const kind = after.kind !== 'here' ? 'gone' : 'new'
  if (before.kind === 'absent' || (after.kind !== 'here' && before.kind === 'here')) {
    return action.texts[name].map((block) => ({ kind, block, isMoved: false }))
  }
  return isWhole ? unchanged(action.texts[name]) : []
}
