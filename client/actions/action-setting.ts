/** What every action on the page stands in: who can own it, what day it is, who may write. */
import { createContext, useContext } from 'react'
import type { MemberCard } from '../../shared/api/plans.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import type { Template } from '../../shared/templates/template.ts'

export interface ActionSetting {
  readonly template: Template
  readonly members: readonly MemberCard[]
  /** In the school's time zone. */
  readonly today: CalendarDate
  readonly mayWrite: boolean
  /** Where actions can be: in the order of the plan, with their titles in the reader's language. */
  readonly commitments: readonly {
    readonly commitment: Commitment
    readonly number: number
    readonly title: string
  }[]
}

const ActionSettingContext = createContext<ActionSetting | null>(null)

export const ActionSettingProvider = ActionSettingContext.Provider

export function useActionSetting(): ActionSetting {
  const setting = useContext(ActionSettingContext)
  if (!setting) throw new Error('useActionSetting: no ActionSettingProvider above')
  return setting
}
