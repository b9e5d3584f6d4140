/** The pupils' door: opening it, seeing who came, coming in and coming back. */
import type {
  CameIn,
  ComeIn,
  NewPupilDoor,
  PlanPupils,
  PupilDoor,
  Return,
  ReturnCode,
  Returned,
} from '../../shared/api/pupils.ts'
import { request } from './request.ts'

/** The codes to the plan that are open, newest first, and the pupils who may read it. */
export function fetchPlanPupils(planId: string): Promise<PlanPupils> {
  return request(`/api/plans/${planId}/pupils`)
}

export function openPupilDoor(planId: string, door: NewPupilDoor): Promise<PupilDoor> {
  return request(`/api/plans/${planId}/pupil-doors`, { method: 'POST', body: door })
}

/** Nobody new comes in by it from now on. */
export function closePupilDoor(doorId: string): Promise<void> {
  return request(`/api/pupil-doors/${doorId}/close`, { method: 'POST' })
}

/** A pupil's new way back; the one before stops working. It is told this once. */
export function renewReturnCode(memberId: string): Promise<ReturnCode> {
  return request(`/api/pupils/${memberId}/return-code`, { method: 'POST' })
}

/** Comes in as somebody new, or, signed in as a pupil, to one plan more. */
export function comeIn(body: ComeIn): Promise<CameIn> {
  return request('/api/pupils/come-in', { method: 'POST', body })
}

export function comeBack(body: Return): Promise<Returned> {
  return request('/api/pupils/return', { method: 'POST', body })
}
