/** The threads of a plan in one window, and a school that answers as the test says. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { RequestFailed, type RequestProblem } from '../../client/api/request.ts'
import { type BroughtBack, createBroughtBack } from '../../client/discuss/brought-back.ts'
import type { Said } from '../../client/discuss/outbox.ts'
import { createThreads, type Threads, type ThreadsDeps } from '../../client/discuss/threads.ts'
import { createUnfinished } from '../../client/discuss/unfinished.ts'
import {
  openDiscussDatabase,
  plansWithWaitingWords,
} from '../../client/open-plan/discuss-database.ts'
import { createObservable } from '../../client/open-plan/observable.ts'
import type { Thread } from '../../shared/api/threads.ts'
import type { FailureCode } from '../../shared/failure.ts'
import { createId } from '../../shared/ids.ts'
import { until } from './until.ts'

export const DISCUSSED_PLAN_ID = 'p'.repeat(20)
export const DISCUSSED_EPOCH = 7
const ME = { memberId: 'm'.repeat(20), name: 'Sigrid', role: 'leadership' } as const
const PLACE = { kind: 'plan' } as const

/** The school's end of it: what it has, and how it answers. */
export function createDiscussSchool() {
  let seq = 0
  let isAway = false
  let refusal: RequestProblem | null = null
  let refusedThread: string | null = null
  const threads: Thread[] = []
  const taken: string[] = []
  const epochs: (number | undefined)[] = []
  let asked = 0
  const answer = ({ words }: Said) => {
    asked += 1
    if (isAway) throw new RequestFailed('no-connection')
    const threadId = words.kind === 'thread' ? words.thread.threadId : words.threadId
    if (refusal && threadId === (refusedThread ?? threadId)) throw new RequestFailed(refusal)
  }
  const keep = (thread: Thread) => {
    const at = threads.findIndex(({ threadId }) => threadId === thread.threadId)
    if (at < 0) threads.push(thread)
    else threads[at] = thread
    return thread
  }
  return {
    taken,
    /** How often something was sent here. */
    get asked() {
      return asked
    },
    /** With which each thread came. */
    epochs,
    go: (away: boolean) => (isAway = away),
    /** @param threadId null: whatever is sent. */
    refuse(problem: RequestProblem | null, threadId: string | null = null) {
      refusal = problem
      refusedThread = threadId
    },
    /** Up to where the person has seen each thread, as the school knows it. */
    seen: () => threads.map(({ seenSeq }) => seenSeq),
    /** Somebody else says something. */
    say: (body: string) => keep(threadOf(createOne(), body, ++seq)),
    change: (thread: Thread, change: Partial<Thread>) => keep({ ...thread, ...change, seq: ++seq }),
    api: {
      async fetch() {
        if (isAway) throw new RequestFailed('no-connection')
        return Promise.resolve({ threads: [...threads], seq })
      },
      async deliver(said: Said) {
        answer(said)
        const { id, words } = said
        taken.push(id)
        if (words.kind === 'thread') {
          const { threadId, body, epoch } = words.thread
          epochs.push(epoch)
          const known = threads.find((thread) => thread.threadId === threadId)
          return Promise.resolve(known ?? keep(threadOf(threadId, body ?? '', ++seq, id)))
        }
        const thread = threads.find(({ threadId }) => threadId === words.threadId)
        if (!thread) throw new RequestFailed('not-found')
        const messages = [...thread.messages, messageOf(id, words.message.body)]
        return keep({ ...thread, messages, seq: ++seq })
      },
      async markSeen(threadId: string, seenSeq: number) {
        if (isAway) throw new RequestFailed('no-connection')
        const thread = threads.find((one) => one.threadId === threadId)
        if (thread) threads[threads.indexOf(thread)] = { ...thread, seenSeq }
        return Promise.resolve()
      },
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

const open = (databases: IDBFactory | null) =>
  openDiscussDatabase<Said>('user', databases ?? undefined)

/** What is had back, for stores on one device that come after one another. */
export function broughtBackOn(databases: IDBFactory | null): BroughtBack {
  return createBroughtBack(() => open(databases))
}

const opened: Threads[] = []

export function closeThreads(): void {
  for (const threads of opened.splice(0)) threads.close()
}

/** @param databases null: nothing can be kept. */
export function openThreads(
  school: ReturnType<typeof createDiscussSchool>,
  databases: IDBFactory | null = new IDBFactory(),
  traits: Partial<
    Pick<ThreadsDeps, 'epoch' | 'isPublicComputer' | 'beginAnew' | 'broughtBack'>
  > = {},
) {
  const connected = createObservable(true)
  const told = createObservable(0)
  const ending = createObservable<FailureCode | null>(null)
  const threads = createThreads({
    planId: DISCUSSED_PLAN_ID,
    epoch: DISCUSSED_EPOCH,
    me: ME,
    api: school.api,
    database: open(databases),
    connected,
    told,
    ending,
    unfinished: createUnfinished(),
    broughtBack: broughtBackOn(databases),
    isPublicComputer: false,
    beginAnew: (thread) => thread,
    nowMs: () => 1000,
    createId: createOne,
    ...traits,
  })
  opened.push(threads)
  const bodies = () =>
    threads.shown.get()?.map(({ messages }) => messages.map(({ body }) => body)) ?? null
  const say = (body: string) => threads.start({ place: PLACE, body, suggestion: null })
  const waiting = () =>
    threads.shown.get()?.flatMap((it) => it.messages.flatMap((message) => message.waiting ?? []))
  return { threads, connected, told, ending, bodies, say, waiting, databases }
}

/** The plans about which something waits on this device: what a sign-out asks. */
export async function plansWithWaiting({
  databases,
}: ReturnType<typeof openThreads>): Promise<readonly string[]> {
  return databases ? plansWithWaitingWords('user', databases) : []
}

/** Waits until these are shown: the messages of each thread. */
export const shows = (page: ReturnType<typeof openThreads>, ...bodies: string[][]) =>
  until(`showing ${JSON.stringify(bodies)}`, () => {
    return JSON.stringify(page.bodies()) === JSON.stringify(bodies)
  })
