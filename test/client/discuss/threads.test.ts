/** What is said about a plan, as one window knows it: what the school has, and what waits. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { RequestFailed, type RequestProblem } from '../../../client/api/request.ts'
import type { Said } from '../../../client/discuss/outbox.ts'
import { createThreads, type Threads } from '../../../client/discuss/threads.ts'
import {
  openDiscussDatabase,
  plansWithWaitingWords,
} from '../../../client/open-plan/discuss-database.ts'
import { createObservable } from '../../../client/open-plan/observable.ts'
import type { Thread } from '../../../shared/api/threads.ts'
import { createId } from '../../../shared/ids.ts'
import { until } from '../../support/until.ts'

const PLAN_ID = 'p'.repeat(20)
const ME = { memberId: 'm'.repeat(20), name: 'Sigrid', role: 'leadership' } as const
const PLACE = { kind: 'plan' } as const

/** The school's end of it: what it has, and how it answers. */
function createSchool() {
  let seq = 0
  let isAway = false
  let refusal: RequestProblem | null = null
  const threads: Thread[] = []
  const taken: string[] = []
  const answer = () => {
    if (isAway) throw new RequestFailed('no-connection')
    if (refusal) throw new RequestFailed(refusal)
  }
  const keep = (thread: Thread) => {
    const at = threads.findIndex(({ threadId }) => threadId === thread.threadId)
    if (at < 0) threads.push(thread)
    else threads[at] = thread
    return thread
  }
  return {
    taken,
    go: (away: boolean) => (isAway = away),
    refuse: (problem: RequestProblem | null) => (refusal = problem),
    /** Somebody else says something. */
    say: (body: string) => keep(threadOf(createOne(), body, ++seq)),
    change: (thread: Thread, change: Partial<Thread>) => keep({ ...thread, ...change, seq: ++seq }),
    api: {
      async fetch() {
        if (isAway) throw new RequestFailed('no-connection')
        return Promise.resolve({ threads: [...threads], seq })
      },
      async deliver({ id, words }: Said) {
        answer()
        taken.push(id)
        if (words.kind === 'thread') {
          const { threadId, body } = words.thread
          const known = threads.find((thread) => thread.threadId === threadId)
          return Promise.resolve(known ?? keep(threadOf(threadId, body ?? '', ++seq, id)))
        }
        const thread = threads.find(({ threadId }) => threadId === words.threadId)
        if (!thread) throw new RequestFailed('not-found')
        const messages = [...thread.messages, messageOf(id, words.message.body)]
        return keep({ ...thread, messages, seq: ++seq })
      },
      markSeen: async () => Promise.resolve(),
    },
  }
}

function createOne(): string {
  return createId((count) => crypto.getRandomValues(new Uint8Array(count)))
}

function messageOf(messageId: string, body: string): Thread['messages'][number] {
  const by = { ...ME, memberId: 'k'.repeat(20), name: 'Kari' }
  return {
    messageId,
    by,
    atMs: 1,
    editedAtMs: null,
    body,
    isGone: false,
    mentions: [],
    reactions: [],
  }
}

function threadOf(threadId: string, body: string, seq: number, messageId = createOne()): Thread {
  const message = messageOf(messageId, body)
  return {
    threadId,
    number: seq,
    place: PLACE,
    by: message.by,
    atMs: 1,
    state: 'open',
    resolvedBy: null,
    assignee: null,
    decision: null,
    suggestion: null,
    messages: [message],
    seq,
    seenSeq: 0,
  }
}

const opened: Threads[] = []
afterEach(() => {
  for (const threads of opened.splice(0)) threads.close()
})

function open(school: ReturnType<typeof createSchool>, databases = new IDBFactory()) {
  const connected = createObservable(true)
  const told = createObservable(0)
  const threads = createThreads({
    planId: PLAN_ID,
    me: ME,
    api: school.api,
    database: openDiscussDatabase<Said>('user', databases),
    connected,
    told,
    nowMs: () => 1000,
    createId: createOne,
  })
  opened.push(threads)
  const bodies = () =>
    threads.shown.get()?.map(({ messages }) => messages.map(({ body }) => body)) ?? null
  const say = (body: string) => threads.start({ place: PLACE, body, suggestion: null })
  const waiting = () =>
    threads.shown.get()?.flatMap((it) => it.messages.flatMap((message) => message.waiting ?? []))
  return { threads, connected, told, bodies, say, waiting, databases }
}

const shows = (page: ReturnType<typeof open>, ...bodies: string[][]) =>
  until(`showing ${JSON.stringify(bodies)}`, () => {
    return JSON.stringify(page.bodies()) === JSON.stringify(bodies)
  })

