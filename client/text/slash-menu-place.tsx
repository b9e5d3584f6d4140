/**
 * Shows the menu of the slash while one is typed in the live text; loaded when it is first wanted.
 */
import type { Editor } from '@tiptap/core'
import { Suspense, useCallback, useSyncExternalStore } from 'react'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { type SlashTyped, slashTyped } from './slash-words.ts'
import { textEditingOf } from './text-editing.ts'
import { lazyPart } from '../ui/lazy-part.ts'

const SlashMenu = lazyPart(() => import('./slash-menu.tsx').then(({ SlashMenu: menu }) => menu))

export function SlashMenuPlace() {
  const live = useObservable(textEditingOf(useOpenPlan()).live)
  return live?.kind === 'rich' ? <WhileTyped editor={live.editor} /> : null
}

function WhileTyped({ editor }: { readonly editor: Editor }) {
  const typed = useSlashTyped(editor)
  if (!typed) return null
  return (
    <Suspense fallback={null}>
      <SlashMenu editor={editor} typed={typed} />
    </Suspense>
  )
}

function useSlashTyped(editor: Editor): SlashTyped | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => void editor.off('transaction', listener)
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => slashTyped(editor.state))
}
