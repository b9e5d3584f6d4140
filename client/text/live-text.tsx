/** The editor of one text on the page: made when this appears, destroyed when it goes. */
import { useLayoutEffect, useRef } from 'react'
import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import type { FieldExits } from './field-keys.ts'
import { SCROLL_ROOM } from './scroll-room.ts'
import type { PasteNews } from './paste/paste.ts'
import { createTextEditor, type TextKind } from './text-editor.ts'
import styles from './text-field.module.css'

interface LiveTextProps {
  readonly plan: OpenPlan
  readonly fragment: Y.XmlFragment
  readonly fieldId: string
  readonly kind: TextKind
  readonly editable: boolean
  readonly attributes: Readonly<Record<string, string>>
  readonly exits: FieldExits
  readonly checkboxLabel: (words: string) => string
  readonly onMount: (editor: Editor) => void
  readonly onUnmount: (editor: Editor) => void
  readonly onUnknown: () => void
  readonly onPaste: (news: PasteNews) => void
}

/** Mount it keyed by the fragment: another text is another editor. */
export function LiveText(props: LiveTextProps) {
  const { editable, attributes } = props
  const host = useRef<HTMLDivElement>(null)
  const editorRef = useRef<Editor | null>(null)
  // The editor outlives many drawings; what it calls must be of the latest.
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    const element = host.current
    if (!element) return undefined
    const { plan, fragment, fieldId, kind } = latest.current
    const editor = createTextEditor({
      element,
      fragment,
      fieldId,
      kind,
      plan,
      editable: latest.current.editable,
      attributes: latest.current.attributes,
      exits: {
        leave: (direction) => latest.current.exits.leave(direction),
        escape: () => latest.current.exits.escape(),
        toToolbar: () => latest.current.exits.toToolbar(),
        toLink: () => latest.current.exits.toLink(),
      },
      checkboxLabel: (words) => latest.current.checkboxLabel(words),
      onUnknown: () => latest.current.onUnknown(),
      onPaste: (news) => latest.current.onPaste(news),
    })
    editorRef.current = editor
    latest.current.onMount(editor)
    return () => {
      editorRef.current = null
      latest.current.onUnmount(editor)
      editor.destroy()
    }
  }, [])

  const attributesJson = JSON.stringify(attributes)
  useLayoutEffect(() => {
    editorRef.current?.setOptions({
      editable,
      editorProps: {
        attributes: JSON.parse(attributesJson) as Record<string, string>,
        ...SCROLL_ROOM,
      },
    })
  }, [editable, attributesJson])

  return <div ref={host} className={styles['host']} />
}
