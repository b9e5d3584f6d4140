/**
 * What somebody said and the school does not have yet: kept on the device, sent one after
 * the other until the school takes it. Ids are made here, so what is sent twice, from two
 * windows or after an answer that was lost, arrives once.
 *
 * What the school refuses stays, with the reason: the words are the person's to try again,
 * change or throw away. Where nobody is signed in, or somebody else, it waits for the next page
 * of who said it. What cannot be kept on the device waits in this window.
 */
import type { NewMessage, NewThread, Thread } from '../../shared/api/threads.ts'
import { FAILURES } from '../../shared/failure.ts'
import { problemOf, type RequestProblem } from '../api/request.ts'
import type { DiscussDatabase, WaitingWords } from '../open-plan/discuss-database.ts'
import { createObservable, type Observable } from '../open-plan/observable.ts'

export interface Said extends WaitingWords {
  /** When it was said, by this device's clock. */
  readonly atMs: number
  readonly words:
    | { readonly kind: 'thread'; readonly thread: NewThread }
    | { readonly kind: 'message'; readonly threadId: string; readonly message: NewMessage }
  /** Why the school did not take it; null: it has not been asked, or did not answer. */
  readonly refused: RequestProblem | null
}

export interface Outbox {
  /** Oldest first. */
  readonly waiting: Observable<readonly Said[]>
  /** Reads what was left here by an earlier window. */
  load(): Promise<void>
  put(said: Said): void
  /** Sends what waits, if it is not being done. */
  send(): void
  /** Of what was refused: asks once more. */
  tryAgain(id: string): void
  discard(id: string): void
  close(): void
}

interface OutboxDeps {
  readonly planId: string
  /** Rejects where nothing can be kept. */
  readonly database: Promise<DiscussDatabase<Said>>
  readonly deliver: (said: Said) => Promise<Thread>
  readonly onTaken: (thread: Thread) => void
}

const AGAIN_AFTER_MS = 15_000

export function createOutbox({ planId, database, deliver, onTaken }: OutboxDeps): Outbox {
  const waiting = createObservable<readonly Said[]>([])
  let isSending = false
  let isClosed = false
  let isSignedOut = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const keep = (change: (kept: DiscussDatabase<Said>) => Promise<void>) => {
    // Not kept on the device, it still waits here.
    void database.then(change).catch(() => undefined)
  }
  const drop = (id: string) => {
    waiting.set(waiting.get().filter((said) => said.id !== id))
    keep((kept) => kept.dropWaiting(id))
  }
  const replace = (said: Said) => {
    waiting.set(waiting.get().map((one) => (one.id === said.id ? said : one)))
    keep((kept) => kept.keepWaiting(said))
  }
  const sendOne = async (said: Said): Promise<boolean> => {
    try {
      const thread = await deliver(said)
      drop(said.id)
      onTaken(thread)
      return true
    } catch (error) {
      const problem = problemOf(error)
      if (problem === 'sign-in-required') isSignedOut = true
      if (isSignedOut || isPassing(problem)) return false
      replace({ ...said, refused: problem })
      return true
    }
  }
  const send = async () => {
    if (isSending || isClosed) return
    clearTimeout(timer)
    isSending = true
    isSignedOut = false
    let isGoingWell = true
    for (let next = nextOf(waiting.get()); next && isGoingWell; next = nextOf(waiting.get())) {
      // oxlint-disable-next-line no-await-in-loop -- a reply goes after what it replies to
      isGoingWell = await sendOne(next)
    }
    isSending = false
    if (!isGoingWell && !isClosed && !isSignedOut)
      timer = setTimeout(() => void send(), AGAIN_AFTER_MS)
  }

  return {
    waiting,
    async load() {
      const kept = await database.then((it) => it.readWaiting(planId)).catch(() => [])
      const known = new Set(waiting.get().map(({ id }) => id))
      const all = [...kept.filter(({ id }) => !known.has(id)), ...waiting.get()]
      waiting.set(all.toSorted((a, b) => a.atMs - b.atMs))
    },
    put(said) {
      waiting.set([...waiting.get(), said])
      keep((kept) => kept.keepWaiting(said))
      void send()
    },
    send: () => void send(),
    tryAgain(id) {
      const said = waiting.get().find((one) => one.id === id)
      if (!said) return
      replace({ ...said, refused: null })
      void send()
    },
    discard: drop,
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

/** The oldest that was not refused, and that hangs on nothing that waits itself. */
function nextOf(waiting: readonly Said[]): Said | undefined {
  const begun = waiting.filter(({ words }) => words.kind === 'thread').map(threadIdOf)
  return waiting.find(
    (said) =>
      said.refused === null && !(said.words.kind === 'message' && begun.includes(threadIdOf(said))),
  )
}

export function threadIdOf({ words }: Said): string {
  return words.kind === 'thread' ? words.thread.threadId : words.threadId
}

function isPassing(problem: RequestProblem): boolean {
  return problem === 'no-connection' || FAILURES[problem].retry === 'later'
}
