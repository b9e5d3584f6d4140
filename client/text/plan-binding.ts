/**
 * Binds an editor to one text of a plan: content, undo, carets, composition.
 *
 * Our own extension in place of Tiptap's collaboration: three of the stock plugins
 * lose text when editors are mounted and unmounted (docs/adr).
 */
import { type Content, Extension } from '@tiptap/core'
import { initProseMirrorDoc, type ProsemirrorBinding } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { IncomingDoor } from '../open-plan/incoming-door.ts'
import type { Observable } from '../open-plan/observable.ts'
import type { Person } from '../open-plan/people.ts'
import type { PlanUndo } from '../open-plan/plan-undo.ts'
import { caretPlugin } from './caret-plugin.ts'
import { compositionPlugin } from './composition-plugin.ts'
import { fieldSyncPlugin } from './field-sync-plugin.ts'
import { fieldUndoPlugin } from './field-undo-plugin.ts'
import { keepParagraphPlugin } from './keep-paragraph-plugin.ts'

/** What an editor needs of an open plan. */
export interface PlanOfText {
  readonly undo: PlanUndo
  readonly door: IncomingDoor
  readonly awareness: Awareness
  readonly others: Observable<readonly Person[]>
}

export interface PlanBindingOptions {
  readonly fragment: Y.XmlFragment
  readonly fieldId: string
  readonly plan: PlanOfText
  /** Something arrived that this program does not know: close the editor. */
  readonly onUnknown: () => void
}

interface PlanBindingStorage {
  mapping: ProsemirrorBinding['mapping']
}

export const PlanBinding = Extension.create<PlanBindingOptions, PlanBindingStorage>({
  name: 'planBinding',
  priority: 1000,

  addStorage: () => ({ mapping: new Map() }),

  // The editor begins with the text, rather than being emptied and filled.
  onBeforeCreate() {
    const { doc, mapping } = initProseMirrorDoc(this.options.fragment, this.editor.schema)
    this.storage.mapping = mapping
    // A node is taken as it is (createDocument); only the option's type does not say so.
    this.editor.options.content = doc as unknown as Content
  },

  // The order matters: the others ask the sync plugin for the binding.
  addProseMirrorPlugins() {
    const { fragment, fieldId, plan, onUnknown } = this.options
    return [
      fieldSyncPlugin({ fragment, mapping: this.storage.mapping, onUnknown }),
      fieldUndoPlugin(fragment, plan.undo),
      caretPlugin({ fieldId, awareness: plan.awareness, others: plan.others }),
      compositionPlugin(plan.door, plan.undo),
      keepParagraphPlugin(),
    ]
  },
})
