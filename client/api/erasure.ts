/** Taking out what is kept of oneself, and erasing a person for good. */
import type { EraseMe } from '../../shared/api/erasure.ts'
import { forgetAll } from './remembered.ts'
import { request } from './request.ts'

/** Everything that is kept about me, as a file to keep. */
export const MY_DATA_ADDRESS = '/api/me/data'

/** Nobody can undo it; the session is over. What was remembered on this device goes too. */
export async function eraseMe(confirmed: EraseMe): Promise<void> {
  await request('/api/me/erase', { method: 'POST', body: confirmed })
  forgetAll()
}

/** @param name as the list of members has it. */
export function eraseMember(memberId: string, name: string): Promise<void> {
  return request(`/api/members/${memberId}/erase`, { method: 'POST', body: { name } })
}
