/** Every published template, by id and version. None is ever taken out: old plans need them. */
import { etwinningSchoolV1 } from './etwinning-school-v1.ts'
import type { Template } from './template.ts'

const TEMPLATES: readonly Template[] = [etwinningSchoolV1]

/** The template that a new plan gets. */
export const CURRENT_TEMPLATE: Template = etwinningSchoolV1

/** The template of this id and version, or null when there is none. */
export function findTemplate(id: string, version: number): Template | null {
  return TEMPLATES.find((template) => template.id === id && template.version === version) ?? null
}
