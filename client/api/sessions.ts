/** Where I am signed in. */
import type { SessionList } from '../../shared/api/sessions.ts'
import { request } from './request.ts'

/** Latest used first. */
export function fetchMySessions(): Promise<SessionList> {
  return request('/api/me/sessions')
}

/** The open plans of that browser are closed at once. */
export function endSession(sessionId: string): Promise<void> {
  return request(`/api/me/sessions/${sessionId}/revoke`, { method: 'POST' })
}

/** All but this one. */
export function endOtherSessions(): Promise<void> {
  return request('/api/me/sessions/revoke-others', { method: 'POST' })
}
