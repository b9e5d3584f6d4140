/** The tools that are on or off: letters, lists, quote and callout. */
import { useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { shortcutWords } from '../ui/chords.ts'
import styles from './text-toolbar.module.css'
import { ToolButton } from './tool-button.tsx'
import { toggle } from './tool-commands.ts'
import type { Toggle, ToolState } from './tool-state.ts'

interface ToggleToolsProps {
  readonly editor: Editor
  readonly state: ToolState
}

export function ToggleTools({ editor, state }: ToggleToolsProps) {
  const { t } = useLingui()
  const tool = (
    name: Exclude<Toggle, 'link'>,
    label: string,
    face: ReactNode,
    more: Extras = {},
  ) => (
    <ToolButton
      label={label}
      shortcut={more.key && shortcutWords(more.key)}
      isExtra={more.isExtra ?? false}
      isPressed={state.active.includes(name)}
      onPress={() => toggle(editor, name)}
    >
      {face}
    </ToolButton>
  )
  return (
    <>
      {tool('bold', t`Bold`, <Letter kind="bold">{t`B`}</Letter>, { key: 'B' })}
      {tool('italic', t`Italic`, <Letter kind="italic">{t`I`}</Letter>, { key: 'I' })}
      {tool('underline', t`Underline`, <Letter kind="underline">{t`U`}</Letter>, {
        key: 'U',
        isExtra: true,
      })}
      {tool('strike', t`Strike through`, <Letter kind="strike">{t`S`}</Letter>, { isExtra: true })}
      <span className={styles['gap']} />
      {tool('bulletList', t`Bullet list`, <Icon name="bullet-list" />)}
      {tool('orderedList', t`Numbered list`, <Icon name="numbered-list" />, { isExtra: true })}
      {tool('taskList', t`Check list`, <Icon name="check-list" />)}
      {tool('blockquote', t`Quote`, <Icon name="quote" />, { isExtra: true })}
      {tool('callout', t`Callout`, <Icon name="callout" />, { isExtra: true })}
    </>
  )
}

interface Extras {
  readonly key?: string
  readonly isExtra?: boolean
}

interface LetterProps {
  readonly kind: 'bold' | 'italic' | 'underline' | 'strike'
  readonly children: string
}

function Letter({ kind, children }: LetterProps) {
  return (
    <span className={styles['letter']} data-kind={kind} aria-hidden="true">
      {children}
    </span>
  )
}
