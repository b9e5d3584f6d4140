/**
 * The tools of the text that is being edited: attached above it, or docked at the
 * foot of a small screen. One of the two is shown, by the width of the window.
 *
 * Arrow keys go from tool to tool, Tab leaves, Escape goes back to the caret. A click
 * leaves the focus in the text.
 */
import { useLingui } from '@lingui/react/macro'
import { Suspense } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { discussWishOf } from '../open-plan/discuss-wish.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { Icon } from '../ui/icon.tsx'
import { chordWords, shortcutWords } from '../ui/chords.ts'
import { type LiveText, textEditingOf } from './text-editing.ts'
import styles from './text-toolbar.module.css'
import { ToggleTools } from './toggle-tools.tsx'
import { ToolButton } from './tool-button.tsx'
import { TEXT_KEYS } from './text-keys.ts'
import { removeLink, setLink } from './tool-commands.ts'
import { useToolState } from './tool-state.ts'
import { leaveToolbar } from './toolbar-focus.ts'
import { lazyPart } from '../ui/lazy-part.ts'

// One can type without them; the page loads them while nobody waits (plan/use-prepared-parts.ts).
const BlockMenu = lazyPart(() => import('./tool-menus.tsx').then(({ BlockMenu: menu }) => menu))
const LanguageMenu = lazyPart(() =>
  import('./tool-menus.tsx').then(({ LanguageMenu: menu }) => menu),
)
const LinkDialog = lazyPart(() =>
  import('./link-dialog.tsx').then(({ LinkDialog: dialog }) => dialog),
)

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
  const plan = useOpenPlan()
  const { undo } = plan
  const editing = textEditingOf(plan)
  const canUndo = useObservable(undo.canUndo)
  const canRedo = useObservable(undo.canRedo)
  const state = useToolState(editor)
  // Asked for by the tool, a key or a command; one of the two toolbars asks.
  const isLinking = useObservable(editing.linking) && placement === 'attached'

  const endLinking = (act: () => void) => {
    editing.setLinking(false)
    act()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape in any of its tools
    <div
      className={styles['place']}
      data-placement={placement}
      data-text-tools=""
      // What a tool does is a step of undo of its own, however fast it follows on words.
      onClickCapture={() => undo.stopCapturing()}
      onKeyDown={(event) => leaveToolbar(event, () => editor.view.focus())}
    >
      <Toolbar className={styles['tools']} aria-label={t`Formatting`} data-text-tools="">
        <Suspense fallback={null}>
          <BlockMenu editor={editor} state={state} />
        </Suspense>
        <span className={styles['gap']} />
        <ToggleTools editor={editor} state={state} />
        <ToolButton
          label={t`Link`}
          shortcut={chordWords(TEXT_KEYS.link)}
          isPressed={state.active.includes('link')}
          onPress={() => editing.setLinking(true)}
        >
          <Icon name="link" />
        </ToolButton>
        <Suspense fallback={null}>
          <LanguageMenu editor={editor} state={state} />
        </Suspense>
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
        {plan.entry.me.mayDiscuss && (
          <ToolButton
            label={t`Comment`}
            shortcut={shortcutWords('Shift-m')}
            onPress={() => discussWishOf(plan).set({ kind: 'comment-on-words' })}
          >
            <Icon name="comment" />
          </ToolButton>
        )}
      </Toolbar>
      {isLinking && (
        <Suspense fallback={null}>
          <LinkDialog
            address={state.linkAddress}
            onSet={(address) => endLinking(() => setLink(editor, address))}
            onRemove={() => endLinking(() => removeLink(editor))}
            onClose={() => endLinking(() => editor.commands.focus())}
          />
        </Suspense>
      )}
    </div>
  )
}
