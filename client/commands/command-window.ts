/** Which window of the commands is open over the plan page: one at a time. */
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { isChord } from '../ui/chords.ts'
import { PAGE_KEYS } from './key-list.ts'
import { isQuestionKeyOn } from './question-key.ts'

/** The list of all commands, the page of shortcuts, and the dialogs that commands open. */
export type CommandWindow =
  | 'palette'
  | 'shortcuts'
  | 'share'
  | 'people'
  | 'decisions'
  | 'pdf'
  | 'sign-out'

export interface CommandWindows {
  readonly shown: CommandWindow | null
  readonly show: (shown: CommandWindow | null) => void
}

const CommandWindowsContext = createContext<CommandWindows>({
  shown: null,
  show: () => undefined,
})

export const CommandWindowsProvider = CommandWindowsContext.Provider

export function useCommandWindows(): CommandWindows {
  return useContext(CommandWindowsContext)
}

/** For the page that provides it: with the keys that open them. */
export function useCommandWindowsState(): CommandWindows {
  const [shown, show] = useState<CommandWindow | null>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      if (isChord(event, PAGE_KEYS.palette)) {
        event.preventDefault()
        if (shown === 'palette') show(null)
        else if (!isBoxOpen()) show('palette')
      } else if (isChord(event, PAGE_KEYS.shortcuts)) {
        if (isTyping(event.target) || isBoxOpen() || !isQuestionKeyOn()) return
        event.preventDefault()
        show('shortcuts')
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [shown])

  return useMemo(() => ({ shown, show }), [shown])
}

/** Another dialog or menu has the word. */
function isBoxOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(
        'input:not([type="radio"], [type="checkbox"]), textarea, select, [role="textbox"]',
      ))
  )
}