describe('the threads of an open plan', () => {
  it('are what the school has, and again when the school tells of news', async () => {
    const school = createSchool()
    school.say('Hei')
    const page = open(school)
    await shows(page, ['Hei'])

    school.say('Og hei')
    page.told.set(1)

    await shows(page, ['Hei'], ['Og hei'])
  })

  it('are asked for again after a break of the connection', async () => {
    const school = createSchool()
    const page = open(school)
    page.connected.set(false)
    school.say('Meanwhile')

    page.connected.set(true)

    await shows(page, ['Meanwhile'])
  })

  it('can be read without a connection as this device last saw them', async () => {
    const school = createSchool()
    school.say('Hei')
    const first = open(school)
    await shows(first, ['Hei'])
    await until('kept', async () => {
      const kept = await openDiscussDatabase('user', first.databases)
      const list = await kept.readList(PLAN_ID)
      kept.close()
      return list !== null
    })
    school.go(true)

    const second = open(school, first.databases)

    await shows(second, ['Hei'])
    expect(second.threads.problem.get()).toBe('no-connection')
  })

  it('never show an older answer over a newer one', async () => {
    const school = createSchool()
    const thread = school.say('Hei')
    const page = open(school)
    await shows(page, ['Hei'])

    await page.threads.take(Promise.resolve({ ...thread, state: 'resolved', seq: 9 }))
    await page.threads.take(Promise.resolve({ ...thread, state: 'open', seq: 8 }))

    expect(page.threads.shown.get()?.[0]?.state).toBe('resolved')
  })

  it('stay seen here when an answer that was under way does not know of it', async () => {
    const school = createSchool()
    const thread = school.say('Hei')
    const page = open(school)
    await shows(page, ['Hei'])

    page.threads.markSeen(thread)
    school.say('Ny')
    page.told.set(1)
    await shows(page, ['Hei'], ['Ny'])

    expect(page.threads.shown.get()?.map(({ seq, seenSeq }) => seq > seenSeq)).toEqual([
      false,
      true,
    ])
  })
})

describe('what is said', () => {
  it('is shown at once, as waiting, and no more when the school has it', async () => {
    const school = createSchool()
    const page = open(school)
    await shows(page)

    page.say('Hei')

    expect(page.bodies()).toEqual([['Hei']])
    expect(page.waiting()).toHaveLength(1)
    await until('taken', () => page.waiting()?.length === 0)
    expect(page.bodies()).toEqual([['Hei']])
  })

  it('without a connection waits, survives the window, and is sent in its order', async () => {
    const school = createSchool()
    school.go(true)
    const page = open(school)
    const threadId = page.say('Hei')
    page.threads.reply(threadId, 'Og mer')
    await until('kept', async () => {
      return (await plansWithWaitingWords('user', page.databases)).includes(PLAN_ID)
    })
    page.threads.close()
    school.go(false)

    const again = open(school, page.databases)

    await shows(again, ['Hei', 'Og mer'])
    await until('taken', () => again.waiting()?.length === 0)
    expect(await plansWithWaitingWords('user', page.databases)).toEqual([])
  })

  it('is taken once, though two windows send it', async () => {
    const school = createSchool()
    school.go(true)
    const page = open(school)
    page.say('Hei')
    await until('kept', async () => {
      return (await plansWithWaitingWords('user', page.databases)).length > 0
    })
    const other = open(school, page.databases)
    await shows(other, ['Hei'])
    school.go(false)

    page.connected.set(false)
    page.connected.set(true)
    other.connected.set(false)
    other.connected.set(true)

    await until(
      'taken by both',
      () => page.waiting()?.length === 0 && other.waiting()?.length === 0,
    )
    await shows(page, ['Hei'])
    expect(new Set(school.taken).size).toBe(1)
  })

  it('keeps its words when the school refuses it, until it is tried again', async () => {
    const school = createSchool()
    school.refuse('too-many-requests')
    const page = open(school)
    await shows(page)
    school.refuse('access-denied')

    page.say('Hei')
    await until('refused', () => page.waiting()?.[0]?.refused === 'access-denied')
    expect(page.bodies()).toEqual([['Hei']])

    school.refuse(null)
    page.threads.tryAgain(page.waiting()?.[0]?.id ?? '')

    await until('taken', () => page.waiting()?.length === 0)
    expect(page.bodies()).toEqual([['Hei']])
  })

  it('lets other words go past what was refused, but no reply to it', async () => {
    const school = createSchool()
    school.refuse('access-denied')
    const page = open(school)
    const threadId = page.say('Refused')
    await until('refused', () => page.waiting()?.[0]?.refused === 'access-denied')
    school.refuse(null)

    page.threads.reply(threadId, 'Waits')
    page.say('Goes')

    await shows(page, ['Goes'], ['Refused', 'Waits'])
    expect(page.waiting()).toHaveLength(2)
  })

  it('is gone when it is thrown away', async () => {
    const school = createSchool()
    school.refuse('access-denied')
    const page = open(school)
    page.say('Refused')
    await until('refused', () => page.waiting()?.[0]?.refused === 'access-denied')

    page.threads.discard(page.waiting()?.[0]?.id ?? '')

    expect(page.bodies()).toEqual([])
    await until('not kept', async () => {
      return (await plansWithWaitingWords('user', page.databases)).length === 0
    })
  })

  it('goes where nothing can be kept on the device, too', async () => {
    const school = createSchool()
    const threads = createThreads({
      planId: PLAN_ID,
      me: ME,
      api: school.api,
      database: openDiscussDatabase<Said>('user', undefined),
      connected: createObservable(true),
      told: createObservable(0),
      nowMs: () => 1,
      createId: createOne,
    })
    opened.push(threads)

    threads.start({ place: PLACE, body: 'Hei', suggestion: null })

    await until('taken', () => school.taken.length === 1)
  })
})
