/** What everything on the page of a plan's history stands in: whose plan, in which words. */
import { useLingui } from '@lingui/react/macro'
import { createContext, useContext } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import type { Owner } from '../../shared/plan/plan.ts'
import type { Template, TemplateWords } from '../../shared/templates/template.ts'
import { useLanguage } from '../words/language.tsx'

export interface HistorySetting {
  readonly entry: PlanEntry
  readonly template: Template
}

const HistorySettingContext = createContext<HistorySetting | null>(null)

export const HistorySettingProvider = HistorySettingContext.Provider

export function useHistorySetting(): HistorySetting {
  const setting = useContext(HistorySettingContext)
  if (!setting) throw new Error('useHistorySetting: no HistorySettingProvider above')
  return setting
}

/** May one give versions their names? */
export function useMayName(): boolean {
  const { me, state } = useHistorySetting().entry
  return me.mayWrite && state === 'active'
}

/** Sections and fields as the reader's language calls them. */
export function useTemplateWords(): TemplateWords {
  const { template } = useHistorySetting()
  return template.words[useLanguage().language]
}

/** What somebody who owns an action is called. */
export function useOwnerName(): (owner: Owner) => string {
  const { t } = useLingui()
  const { members } = useHistorySetting().entry
  return (owner) => {
    if (owner.kind === 'name') return owner.name
    return members.find(({ memberId }) => memberId === owner.memberId)?.name ?? t`Former colleague`
  }
}
