/** The two moments that are chosen, as plans, and what changed between them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PlanMoment, VersionList } from '../../shared/api/history.ts'
import { momentsQuery, versionsQuery } from '../api/history-queries.ts'
import { useLanguage } from '../words/language.tsx'
import { useHistorySetting } from './history-setting.ts'
import { compareForPaper, type Comparison } from './paper-content.ts'
import type { ChosenHistory } from './use-history-choice.ts'
import { newestBefore } from './versions-by-day.ts'

/** The update that made the plan. */
export const FIRST = 1

export interface ComparedMoments {
  readonly versions: VersionList
  readonly from: PlanMoment
  readonly to: PlanMoment
  readonly comparison: Comparison
  /** What is wanted by now, when `isComing`: other moments than those that are shown. */
  readonly wanted: { readonly from: number; readonly to: number }
  readonly isComing: boolean
}

export interface ComparedState {
  /** null while it comes, and when it does not. */
  readonly compared: ComparedMoments | null
  /** null: nothing went wrong. */
  readonly error: unknown
  readonly retry: () => void
}

export function useComparedMoments(planId: string, choice: ChosenHistory): ComparedState {
  const { template } = useHistorySetting()
  const { language } = useLanguage()
  const versions = useQuery(versionsQuery(planId))
  const list = versions.data
  const toSeq = choice.to ?? list?.head ?? 0
  const fromSeq = typeof choice.from === 'number' ? choice.from : firstFrom(list, toSeq)
  const isResolved = list !== undefined && choice.from !== 'last'
  // The page stays while other moments come, with where it was scrolled and had the focus; both
  // change at once, since one of each pair was never compared.
  const moments = useQuery({
    ...momentsQuery(planId, fromSeq, toSeq),
    enabled: isResolved && fromSeq > 0 && toSeq > 0,
    placeholderData: (shown, asked) => (asked?.queryKey[1] === planId ? shown : undefined),
  })
  const [before, after] = moments.data ?? []
  const wanted = { from: fromSeq, to: toSeq }

  const comparison = useMemo(
    () => before && after && compareForPaper(before.plan, after.plan, { template, language }),
    [before, after, template, language],
  )
  return {
    compared:
      list && before && after && comparison
        ? {
            versions: list,
            from: before,
            to: after,
            comparison,
            wanted,
            isComing: moments.isPlaceholderData,
          }
        : null,
    error: versions.error ?? moments.error,
    retry: () => {
      for (const query of [versions, moments]) if (query.isError) void query.refetch()
    },
  }
}

/** Without a choice: from the version before; of a plan that has none, from its beginning. */
function firstFrom(list: VersionList | undefined, toSeq: number): number {
  if (!list) return 0
  return newestBefore(list.versions, toSeq)?.seq ?? FIRST
}
