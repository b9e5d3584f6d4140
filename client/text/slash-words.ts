/**
 * A slash typed at the start of a word, and the words behind it: what the menu at
 * the caret filters by (slash-menu.tsx).
 *
 * It opens only when a slash is typed, never because one stands there, and not in
 * the middle of a composition. Colleagues' edits in the same paragraph replace the
 * document as the editor sees it, so the slash is found again from the caret, which
 * the binding keeps. @tiptap/suggestion finds its place by mapping, which such an
 * edit loses: what Escape had closed would open again.
 *
 * All that is typed from the slash on, and the choice, is one step of undo.
 */
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from 'y-prosemirror'
import type { PlanUndo } from '../open-plan/plan-undo.ts'

/** What stands behind the slash, up to the caret. */
export interface SlashTyped {
  /** The slash itself. */
  readonly from: number
  readonly search: string
}

export interface SlashWordsOptions {
  readonly undo: Pick<PlanUndo, 'beginStep'>
}

interface SlashWordsStorage {
  /** The menu's keys, while one is shown: says whether it took this one. */
  onKey: ((event: KeyboardEvent) => boolean) | null
}

declare module '@tiptap/core' {
  interface Storage {
    slashWords: SlashWordsStorage
  }
}

const slashKey = new PluginKey<SlashTyped | null>('slashWords')
/** A line end or the start of the text, or white space, before it; no second slash behind it. */
const AFTER_SLASH = /(?:^|[\s\uFFFC])\/((?:[^\s/\uFFFC][^/\uFFFC]{0,30})?)$/

/** null while no menu is wanted. */
export function slashTyped(state: EditorState): SlashTyped | null {
  return slashKey.getState(state) ?? null
}

/** No menu is wanted any more; what was typed stays. */
export function closeSlash(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(slashKey, 'close').setMeta('addToHistory', false))
}

/** Hands the menu the keys while one is shown. @returns stop. */
export function takeSlashKeys(
  { storage: { slashWords } }: Editor,
  onKey: (event: KeyboardEvent) => boolean,
): () => void {
  slashWords.onKey = onKey
  return () => {
    slashWords.onKey = null
  }
}

export const SlashWords = Extension.create<SlashWordsOptions, SlashWordsStorage>({
  name: 'slashWords',
  // Its keys come before those that leave the text (field-keys.ts).
  priority: 3000,

  addStorage: () => ({ onKey: null }),

  addProseMirrorPlugins() {
    const { undo } = this.options
    const { storage } = this
    let endStep: (() => void) | null = null
    return [
      new Plugin<SlashTyped | null>({
        key: slashKey,
        state: {
          init: () => null,
          apply(transaction, typed, _before, state) {
            const wish: unknown = transaction.getMeta(slashKey)
            if (wish === 'close') return null
            if (wish === 'open') return typedBehindSlash(state)
            if (!typed || !(transaction.docChanged || transaction.selectionSet)) return typed
            const now = typedBehindSlash(state)
            if (!now) return null
            if (isOthers(transaction.getMeta(ySyncPluginKey)) || !transaction.docChanged) {
              return now.search === typed.search ? now : null
            }
            return now.from === transaction.mapping.map(typed.from) ? now : null
          },
        },
        view: () => ({
          update({ state }) {
            if (slashTyped(state)) return
            const end = endStep
            endStep = null
            // Once the binding has written this change too, and the tool what it does at once.
            if (end) queueMicrotask(end)
          },
          destroy: () => endStep?.(),
        }),
        props: {
          handleTextInput(view, _from, _to, words, insert) {
            if (words !== '/' || view.composing || !mayBegin(view.state)) return false
            endStep?.()
            endStep = undo.beginStep()
            view.dispatch(insert().setMeta(slashKey, 'open'))
            return true
          },
          handleKeyDown(view, event) {
            if (!slashTyped(view.state) || view.composing || event.isComposing) return false
            return storage.onKey?.(event) ?? false
          },
          handleDOMEvents: {
            blur(view) {
              if (slashTyped(view.state)) closeSlash(view)
              return false
            },
          },
        },
      }),
    ]
  },
})

function typedBehindSlash({ selection }: EditorState): SlashTyped | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC')
  const search = AFTER_SLASH.exec(before)?.[1]
  return search === undefined ? null : { from: $from.pos - search.length - 1, search }
}

/** At the start of a line or behind white space, and not in code. */
function mayBegin({ selection, schema }: EditorState): boolean {
  const { $from } = selection
  if (!$from.parent.isTextblock) return false
  if ($from.marks().some(({ type }) => type === schema.marks['code'])) return false
  return /(?:^|[\s\uFFFC])$/.test(
    $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC'),
  )
}

function isOthers(sync: { readonly isChangeOrigin?: boolean } | undefined): boolean {
  return sync?.isChangeOrigin === true
}
