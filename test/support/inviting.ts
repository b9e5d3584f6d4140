/** Inviting to a plan and coming in by it, as requests of the pages; for tests of invitations. */
import { expect } from 'vitest'
import type { Demo } from '../../shared/api/demo.ts'
import type { InvitationList, NewInvitationDone } from '../../shared/api/invitations.ts'
import type { Me } from '../../shared/api/me.ts'
import { buildTestApp, cookieOf, TEST_ORIGIN, type TestApp } from './build-app.ts'
import { addTestPlan, addTestSchool } from './test-people.ts'

/** A school with a plan, and its coordinator who invites to it. Close the app after the test. */
export async function openInviting() {
  const app = await buildTestApp()
  const school = await addTestSchool(app, 'Ternvåg')
  const planId = await addTestPlan(app, school)
  const inviting = createInviting(app, planId, school.people.coordinator.cookie)
  return { app, school, planId, inviting }
}

export type Inviting = ReturnType<typeof createInviting>

/** What people do with invitations; `planId` and `cookie` are the coordinator's. */
export function createInviting(app: TestApp, planId: string, cookie: string) {
  const post = (url: string, who: string | undefined, body?: object) =>
    app.send({ method: 'POST', url, cookie: who, body })

  return {
    /** Makes one: for twenty teachers and a week, if not said otherwise. */
    async invite(traits: object = {}) {
      const reply = await this.tryToInvite(traits)
      expect(reply.statusCode).toBe(201)
      const { invitationId, url } = reply.json<NewInvitationDone>()
      return { invitationId, url, token: url.split('#')[1] ?? '' }
    },
    tryToInvite: (traits: object) =>
      post(`/api/plans/${planId}/invitations`, cookie, {
        role: 'teacher',
        days: 7,
        maxUses: 20,
        ...traits,
      }),
    look: (token: string, who?: string) => post('/api/invitations/look', who, { token }),
    join: (token: string, name: string | null, who?: string) =>
      post('/api/invitations/join', who, { token, name, language: 'nn' }),
    revoke: (invitationId: string, who = cookie) =>
      post(`/api/invitations/${invitationId}/revoke`, who),
    async list(who = cookie, plan = planId) {
      const reply = await app.send({ url: `/api/plans/${plan}/invitations`, cookie: who })
      return reply.json<InvitationList>().invitations
    },
    async me(who: string | null) {
      return (await app.send({ url: '/api/me', cookie: who })).json<Me>()
    },
  }
}

/** The coordinator of a fresh example school. */
export async function signInToExample(app: TestApp) {
  const demo = (await app.send({ method: 'POST', url: '/api/demo' })).json<Demo>()
  const elle = demo.people.find(({ role }) => role === 'coordinator')
  const entered = await app.send({ url: elle!.signInUrl.slice(TEST_ORIGIN.length) })
  return { demo, cookie: cookieOf(entered) ?? '' }
}
