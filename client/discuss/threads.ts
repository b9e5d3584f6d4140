/**
 * What is said about the plan that is open: as the school says, with what waits to be sent
 * laid over it. Asked for anew whenever the school says that something changed, and after
 * every break of the connection; without one it is what was last read on this device. On a
 * computer that others use only what waits to be sent is kept, until it is sent.
 */
import type { NewThread, Speaker, Thread, ThreadList } from '../../shared/api/threads.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { FailureCode } from '../../shared/failure.ts'
import { RequestFailed, type RequestProblem, problemOf } from '../api/request.ts'
import type { DiscussDatabase } from '../open-plan/discuss-database.ts'
import { createObservable, type Observable } from '../open-plan/observable.ts'
import type { BroughtBack } from './brought-back.ts'
import { createOutbox, type Said } from './outbox.ts'
import { type ShownThread, withWaiting } from './shown-threads.ts'
import type { Unfinished } from './unfinished.ts'

/** The requests of client/api/threads.ts that this needs. */
export interface ThreadsApi {
  readonly fetch: () => Promise<ThreadList>
  readonly deliver: (said: Said) => Promise<Thread>
  readonly markSeen: (threadId: string, seq: number) => Promise<void>
}

export interface ThreadDraft {
  readonly place: ThreadPlace
  readonly body: string | null
  readonly suggestion: SuggestedChange | null
}

export interface Threads {
  /** Is something that was said only in this window, because the device has not kept it? */
  readonly holdsUnkept: boolean
  readonly unfinished: Unfinished
  /** In the order they were made; null until anything is known. */
  readonly shown: Observable<readonly ShownThread[] | null>
  /** Why nothing is known, or only what was read before; null: it is as the school has it. */
  readonly problem: Observable<RequestProblem | null>
  /** @returns the id of the thread. */
  start(draft: ThreadDraft): string
  reply(threadId: string, body: string): void
  /** Sends what was refused once more; on the plan as it is now what was begun on an earlier one. */
  tryAgain(saidId: string): void
  /** @returns brings it back, to whichever store is open by then. */
  discard(saidId: string): () => void
  /**
   * Takes in the thread that a deed answers.
   *
   * @returns what went wrong; null: nothing.
   */
  take(deed: Promise<Thread>): Promise<RequestProblem | null>
  /** Notes that all of a thread was seen. */
  markSeen(thread: Thread): void
  /** Asks the school again. Done when it has answered, or did not; `problem` says which. */
  refresh(): Promise<void>
  close(): void
}

export interface ThreadsDeps {
  readonly planId: string
  /** Of the plan that is open: what is begun on it goes nowhere once it is written anew. */
  readonly epoch: number
  /** The thread as it would be begun on the plan that is open; null: what it is about is gone. */
  readonly beginAnew: (thread: NewThread) => NewThread | null
  readonly me: Speaker
  readonly api: ThreadsApi
  readonly database: Promise<DiscussDatabase<Said>>
  /** Others use this computer too. */
  readonly isPublicComputer: boolean
  readonly connected: Observable<boolean>
  /** Why the plan is closed for good from the other side. */
  readonly ending: Observable<FailureCode | null>
  /** Goes up when there is news. */
  readonly told: Observable<number>
  /** What was begun in this window. */
  readonly unfinished: Unfinished
  /** What is had back after it was thrown away, here or in a store before this. */
  readonly broughtBack: BroughtBack
  readonly nowMs: () => number
  readonly createId: () => string
}

