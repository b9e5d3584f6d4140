/** The two doors of an empty house: the set-up link of the first start, and the example school. */
import type { Demo } from '../../shared/api/demo.ts'
import type { SetUp, SetUpDone } from '../../shared/api/set-up.ts'
import { request } from './request.ts'

/** Makes the school and its coordinator, and signs them in. */
export function setUpSchool(setUp: SetUp): Promise<SetUpDone> {
  return request('/api/set-up', { method: 'POST', body: setUp })
}

/** A fresh example school of one's own. */
export function createDemo(): Promise<Demo> {
  return request('/api/demo', { method: 'POST' })
}

/**
 * Who one becomes in the example: its coordinator, who may do everything, else a
 * teacher, who can write. null when there is neither.
 */
export function exampleDoor(demo: Demo): string | null {
  const person =
    demo.people.find(({ role }) => role === 'coordinator') ??
    demo.people.find(({ role }) => role === 'teacher')
  return person?.signInUrl ?? null
}
