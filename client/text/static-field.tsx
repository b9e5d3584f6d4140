/**
 * The static words of a text, and the gestures that open it: a click (the caret
 * goes where it was), the focus by keyboard (to the end), typing. A drag selects, and
 * a click on a task's box only ticks it.
 */
import { Trans } from '@lingui/react/macro'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { RichText } from '../../shared/text/rich-text.ts'
import prose from './prose.module.css'
import { StaticText } from './static-text.tsx'
import type { Entrance } from './text-editing.ts'
import { isTaskBox } from './tick-task.ts'
import type { TextFieldProps } from './text-field.tsx'
import styles from './text-field.module.css'
import { nameAttributes, textboxAttributes } from './textbox-attributes.ts'
import { useFragmentText } from './use-fragment-text.ts'
import { usePointerClick } from './use-pointer-click.ts'

interface StaticFieldProps extends TextFieldProps {
  readonly isUnknown: boolean
  /** It has just been left by Escape: the focus stays on it. */
  readonly isQuiet: boolean
  readonly checkboxLabel: (words: string) => string
  /** A pointer went down on it. */
  readonly onPress: () => void
  readonly onEnter: (entrance: Entrance) => void
  /** A task's box was clicked. */
  readonly onTick: (target: EventTarget) => void
}

export function StaticField(props: StaticFieldProps) {
  const { fragment, isUnknown, isQuiet, readOnly, checkboxLabel, onPress, onEnter, onTick } = props
  const text = useFragmentText(fragment)
  const pointer = usePointerClick((left, top) => onEnter({ at: 'point', left, top }))
  const words = <StaticText text={text.length > 0 ? text : EMPTY} checkboxLabel={checkboxLabel} />

  if (isUnknown) return <UnknownText {...props}>{words}</UnknownText>
  if (readOnly) {
    return (
      <div
        {...nameAttributes(props)}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- not a group of controls
        role="group"
        className={prose['prose']}
        data-kind={props.kind}
        data-static-text="closed"
      >
        {words}
      </div>
    )
  }
  return (
    <div
      {...textboxAttributes(props, false)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag holds rich text
      role="textbox"
      className={prose['prose']}
      tabIndex={0}
      data-static-text="open"
      onPointerDown={(event) => {
        pointer.onPointerDown(event)
        onPress()
      }}
      onPointerUp={pointer.onPointerUp}
      onPointerCancel={pointer.onPointerCancel}
      onClick={(event) => {
        if (isTaskBox(event.target)) onTick(event.target)
        else pointer.onClick(event)
      }}
      onFocus={(event) => {
        const isOwn = event.target === event.currentTarget
        if (isOwn && !pointer.isPointing() && !isQuiet) onEnter({ at: 'end' })
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && opensText(event)) onEnter({ at: 'end' })
      }}
    >
      {words}
    </div>
  )
}

/** Shown, and said to be what it is: a text box that cannot be written in before a reload. */
function UnknownText(props: StaticFieldProps & { readonly children: ReactNode }) {
  const unknownId = useId()
  const describedBy = [props.describedBy, unknownId].filter(Boolean).join(' ')
  return (
    <>
      <div
        {...textboxAttributes({ ...props, describedBy }, true)}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag holds rich text
        role="textbox"
        className={prose['prose']}
        tabIndex={0}
        data-static-text="closed"
      >
        {props.children}
      </div>
      <p className={styles['unknown']} id={unknownId}>
        <Trans>
          This text holds something from a newer version of Samplan. Reload the page to edit it.
        </Trans>
      </p>
    </>
  )
}

/** A text without words is one empty line, as in the editor. */
const EMPTY: RichText = [{ type: 'paragraph', content: [] }]

/** Typing goes on in the editor, a dead key too; Enter and F2 only open it. */
function opensText(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'Enter' || event.key === 'F2') event.preventDefault()
  return ['Enter', 'F2', 'Dead'].includes(event.key) || event.key.length === 1
}
