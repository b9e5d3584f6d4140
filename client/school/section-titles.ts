/** The sections of a plan's template by id, in reading order, in the reader's language. */
import type { PlanEntry } from '../../shared/api/plans.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import { useLanguage } from '../words/language.tsx'

interface SectionTitle {
  readonly sectionId: string
  readonly title: string
}

export function useSectionTitles(used: PlanEntry['template']): readonly SectionTitle[] {
  const { language } = useLanguage()
  const template = findTemplate(used.id, used.version)
  return (template?.sections ?? []).map(({ id }) => ({
    sectionId: id,
    title: template?.words[language].sections[id]?.title ?? id,
  }))
}
