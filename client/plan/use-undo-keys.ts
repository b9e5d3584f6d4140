/**
 * Ctrl/Cmd+Z outside a rich text: takes back my latest change of the plan, a status,
 * a date, a letter of the title. The browser's own undo would bring back an old title
 * over a colleague's.
 */
import { useEffect } from 'react'
import type { PlanUndo } from '../open-plan/plan-undo.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { PAGE_KEYS } from '../commands/key-list.ts'
import { isChord } from '../ui/chords.ts'

/** The second is a Mac's own. */
const REDO = [PAGE_KEYS.redo, 'Mod-Shift-z'] as const

/** On a plain text box whose words are the plan's: it has the plan's undo, not the browser's. */
export const PLAN_UNDO = { 'data-plan-undo': '' } as const

export function useUndoKeys(): void {
  const { undo } = useOpenPlan()

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isOtherText(event.target)) return
      const wantsRedo = REDO.some((chord) => isChord(event, chord))
      if (!wantsRedo && !isChord(event, PAGE_KEYS.undo)) return
      event.preventDefault()
      if (!event.isComposing) step(undo, wantsRedo)
    }
    // The browser's menu, a shaken phone.
    const onBeforeInput = (event: InputEvent) => {
      const wantsRedo = event.inputType === 'historyRedo'
      if (!isOfPlan(event.target) || !(wantsRedo || event.inputType === 'historyUndo')) return
      event.preventDefault()
      step(undo, wantsRedo)
    }
    addEventListener('keydown', onKeyDown)
    addEventListener('beforeinput', onBeforeInput)
    return () => {
      removeEventListener('keydown', onKeyDown)
      removeEventListener('beforeinput', onBeforeInput)
    }
  }, [undo])
}

function step(undo: PlanUndo, wantsRedo: boolean): void {
  if (wantsRedo) undo.redo()
  else undo.undo()
}

/** Others have their own keys: the editor's for the plan, the browser's for a search box. */
function isOtherText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    !isOfPlan(target) &&
    (target.isContentEditable ||
      target.matches('input:not([type="radio"]), textarea, [role="textbox"]'))
  )
}

function isOfPlan(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('[data-plan-undo]')
}
