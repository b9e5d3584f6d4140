/** What a school sets for itself, and what was done in it. */
import type { AuditPage } from '../../shared/api/audit.ts'
import type { SchoolSettings } from '../../shared/api/school-settings.ts'
import { request } from './request.ts'

export function fetchSettings(schoolId: string): Promise<SchoolSettings> {
  return request(`/api/schools/${encodeURIComponent(schoolId)}/settings`)
}

/** All of it at once. */
export function saveSettings(schoolId: string, settings: SchoolSettings): Promise<void> {
  return request(`/api/schools/${schoolId}/settings`, { method: 'PUT', body: settings })
}

/** Newest first. @param before the number of the entry that the page ends before; null: the newest. */
export function fetchAudit(schoolId: string, before: number | null): Promise<AuditPage> {
  const from = before === null ? '' : `?before=${before}`
  return request(`/api/schools/${encodeURIComponent(schoolId)}/audit${from}`)
}
