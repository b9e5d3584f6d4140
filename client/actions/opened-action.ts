/** Which action is open for editing, and where focus should go once it is drawn. One at a time. */
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ActionId } from '../../shared/ids.ts'

/**
 * 'title': the caret in its title; 'card': its frame; 'row': the closed row's button; 'whole':
 * card or row, as it stands on the page by then.
 */
export type ActionFocus = 'title' | 'card' | 'row' | 'whole'

export interface OpenedAction {
  readonly openId: ActionId | null
  /** The action that focus waits for, and the part of it. */
  readonly wanted: { readonly id: ActionId; readonly focus: ActionFocus } | null
  readonly open: (id: ActionId, focus: 'title' | 'card' | null) => void
  readonly close: (id: ActionId) => void
  /** The open action is not there any more. */
  readonly forget: () => void
  /** Focus follows an action that has moved, or has come back. */
  readonly follow: (id: ActionId) => void
  /** To be called by whoever took the focus. */
  readonly focused: () => void
}

const OpenedActionContext = createContext<OpenedAction | null>(null)

export const OpenedActionProvider = OpenedActionContext.Provider

export function useOpenedAction(): OpenedAction {
  const opened = useContext(OpenedActionContext)
  if (!opened) throw new Error('useOpenedAction: no OpenedActionProvider above')
  return opened
}

/** Does focus wait for this action, and for its card or its row? */
export function isFocusWanted(
  wanted: OpenedAction['wanted'],
  id: ActionId,
  shape: 'card' | 'row',
): boolean {
  return wanted?.id === id && (wanted.focus === shape || wanted.focus === 'whole')
}

/** For the page that provides it. */
export function useOpenedActionState(): OpenedAction {
  const [openId, setOpenId] = useState<ActionId | null>(null)
  const [wanted, setWanted] = useState<OpenedAction['wanted']>(null)

  const open = useCallback<OpenedAction['open']>((id, focus) => {
    setOpenId(id)
    setWanted(focus && { id, focus })
  }, [])
  const close = useCallback((id: ActionId) => {
    setOpenId((current) => (current === id ? null : current))
    setWanted({ id, focus: 'row' })
  }, [])
  const follow = useCallback((id: ActionId) => setWanted({ id, focus: 'whole' }), [])
  const forget = useCallback(() => setOpenId(null), [])
  const focused = useCallback(() => setWanted(null), [])

  return useMemo(
    () => ({ openId, wanted, open, close, forget, follow, focused }),
    [openId, wanted, open, close, forget, follow, focused],
  )
}
