/**
 * Tells the others where in the plan I am: the field or action that has the
 * focus, else the section being read. Reads `data-section-id`, `data-field-id`
 * and `data-action-id` of what the page has drawn.
 */
import { useEffect, useRef } from 'react'
import type { PersonAt } from '../open-plan/people.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

/** @param currentId the section being read. */
export function useWhereabouts(currentId: string | null): void {
  const { setAt } = useOpenPlan()
  const reading = useRef(currentId)
  reading.current = currentId

  useEffect(() => {
    let told = ''
    const tell = () => {
      const at = placeOfFocus() ?? { sectionId: reading.current, fieldId: null, actionId: null }
      const words = JSON.stringify(at)
      if (words === told) return
      told = words
      setAt(at)
    }
    // After focusout the next focus is known only in the next turn.
    const tellSoon = () => setTimeout(tell)
    tell()
    addEventListener('focusin', tell)
    addEventListener('focusout', tellSoon)
    return () => {
      removeEventListener('focusin', tell)
      removeEventListener('focusout', tellSoon)
    }
  }, [setAt, currentId])
}

/** null when the focus is in no section. */
function placeOfFocus(): PersonAt | null {
  const at = (attribute: string) =>
    document.activeElement?.closest(`[data-${attribute}]`)?.getAttribute(`data-${attribute}`) ?? null
  const sectionId = at('section-id')
  if (sectionId === null) return null
  return { sectionId, fieldId: at('field-id'), actionId: at('action-id') }
}
