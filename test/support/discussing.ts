/** Saying things about a plan by requests, for tests. */
import { randomBytes } from 'node:crypto'
import type { NewThread, Thread, ThreadList } from '../../shared/api/threads.ts'
import { createId } from '../../shared/ids.ts'
import { buildTestApp, type TestApp } from './build-app.ts'
import type { Engine } from './engines.ts'
import { addTestPlan, addTestSchool } from './test-people.ts'

export const freshId = () => createId<string>(randomBytes)

/** A comment on the plan as a whole, unless told otherwise. */
export function newThread(traits: Partial<NewThread> = {}): NewThread {
  return {
    threadId: freshId(),
    messageId: freshId(),
    place: { kind: 'plan' },
    body: 'Er dette riktig?',
    suggestion: null,
    ...traits,
  }
}

/** One who may discuss it. @param path after /api/plans/:planId/threads. */
export function createSpeaker(app: TestApp, planId: string, cookie: string) {
  const base = `/api/plans/${planId}/threads`
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) =>
    app.send({ method, url: `${base}${path}`, cookie, body })
  return {
    ask,
    async list(): Promise<ThreadList> {
      return (await ask('GET', '')).json<ThreadList>()
    },
    /** @throws Error when it is refused. */
    async begin(traits: Partial<NewThread> = {}): Promise<Thread> {
      const reply = await ask('POST', '', newThread(traits))
      if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
      return reply.json<Thread>()
    },
    /** @throws Error when it is refused. */
    async reply(threadId: string, body: string, messageId: string = freshId()): Promise<Thread> {
      const reply = await ask('POST', `/${threadId}/messages`, { messageId, body })
      if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
      return reply.json<Thread>()
    },
  }
}

/** What waits for members of the plan's school: who is told what, in the order it was written. */
export async function noticesIn({ database }: TestApp, planId: string) {
  const rows = await database.db
    .selectFrom('notification')
    .select(['member_id', 'kind'])
    .where('plan_id', '=', planId as never)
    .orderBy('created_at_ms')
    .orderBy('member_id')
    .execute()
  return rows.map(({ member_id, kind }) => [member_id as string, kind] as const)
}

/** One who may discuss the plan, as createSpeaker makes them. */
export type Speaker = ReturnType<typeof createSpeaker>

/** A school with a plan, and three who discuss it. */
export async function openDiscussedPlan(engine: Engine) {
  const app = await buildTestApp({ engine })
  const school = await addTestSchool(app, 'Ternvåg')
  const planId = await addTestPlan(app, school)
  const { coordinator, teacher, leadership } = school.people
  return {
    app,
    school,
    planId,
    kari: createSpeaker(app, planId, coordinator.cookie),
    ola: createSpeaker(app, planId, teacher.cookie),
    head: createSpeaker(app, planId, leadership.cookie),
  }
}
