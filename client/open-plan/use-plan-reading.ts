/**
 * The plan as everything but the editor reads it, read again at most once a frame.
 *
 * What has not changed is the same object as before: texts are read again only
 * where something was written, and a part that reads the same keeps its identity.
 */
import { useMemo, useSyncExternalStore } from 'react'
import { findTemplate } from '../../shared/templates/templates.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { createPlanReader } from './plan-reader.ts'
import { useOpenPlan } from './use-open-plan.ts'

/** @throws Error when this program does not know the plan's template. */
export function usePlanReading(): Plan {
  const { doc, entry } = useOpenPlan()
  const { id, version } = entry.template
  const reader = useMemo(() => {
    const template = findTemplate(id, version)
    if (!template) throw new Error(`usePlanReading: no template ${id} ${version}`)
    return createPlanReader(doc, template)
  }, [doc, id, version])
  return useSyncExternalStore(reader.subscribe, reader.get)
}
