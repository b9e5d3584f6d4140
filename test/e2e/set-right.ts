/** A right on the plan that is open, as its page of people sets it. */
import type { MemberList } from '../../shared/api/members.ts'
import type { Me } from '../../shared/api/me.ts'
import { expect, type Person } from './people.ts'
import { planIdOf } from './plan-page.ts'

/** What the plan says of somebody from now on, set by the coordinator. */
export async function setRight(elle: Person, who: Person, right: 'read' | null): Promise<void> {
  const { request } = elle.page
  const address = (path: string) => new URL(path, elle.page.url()).href
  const { schools } = (await (await request.get(address('/api/me'))).json()) as Me
  const list = await request.get(address(`/api/schools/${schools[0]?.schoolId}/members`))
  const { members } = (await list.json()) as MemberList
  const memberId = members.find(({ name }) => name === who.name)?.memberId
  const reply = await request.put(address(`/api/plans/${planIdOf(elle.page)}/rights/${memberId}`), {
    data: { right },
    headers: { origin: new URL(elle.page.url()).origin },
  })
  expect(reply.status()).toBe(204)
}