export function createThreads(deps: ThreadsDeps): Threads {
  const { planId, epoch, me, api, database, isPublicComputer } = deps
  const known = createObservable<readonly Thread[] | null>(null)
  const shown = createObservable<readonly ShownThread[] | null>(null)
  const problem = createObservable<RequestProblem | null>(null)
  let asking: Promise<void> | null = null
  let isWanted = false
  let isClosed = false

  const takeIn = (thread: Thread) => {
    const before = known.get() ?? []
    const old = before.find(({ threadId }) => threadId === thread.threadId)
    if (old && old.seq > thread.seq) return
    known.set(
      old ? before.map((one) => (one === old ? newer(old, thread) : one)) : [...before, thread],
    )
  }
  /** Of a page that is of nobody who is signed in, nothing is asked or sent any more. */
  const isSignedOut = () => deps.ending.get() === 'sign-in-required'
  const whileSignedIn = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    if (isSignedOut()) throw new RequestFailed('sign-in-required')
    const answer = await ask()
    if (isSignedOut()) throw new RequestFailed('sign-in-required')
    return answer
  }
  const deliver = (said: Said) => whileSignedIn(() => api.deliver(said))
  const outbox = createOutbox({ planId, database, deliver, onTaken: takeIn })
  const show = () => {
    const threads = known.get()
    const waiting = outbox.waiting.get()
    if (threads || waiting.length > 0) shown.set(withWaiting(threads ?? [], waiting, me))
  }
  const tellSeen = (threadId: string, seq: number) => {
    api.markSeen(threadId, seq).catch(() => undefined)
  }
  const takeList = (list: ThreadList) => {
    // What was answered meanwhile is newer than this list.
    const later = (known.get() ?? []).filter(({ seq }) => seq > list.seq)
    const isLater = (thread: Thread) => later.some((it) => it.threadId === thread.threadId)
    const before = new Map((known.get() ?? []).map((thread) => [thread.threadId, thread]))
    // What was seen without a connection the school does not know yet.
    for (const { threadId, seenSeq } of list.threads) {
      const seen = before.get(threadId)?.seenSeq ?? 0
      if (seen > seenSeq) tellSeen(threadId, seen)
    }
    known.set([
      ...list.threads
        .filter((thread) => !isLater(thread))
        .map((thread) => newer(before.get(thread.threadId), thread)),
      ...later,
    ])
  }
  /** What is wanted while an answer is on its way is asked after it: that one may be older. */
  const ask = (): Promise<void> => {
    isWanted = true
    asking ??= askWhileWanted()
    return asking
  }
  const askWhileWanted = async (): Promise<void> => {
    await askOnce()
    if (isWanted) return askWhileWanted()
    asking = null
  }
  const askOnce = async () => {
    isWanted = false
    if (isClosed) return
    try {
      const list = await whileSignedIn(api.fetch)
      if (isClosed) return
      takeList(list)
      problem.set(null)
      keepList(list)
    } catch (error) {
      problem.set(problemOf(error))
    }
  }
  const keepList = (list: ThreadList) => {
    if (isPublicComputer) return
    void database.then((kept) => kept.keepList(planId, list)).catch(() => undefined)
  }
  /** What was kept before somebody said that others use the computer too goes. */
  const readList = async (): Promise<ThreadList | null> => {
    const kept = await database
    if (!isPublicComputer) return (await kept.readList(planId)) as ThreadList | null
    await kept.dropLists()
    return null
  }
  const again = ({ words, refused }: Said): Said['words'] | FailureCode => {
    if (words.kind !== 'thread' || refused !== 'epoch-changed') return words
    const thread = deps.beginAnew(words.thread)
    return thread ? { kind: 'thread', thread } : 'suggestion-stale'
  }
  const begin = async () => {
    const kept = await readList().catch(() => null)
    if (known.get() === null && kept !== null) known.set(kept.threads)
    await outbox.load()
  }
  const reconnect = () => {
    if (!deps.connected.get()) return
    outbox.send()
    void ask()
  }
  const stops = [
    known.subscribe(show),
    outbox.waiting.subscribe(show),
    deps.told.subscribe(() => void ask()),
    deps.connected.subscribe(reconnect),
    deps.broughtBack.take((said) => outbox.takeBack(said)),
  ]
  void ask()
  const begun = begin()

  return {
    get holdsUnkept() {
      return outbox.holdsUnkept
    },
    unfinished: deps.unfinished,
    shown,
    problem,
    start({ place, body, suggestion }) {
      const [threadId, messageId] = [deps.createId(), deps.createId()]
      const thread = { threadId, messageId, place, body, suggestion, epoch }
      const words = { kind: 'thread', thread } as const
      outbox.put({ id: messageId, planId, atMs: deps.nowMs(), words, refused: null })
      return threadId
    },
    reply(threadId, body) {
      const messageId = deps.createId()
      const words = { kind: 'message', threadId, message: { messageId, body } } as const
      outbox.put({ id: messageId, planId, atMs: deps.nowMs(), words, refused: null })
    },
    tryAgain: (saidId) => outbox.tryAgain(saidId, again),
    discard(saidId) {
      const said = outbox.discard(saidId)
      return () => said && deps.broughtBack.bring(said)
    },
    async take(deed) {
      try {
        takeIn(await deed)
        return null
      } catch (error) {
        return problemOf(error)
      }
    },
    markSeen(thread) {
      if (thread.seenSeq >= thread.seq) return
      takeIn({ ...thread, seenSeq: thread.seq })
      tellSeen(thread.threadId, thread.seq)
    },
    async refresh() {
      // What this device had is known by then too; nothing waits for that to be asked.
      await Promise.all([ask(), begun])
    },
    close() {
      isClosed = true
      for (const stop of stops) stop()
      outbox.close()
      void database.then((kept) => kept.close()).catch(() => undefined)
    },
  }
}

/** The same thread later on; what was seen of it here stays seen. */
function newer(before: Thread | undefined, now: Thread): Thread {
  const seenSeq = Math.max(before?.seenSeq ?? 0, now.seenSeq)
  return seenSeq === now.seenSeq ? now : { ...now, seenSeq }
}
