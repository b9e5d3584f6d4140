/**
 * The tools of the text that is being edited: attached above it, or docked at the
 * foot of a small screen. One of the two is shown, by the width of the window.
 *
 * Arrow keys go from tool to tool, Tab leaves. A click leaves the focus in the text.
 */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { Icon } from '../ui/icon.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { shortcutWords } from './shortcut-words.ts'
import { type LiveText, textEditingOf } from './text-editing.ts'
import styles from './text-toolbar.module.css'
import { ToggleTools } from './toggle-tools.tsx'
import { ToolButton } from './tool-button.tsx'
import { removeLink, setLink } from './tool-commands.ts'
import { BlockMenu, LanguageMenu } from './tool-menus.tsx'
import { useToolState } from './tool-state.ts'

interface TextToolbarProps {
  readonly placement: 'attached' | 'docked'
}

/** Nothing while no rich text is being edited. */
export function TextToolbar({ placement }: TextToolbarProps) {
  const live = useObservable(textEditingOf(useOpenPlan()).live)
  if (live?.kind !== 'rich') return null
  return <Tools key={live.fieldId} live={live} placement={placement} />
}

function Tools({ live: { editor }, placement }: TextToolbarProps & { readonly live: LiveText }) {
  const { t } = useLingui()
  const { undo } = useOpenPlan()
  const canUndo = useObservable(undo.canUndo)
  const canRedo = useObservable(undo.canRedo)
  const state = useToolState(editor)
  const [isLinking, setLinking] = useState(false)

  const endLinking = (act: () => void) => {
    setLinking(false)
    act()
  }
  return (
    <div className={styles['place']} data-placement={placement} data-text-tools="">
      <Toolbar className={styles['tools']} aria-label={t`Formatting`} data-text-tools="">
        <BlockMenu editor={editor} state={state} />
        <span className={styles['gap']} />
        <ToggleTools editor={editor} state={state} />
        <ToolButton
          label={t`Link`}
          isPressed={state.active.includes('link')}
          onPress={() => setLinking(true)}
        >
          <Icon name="link" />
        </ToolButton>
        <LanguageMenu editor={editor} state={state} />
        <span className={styles['gap']} />
        <ToolButton
          label={t`Undo`}
          shortcut={shortcutWords('Z')}
          isDisabled={!canUndo}
          onPress={() => undo.undo()}
        >
          <Icon name="undo" />
        </ToolButton>
        <ToolButton
          label={t`Redo`}
          shortcut={shortcutWords('Y')}
          isDisabled={!canRedo}
          isExtra
          onPress={() => undo.redo()}
        >
          <Icon name="redo" />
        </ToolButton>
      </Toolbar>
      {isLinking && (
        <LinkDialog
          address={state.linkAddress}
          onSet={(address) => endLinking(() => setLink(editor, address))}
          onRemove={() => endLinking(() => removeLink(editor))}
          onClose={() => endLinking(() => editor.commands.focus())}
        />
      )}
    </div>
  )
}
