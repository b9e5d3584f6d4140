/** What a plan was, who changed what, and going back: the requests of shared/api/history.ts. */
import type {
  ChangedPlaces,
  PlanMoment,
  Restoring,
  TextAuthors,
  Version,
  VersionList,
  Visit,
} from '../../shared/api/history.ts'
import { request } from './request.ts'

const at = (planId: string) => `/api/plans/${encodeURIComponent(planId)}`

export function fetchVersions(planId: string): Promise<VersionList> {
  return request(`${at(planId)}/versions`)
}

/** @param seq null: the plan as it is now. */
export function nameVersion(planId: string, name: string, seq: number | null): Promise<Version> {
  return request(`${at(planId)}/versions`, {
    method: 'POST',
    body: { name, ...(seq !== null && { seq }) },
  })
}

/** @param name null: takes its name off. */
export function renameVersion(planId: string, seq: number, name: string | null): Promise<Version> {
  return request(`${at(planId)}/versions/${seq}`, { method: 'PUT', body: { name } })
}

export function fetchMoment(planId: string, seq: number): Promise<PlanMoment> {
  return request(`${at(planId)}/moments/${seq}`)
}

export function fetchChangedPlaces(planId: string): Promise<ChangedPlaces> {
  return request(`${at(planId)}/changes`)
}

export function fetchTextAuthors(planId: string): Promise<TextAuthors> {
  return request(`${at(planId)}/authors`)
}

/** @returns the update that went back. */
export function restore(planId: string, restoring: Restoring): Promise<{ readonly seq: number }> {
  return request(`${at(planId)}/restore`, { method: 'POST', body: restoring })
}

/** Notes that I am here now. @returns when I was here last. */
export function noteVisit(planId: string): Promise<Visit> {
  return request(`${at(planId)}/visit`, { method: 'POST' })
}
