/** Ctrl/Cmd+Z outside a text: takes back my latest change of the plan, a status, a date, a move. */
import { useEffect } from 'react'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

export function useUndoKeys(): void {
  const { undo } = useOpenPlan()

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isInText(event.target)) return
      const key = event.key.toLowerCase()
      const wantsRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!wantsRedo && key !== 'z') return
      event.preventDefault()
      if (wantsRedo) undo.redo()
      else undo.undo()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [undo])
}

/** Texts have their own keys: the editor's for the plan, the browser's for a search box. */
function isInText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="radio"]), textarea, [role="textbox"]'))
  )
}
