/**
 * Whether a text is open, and the ways in and out of it.
 *
 * Open while I am in it or another person's caret is. Escape leaves it closed with
 * the focus on its static words; leaving with the focus closes it. What this
 * program does not know is never opened.
 */
import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type * as Y from 'yjs'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { reveal } from '../ui/until-found.tsx'
import { isKnownContent } from './known-content.ts'
import { enterEditor } from './place-caret.ts'
import { selectionOf } from './relative-selection.ts'
import { type Entrance, textEditingOf } from './text-editing.ts'
import type { TextKind } from './text-editor.ts'
import { useLeaving } from './use-leaving.ts'

export interface TextPresenceOptions {
  readonly plan: OpenPlan
  readonly fragment: Y.XmlFragment
  readonly fieldId: string
  readonly kind: TextKind
  readonly readOnly: boolean
  readonly hasVisitors: boolean
  readonly root: RefObject<HTMLElement | null>
}

export interface TextPresence {
  /** Is there an editor? */
  readonly isLive: boolean
  /** Am I in it? */
  readonly isInside: boolean
  /** Does it hold something that this program does not know? */
  readonly isUnknown: boolean
  /** Has it just been left by Escape? Its static words take the focus and keep it. */
  readonly isQuiet: boolean
  readonly enter: (entrance: Entrance) => void
  /** For gestures: when it returns, the editor is there and has the focus. */
  readonly enterNow: (entrance: Entrance) => void
  readonly escape: () => boolean
  readonly leave: (direction: 'previous' | 'next') => boolean
  readonly onMount: (editor: Editor) => void
  readonly onUnmount: (editor: Editor) => void
  readonly onUnknown: () => void
}

export function useTextPresence(options: TextPresenceOptions): TextPresence {
  const { plan, fragment, fieldId, kind, readOnly, hasVisitors, root } = options
  const editing = textEditingOf(plan)
  const isLoaded = useObservable(plan.loaded)
  const editor = useRef<Editor | null>(null)
  const entrance = useRef<Entrance | null>(null)
  const [where, setWhere] = useState<'away' | 'inside' | 'escaped'>('away')
  const [isUnknown, setUnknown] = useState(false)

  const mayOpen = isLoaded && !isUnknown
  const isInside = where === 'inside' && !readOnly && mayOpen
  const isWanted = isInside || (hasVisitors && where !== 'escaped' && mayOpen)
  const isLive = isWanted && isKnownContent(fragment)

  const enter = useCallback(
    (next: Entrance) => {
      if (readOnly || !isLoaded) return
      if (!isKnownContent(fragment)) return setUnknown(true)
      if (root.current) reveal(root.current)
      entrance.current = next
      if (editor.current) enterEditor(editor.current, next)
      setWhere('inside')
    },
    [fragment, isLoaded, readOnly, root],
  )
  // As it is drawn: of a text that goes, this ends before its editor does.
  useLayoutEffect(() => {
    const element = root.current
    return element ? editing.register({ root: element, fieldId, enter }) : undefined
  }, [editing, fieldId, enter, root])
  useEffect(() => {
    if (!isInside && editor.current) editing.endLive(editor.current)
  }, [editing, isInside])
  useLeaving(
    root,
    where !== 'away',
    useCallback(() => setWhere('away'), []),
  )

  const onFocus = (focused: Editor) => {
    if (!focused.isEditable) return
    editing.setLive({ editor: focused, fieldId, kind })
    setWhere('inside')
  }
  return {
    isLive,
    isInside,
    isUnknown,
    isQuiet: where === 'escaped',
    enter,
    enterNow: (next) => flushSync(() => enter(next)),
    escape() {
      flushSync(() => setWhere('escaped'))
      root.current?.querySelector<HTMLElement>('[data-static-text]')?.focus()
      return true
    },
    leave: (direction) => root.current !== null && editing.leave(root.current, direction),
    onMount(mounted) {
      editor.current = mounted
      mounted.on('focus', () => onFocus(mounted))
      if (entrance.current) enterEditor(mounted, entrance.current)
      // Kept for this turn only: React's strict mode mounts twice in it.
      queueMicrotask(() => (entrance.current = null))
    },
    onUnmount(unmounted) {
      editor.current = null
      if (unmounted.isFocused) editing.noteGoing(fieldId, selectionOf(unmounted, fragment))
      editing.endLive(unmounted)
    },
    onUnknown: () => setUnknown(true),
  }
}
