/** Saving the settings of a school, and noticing that somebody else changed them meanwhile. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SchoolSettings } from '../../shared/api/school-settings.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf, type RequestProblem } from '../api/request.ts'
import { fetchSettings, saveSettings } from '../api/school-settings.ts'
import { settingsQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { changedSettings } from './settings-draft.ts'

interface SavingSettings {
  readonly isPending: boolean
  readonly isSaved: boolean
  readonly problem: RequestProblem | null
  /** What is saved, as far as this page knows. */
  readonly base: SchoolSettings
  /** Another coordinator saved since: what they changed. Nothing of mine was written. */
  readonly meanwhile: { readonly changed: readonly (keyof SchoolSettings)[] } | null
  readonly save: (settings: SchoolSettings) => void
  /** Mine, whatever they changed. */
  readonly saveOver: (settings: SchoolSettings) => void
  /** @returns theirs. */
  readonly takeTheirs: () => SchoolSettings
  /** What is shown is not what was saved any more. */
  readonly touched: () => void
}

/** @param opened what the form was filled with. */
export function useSavingSettings(schoolId: string, opened: SchoolSettings): SavingSettings {
  const queries = useQueryClient()
  const [base, setBase] = useState(opened)
  const [theirs, setTheirs] = useState<SchoolSettings | null>(null)
  const saving = useMutationOnce({
    mutationFn: async ({ settings, isOver }: { settings: SchoolSettings; isOver: boolean }) => {
      const current = await fetchSettings(schoolId)
      if (!isOver && changedSettings(base, current).length > 0) {
        setTheirs(current)
        return 'changed-meanwhile' as const
      }
      await saveSettings(schoolId, settings)
      setTheirs(null)
      setBase(settings)
      queries.setQueryData(settingsQuery(schoolId).queryKey, settings)
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
      return 'saved' as const
    },
  })

  return {
    base,
    isPending: saving.isPending,
    isSaved: saving.data === 'saved',
    problem: saving.isError ? problemOf(saving.error) : null,
    meanwhile: theirs && { changed: changedSettings(base, theirs) },
    save: (settings) => saving.mutate({ settings, isOver: false }),
    saveOver: (settings) => saving.mutate({ settings, isOver: true }),
    takeTheirs() {
      const taken = theirs ?? base
      setBase(taken)
      setTheirs(null)
      saving.reset()
      queries.setQueryData(settingsQuery(schoolId).queryKey, taken)
      return taken
    },
    touched: () => {
      if (!saving.isPending) saving.reset()
    },
  }
}
