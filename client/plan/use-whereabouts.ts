/**
 * Tells the others where in the plan I am: the field or action that has the
 * focus, else the section being read. Reads `data-section-id`, `data-field-id`
 * and `data-action-id` of what the page has drawn.
 */
import { useEffect } from 'react'
import type { PersonAt } from '../open-plan/people.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

/** @param currentId the section being read. */
export function useWhereabouts(currentId: string | null): void {
  const plan = useOpenPlan()

  useEffect(() => {
    let told = ''
    const tell = () => {
      const at = placeOfFocus() ?? { sectionId: currentId, fieldId: null, actionId: null }
      const words = JSON.stringify(at)
      if (words === told) return
      told = words
      plan.setAt(at)
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
  }, [plan, currentId])
}

/** null when the focus is in no section. */
function placeOfFocus(): PersonAt | null {
  const sectionId = aroundFocus('data-section-id')
  if (sectionId === null) return null
  const fieldId = aroundFocus('data-field-id')
  return { sectionId, fieldId, actionId: aroundFocus('data-action-id') }
}

function aroundFocus(attribute: string): string | null {
  const element = document.activeElement?.closest(`[${attribute}]`)
  return element?.getAttribute(attribute) ?? null
}
