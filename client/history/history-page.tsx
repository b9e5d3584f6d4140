/**
 * /plans/:planId/history: the versions of a plan, what changed between two moments, the plan as it
 * was, and the ways back. Everything is asked of the server: the plan itself is not opened here.
 */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import { planEntryQuery } from '../api/queries.ts'
import { problemOf, type RequestProblem } from '../api/request.ts'
import { NoticeProvider } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { HistoryProblem } from './history-problem.tsx'
import { HistorySettingProvider } from './history-setting.ts'
import { HistoryView } from './history-view.tsx'

interface HistoryPageProps {
  readonly planId: string
  /** Who is signed in, for the end of the top bar. */
  readonly account: ReactNode
}

export function HistoryPage({ planId, account }: HistoryPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const entry = useQuery(planEntryQuery(planId))
  const problem = problemWith(entry.data, entry.error)
  const template = entry.data && findTemplate(entry.data.template.id, entry.data.template.version)
  const planTitle = entry.data?.title ?? ''
  const title = planTitle === '' ? t`What has changed` : t`What has changed: ${planTitle}`

  return (
    <Page title={title} where={entry.data?.school.name} account={entry.data && account} {...choice}>
      <NoticeProvider>
        {problem && (
          <HistoryProblem planId={planId} problem={problem} onRetry={() => void entry.refetch()} />
        )}
        {!problem && entry.data && template && (
          <HistorySettingProvider value={{ entry: entry.data, template }}>
            <HistoryView />
          </HistorySettingProvider>
        )}
      </NoticeProvider>
    </Page>
  )
}

function problemWith(entry: PlanEntry | undefined, error: unknown): RequestProblem | null {
  if (!entry) return error === null ? null : problemOf(error)
  if (!entry.me.mayReadHistory) return 'access-denied'
  return findTemplate(entry.template.id, entry.template.version) ? null : 'client-too-old'
}
