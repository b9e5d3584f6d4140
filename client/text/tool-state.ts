/** What the toolbar shows as pressed for the selection of an editor. */
import type { Editor } from '@tiptap/core'
import { useMemo, useSyncExternalStore } from 'react'

export type BlockKind = 'paragraph' | 'heading3' | 'heading4'

const TOGGLES = [
  'bold',
  'italic',
  'underline',
  'strike',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'callout',
  'link',
] as const
export type Toggle = (typeof TOGGLES)[number]

export interface ToolState {
  readonly block: BlockKind
  readonly active: readonly Toggle[]
  /** Of the passage at the selection; null: like the rest. */
  readonly language: string | null
  readonly linkAddress: string
}

export function useToolState(editor: Editor): ToolState {
  const source = useMemo(() => toolSource(editor), [editor])
  return useSyncExternalStore(source.subscribe, source.get)
}

function toolSource(editor: Editor) {
  let state = readToolState(editor)
  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      const onTransaction = () => {
        const next = readToolState(editor)
        if (JSON.stringify(next) === JSON.stringify(state)) return
        state = next
        listener()
      }
      editor.on('transaction', onTransaction)
      return () => void editor.off('transaction', onTransaction)
    },
  }
}

function readToolState(editor: Editor): ToolState {
  const { lang } = editor.getAttributes('lang')
  const { href } = editor.getAttributes('link')
  return {
    block: blockKind(editor),
    active: TOGGLES.filter((name) => editor.isActive(name)),
    language: typeof lang === 'string' ? lang : null,
    linkAddress: typeof href === 'string' ? href : '',
  }
}

function blockKind(editor: Editor): BlockKind {
  if (editor.isActive('heading', { level: 3 })) return 'heading3'
  return editor.isActive('heading', { level: 4 }) ? 'heading4' : 'paragraph'
}
