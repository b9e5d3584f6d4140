/**
 * Makes the editor of one text. Plain Tiptap, made and destroyed by whoever mounts
 * it; a hundred texts have one or two editors between them.
 *
 * Call `isKnownContent` first. Tiptap's paste rules are off: paste/paste.ts reads all
 * that is pasted.
 */
import { Editor } from '@tiptap/core'
import { Autolink } from './autolink.ts'
import { BaseKeys } from './base-keys.ts'
import { DepthLimit } from './depth-limit.ts'
import { FieldKeys, type FieldExits } from './field-keys.ts'
import { FreshSelection } from './fresh-selection.ts'
import { LineOnly } from './line-only.ts'
import { Paste, type PasteNews } from './paste/paste.ts'
import { SlashWords } from './slash-words.ts'
import { PlanBinding, type PlanBindingOptions } from './plan-binding.ts'
import { SCROLL_ROOM } from './scroll-room.ts'
import { textExtensions } from './text-extensions.ts'

export type TextKind = 'rich' | 'line'

export interface TextEditorOptions extends PlanBindingOptions {
  readonly element: HTMLElement
  readonly kind: TextKind
  readonly editable: boolean
  /** Of the element with role textbox: its name, its class. */
  readonly attributes: Readonly<Record<string, string>>
  readonly exits: FieldExits
  readonly checkboxLabel: (words: string) => string
  readonly onPaste: (news: PasteNews) => void
}

export function createTextEditor(options: TextEditorOptions): Editor {
  const { fragment, fieldId, plan, onUnknown, kind, exits } = options
  return new Editor({
    element: options.element,
    editable: options.editable,
    editorProps: { attributes: { ...options.attributes }, ...SCROLL_ROOM },
    extensions: [
      BaseKeys,
      ...textExtensions(options.checkboxLabel),
      FreshSelection.configure({ door: plan.door }),
      FieldKeys.configure({ kind, exits, undo: plan.undo }),
      PlanBinding.configure({ fragment, fieldId, plan, onUnknown }),
      Paste.configure({ kind, fragment, undo: plan.undo, onPaste: options.onPaste }),
      DepthLimit,
      ...(kind === 'line'
        ? [LineOnly]
        : [Autolink.configure({ undo: plan.undo }), SlashWords.configure({ undo: plan.undo })]),
    ],
    enableInputRules: kind === 'rich',
    enablePasteRules: false,
    // Their style element would need a wider content security policy; prose.module.css has it.
    injectCSS: false,
    enableCoreExtensions: { keymap: false, delete: false, textDirection: false },
  })
}
