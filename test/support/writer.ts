/**
 * A person at a plan with real editors: one Y.Doc, one undo, presence, and
 * ProseMirror views over its texts that are mounted and unmounted at will.
 */
import './dom-without-layout.ts'
import type { Editor } from '@tiptap/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createIncomingDoor } from '../../client/open-plan/incoming-door.ts'
import { createPeople } from '../../client/open-plan/people.ts'
import { createPlanUndo } from '../../client/open-plan/plan-undo.ts'
import type { PasteNews } from '../../client/text/paste/paste.ts'
import { createTextEditor, type TextKind } from '../../client/text/text-editor.ts'

export type Writer = ReturnType<typeof createWriter>

export function createWriter(clientId: number) {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  const people = createPeople(awareness)
  const door = createIncomingDoor(doc)
  const undo = createPlanUndo(doc, door)
  const plan = { undo, door, awareness, others: people.others }
  const mounted = new Map<string, Editor>()
  const news: PasteNews[] = []

  const close = (fieldId: string) => {
    const editor = mounted.get(fieldId)
    mounted.delete(fieldId)
    editor?.view.dom.parentElement?.remove()
    editor?.destroy()
  }

  return {
    doc,
    awareness,
    undo,
    door,
    people,
    fragment: (fieldId: string) => doc.getXmlFragment(`text:${fieldId}`),
    /** The editor of a text, mounted when it is not. */
    open(fieldId: string, kind: TextKind = 'rich'): Editor {
      const open = mounted.get(fieldId)
      if (open) return open
      const element = document.createElement('div')
      document.body.append(element)
      const editor = createTextEditor({
        element,
        fragment: doc.getXmlFragment(`text:${fieldId}`),
        fieldId,
        kind,
        plan,
        editable: true,
        attributes: {},
        exits: {
          leave: () => false,
          escape: () => false,
          toToolbar: () => false,
          toLink: () => true,
        },
        checkboxLabel: (words) => words,
        onUnknown: () => close(fieldId),
        onPaste: (each) => news.push(each),
      })
      mounted.set(fieldId, editor)
      return editor
    },
    mounted,
    /** What pastes had to tell. */
    news,
    close,
    /** Ends everything, so that no timer outlives a test. */
    end() {
      for (const fieldId of Array.from(mounted.keys())) close(fieldId)
      people.close()
      undo.close()
      door.close()
      awareness.destroy()
      doc.destroy()
    },
  }
}

/** Puts one paragraph with these words into each text, as the server seeds a plan. */
export function seedTexts(doc: Y.Doc, texts: Readonly<Record<string, string>>): void {
  doc.transact(() => {
    for (const [fieldId, words] of Object.entries(texts)) {
      const paragraph = new Y.XmlElement('paragraph')
      if (words !== '') paragraph.insert(0, [new Y.XmlText(words)])
      doc.getXmlFragment(`text:${fieldId}`).insert(0, [paragraph])
    }
  }, 'init')
}
