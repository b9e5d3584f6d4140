/**
 * One text of the plan: static words that become an editor when someone goes in.
 *
 * Static until it has the focus or another person's caret; then a live editor in
 * the same place, with the same look, mounted inside the gesture. A text with
 * content that this program does not know is shown and never opened.
 */
import { useLingui } from '@lingui/react/macro'
import { useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { FieldFoot } from './field-foot.tsx'
import { LiveText } from './live-text.tsx'
import prose from './prose.module.css'
import { keyOf } from './object-key.ts'
import { SlashMenuPlace } from './slash-menu-place.tsx'
import { StaticField } from './static-field.tsx'
import { textEditingOf } from './text-editing.ts'
import { textboxAttributes } from './textbox-attributes.ts'
import type { TextKind } from './text-editor.ts'
import styles from './text-field.module.css'
import { TextToolbar } from './text-toolbar.tsx'
import { tickTask } from './tick-task.ts'
import { focusToolbar } from './toolbar-focus.ts'
import { useIsEmptyText } from './use-fragment-text.ts'
import { usePress } from './use-press.ts'
import { useTextPresence } from './use-text-presence.ts'
import { useVisitors } from './use-visitors.ts'
import { VisitorChips } from './visitor-chips.tsx'

export interface TextFieldProps {
  readonly fragment: Y.XmlFragment
  /** A field of the template, or '<actionId>.<name>': see open-plan/place-of.ts. */
  readonly fieldId: string
  /** Its name; said to screen readers unless `labelledBy` points to it on the page. */
  readonly label: string
  readonly labelledBy?: string | undefined
  readonly describedBy?: string | undefined
  readonly placeholder: string
  readonly kind: TextKind
  readonly readOnly: boolean
  readonly autoFocus?: boolean
}

/** Keyed by the fragment: undo and redo of an action's making give a new one. */
export function TextField(props: TextFieldProps) {
  return <Field key={keyOf(props.fragment)} {...props} />
}

function Field(props: TextFieldProps) {
  const { fragment, fieldId, kind, readOnly, placeholder, autoFocus = false } = props
  const { t } = useLingui()
  const plan = useOpenPlan()
  const root = useRef<HTMLDivElement>(null)
  const isEmpty = useIsEmptyText(fragment)
  const visitors = useVisitors(plan.others, fieldId)
  const { isPressed, onPress } = usePress()
  const hasVisitors = visitors.length > 0 && !isPressed
  const presence = useTextPresence({ plan, fragment, fieldId, kind, readOnly, hasVisitors, root })
  const { isLive, isInside, isUnknown, enter } = presence

  const wantsFocus = useRef(autoFocus)
  useLayoutEffect(() => {
    if (wantsFocus.current) enter({ at: 'end' })
    wantsFocus.current = false
  }, [enter])

  const checkboxLabel = (words: string) => (words === '' ? t`Done` : t`Done: ${words}`)
  const exits = {
    ...presence,
    toToolbar: () => focusToolbar(root.current),
    toLink() {
      textEditingOf(plan).setLinking(true)
      return true
    },
  }
  return (
    <div
      ref={root}
      className={styles['field']}
      data-kind={kind}
      data-inside={isInside}
      data-text-id={fieldId}
    >
      {isInside && kind === 'rich' && <TextToolbar placement="attached" />}
      {isLive ? (
        <LiveText
          plan={plan}
          fragment={fragment}
          fieldId={fieldId}
          kind={kind}
          editable={!readOnly}
          attributes={{
            ...textboxAttributes(props, readOnly),
            role: 'textbox',
            class: prose['prose'] ?? '',
          }}
          exits={exits}
          checkboxLabel={checkboxLabel}
          onMount={presence.onMount}
          onUnmount={presence.onUnmount}
          onUnknown={presence.onUnknown}
          onPaste={(news) => textEditingOf(plan).pasted.set({ news, fieldId })}
        />
      ) : (
        <StaticField
          {...props}
          isUnknown={isUnknown}
          isQuiet={presence.isQuiet}
          checkboxLabel={checkboxLabel}
          onPress={onPress}
          onEnter={presence.enterNow}
          onTick={(target) => tickTask(plan, fragment, target)}
        />
      )}
      {isEmpty && (
        <span className={styles['placeholder']} aria-hidden="true">
          {placeholder}
        </span>
      )}
      {isInside && kind === 'rich' && (
        <>
          <SlashMenuPlace />
          <FieldFoot fragment={fragment} />
        </>
      )}
      {!isLive && <VisitorChips visitors={visitors} />}
    </div>
  )
}
