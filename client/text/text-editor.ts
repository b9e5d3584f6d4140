/**
 * Makes the editor of one text. Plain Tiptap, made and destroyed by whoever mounts
 * it; a hundred texts have one or two editors between them.
 *
 * Call `isKnownContent` first. Paste rules are off: what is pasted stays as it was
 * written, while typed Markdown shortcuts work.
 */
import { Editor } from '@tiptap/core'
import { BaseKeys } from './base-keys.ts'
import { DepthLimit } from './depth-limit.ts'
import { FieldKeys, type FieldExits } from './field-keys.ts'
import { LineOnly } from './line-only.ts'
import { SlashWords } from './slash-words.ts'
import { PlanBinding, type PlanBindingOptions } from './plan-binding.ts'
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
}

export function createTextEditor(options: TextEditorOptions): Editor {
  const { fragment, fieldId, plan, onUnknown, kind, exits } = options
  return new Editor({
    element: options.element,
    editable: options.editable,
    editorProps: { attributes: { ...options.attributes } },
    extensions: [
      BaseKeys,
      ...textExtensions(options.checkboxLabel),
      FieldKeys.configure({ kind, exits, undo: plan.undo }),
      PlanBinding.configure({ fragment, fieldId, plan, onUnknown }),
      DepthLimit,
      kind === 'line' ? LineOnly : SlashWords.configure({ undo: plan.undo }),
    ],
    enableInputRules: kind === 'rich',
    enablePasteRules: false,
    // Their style element would need a wider content security policy; prose.module.css has it.
    injectCSS: false,
    enableCoreExtensions: { keymap: false, delete: false, textDirection: false },
  })
}
