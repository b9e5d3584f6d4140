/** The open plan of this page, for all components below OpenPlanProvider. */
import { createContext, useContext } from 'react'
import type { OpenPlan } from './open-plan.ts'

const OpenPlanContext = createContext<OpenPlan | null>(null)

export const OpenPlanProvider = OpenPlanContext.Provider

/** null where no plan is open, for parts that are shown there too. */
export function useOpenPlanIfAny(): OpenPlan | null {
  return useContext(OpenPlanContext)
}

/** @throws Error outside an OpenPlanProvider. */
export function useOpenPlan(): OpenPlan {
  const plan = useContext(OpenPlanContext)
  if (!plan) throw new Error('useOpenPlan: there is no OpenPlanProvider around this component')
  return plan
}
