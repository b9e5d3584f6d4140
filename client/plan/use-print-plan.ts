/**
 * Ctrl/Cmd+P and the menu's *Print*: the plan as a booklet, if the school's server has all of it.
 */
import { useCallback, useEffect } from 'react'
import { exportAddress } from '../api/exports.ts'
import { PAGE_KEYS } from '../commands/key-list.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { isChord } from '../ui/chords.ts'
import { useLanguage } from '../words/language.tsx'
import { printPlan } from './print-plan.ts'
import { useWithThreads } from './with-threads.ts'

/** @returns prints. What is not at school yet is printed from this page instead. */
export function usePrintPlan(): () => void {
  const { planId, entry, saveState } = useOpenPlan()
  const { language } = useLanguage()
  const { isWanted: withThreads } = useWithThreads()
  return useCallback(() => {
    const isAtSchool = saveState.get() === 'saved-at-school'
    if (isAtSchool && entry.me.mayExport) {
      printPlan(`${exportAddress(planId, 'html', { language, withThreads })}&inline=1`)
    } else {
      print()
    }
  }, [planId, entry, saveState, language, withThreads])
}

/** For the plan page, once. */
export function usePrintKey(): void {
  const printNow = usePrintPlan()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isChord(event, PAGE_KEYS.print)) return
      event.preventDefault()
      printNow()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [printNow])
}
