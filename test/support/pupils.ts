/** Opening a plan to pupils and coming in, as requests of the pages; for tests of the pupils' door. */
import { expect } from 'vitest'
import type { CameIn, PlanPupils, PupilDoor } from '../../shared/api/pupils.ts'
import { buildTestApp, cookieOf, type TestApp, type TestAppOptions } from './build-app.ts'
import { addTestPlan, addTestSchool, type TestSchool } from './test-people.ts'

/** A school with a plan, and its teacher who opens it to pupils. Close the app after the test. */
export async function openPupils(options: TestAppOptions = {}) {
  const app = await buildTestApp(options)
  const school = await addTestSchool(app, 'Ternvåg')
  const planId = await addTestPlan(app, school)
  return { app, school, planId, pupils: createPupils(app, school, planId) }
}

export type Pupils = ReturnType<typeof createPupils>

interface Typed {
  readonly name?: string
  readonly cookie?: string | null
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly publicComputer?: boolean
}

/** `cookie` is the teacher's, who is at the school. */
export function createPupils(app: TestApp, { people }: TestSchool, planId: string) {
  const { cookie } = people.teacher
  return {
    /** For thirty pupils and a week, if not said otherwise. */
    tryToOpen: (traits: object = {}, who: string | null = cookie, from?: string) =>
      app.send({
        method: 'POST',
        url: `/api/plans/${planId}/pupil-doors`,
        cookie: who,
        body: { label: '6A', days: 7, maxUses: 30, ...traits },
        from,
      }),
    async open(
      traits: object = {},
      from?: string,
    ): Promise<PupilDoor & { readonly token: string }> {
      const reply = await this.tryToOpen(traits, cookie, from)
      expect([reply.statusCode, reply.body]).toEqual([201, expect.anything()])
      const door = reply.json<PupilDoor>()
      return { ...door, token: door.url.split('#')[1] ?? '' }
    },
    async list(who: string | null = cookie, from?: string): Promise<PlanPupils> {
      const reply = await app.send({ url: `/api/plans/${planId}/pupils`, cookie: who, from })
      return reply.json<PlanPupils>()
    },
    close: (doorId: string, who: string | null = cookie) =>
      app.send({ method: 'POST', url: `/api/pupil-doors/${doorId}/close`, cookie: who }),
    tryToComeIn: (code: string, typed: Typed = {}) => {
      const { name = 'Tern 4', publicComputer, ...rest } = typed
      const computer = publicComputer === undefined ? {} : { publicComputer }
      const body = { code, name, language: 'nn', ...computer }
      return app.send({ method: 'POST', url: '/api/pupils/come-in', body, ...rest })
    },
    async comeIn(code: string, typed: Typed = {}) {
      const reply = await this.tryToComeIn(code, typed)
      expect([reply.statusCode, reply.body]).toEqual([200, expect.anything()])
      const { returnCode, ...rest } = reply.json<CameIn>()
      return { ...rest, returnCode: returnCode ?? '', cookie: cookieOf(reply) }
    },
    tryToReturn: (returnCode: string, typed: Omit<Typed, 'name'> = {}) => {
      const { publicComputer, ...rest } = typed
      const computer = publicComputer === undefined ? {} : { publicComputer }
      const body = { returnCode, ...computer }
      return app.send({ method: 'POST', url: '/api/pupils/return', body, ...rest })
    },
    renew: (memberId: string, who: string | null = cookie) =>
      app.send({ method: 'POST', url: `/api/pupils/${memberId}/return-code`, cookie: who }),
  }
}
