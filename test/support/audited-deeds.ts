/** Everything that is told in the audit trail of a school, done once by requests. */
import type { TestApp, TestRequest } from './build-app.ts'
import { addTestPlan, type TestSchool } from './test-people.ts'

/** Fourteen entries with those of the school and its plan. Returns the plan. */
export async function doAllThatIsTold(app: TestApp, school: TestSchool): Promise<string> {
  const { coordinator, teacher } = school.people
  const ask = (method: 'PUT' | 'POST', url: string, body?: TestRequest['body']) =>
    app.send({ method, url, cookie: coordinator.cookie, body })
  const planId = await addTestPlan(app, school)
  const { memberId } = teacher
  await ask('PUT', `/api/plans/${planId}/rights/${memberId}`, { right: 'read' })
  const posts = { head: null, responsible: [memberId], pupilsCouncil: [], sectionOwners: [] }
  await ask('PUT', `/api/plans/${planId}/posts`, posts)
  await ask('PUT', `/api/members/${memberId}/name`, { name: 'Amina Hemmelig' })
  await ask('PUT', `/api/members/${memberId}/role`, { role: 'leadership' })
  await ask('POST', `/api/members/${memberId}/suspend`)
  await ask('POST', `/api/members/${memberId}/restore`)
  const made = await ask('POST', `/api/plans/${planId}/invitations`, {
    role: 'guest',
    days: 1,
    maxUses: 2,
    discuss: true,
  })
  const { invitationId, url } = made.json<{ invitationId: string; url: string }>()
  await app.send({
    method: 'POST',
    url: '/api/invitations/join',
    body: { token: url.split('#')[1], name: 'Gunn Gjest', language: 'nb' },
  })
  await ask('POST', `/api/invitations/${invitationId}/revoke`)
  const settings = await app.send({
    url: `/api/schools/${school.schoolId}/settings`,
    cookie: coordinator.cookie,
  })
  await ask('PUT', `/api/schools/${school.schoolId}/settings`, {
    ...settings.json<object>(),
    timeZone: 'Europe/Helsinki',
  })
  await ask('PUT', `/api/plans/${planId}/state`, { state: 'deleted' })
  await ask('POST', `/api/members/${memberId}/remove`)
  return planId
}
