/**
 * What somebody said and the school does not have yet: kept on the device, sent one after
 * the other until the school takes it. Ids are made here, so what is sent twice, from two
 * windows or after an answer that was lost, arrives once.
 *
 * What cannot be sent just now holds up its own thread and no other. What the school refuses
 * stays, with the reason: the words are the person's to try again or throw away. Where nobody is
 * signed in, or somebody else, it waits for the next page of who said it. What cannot be kept on
 * the device waits in this window.
 */
import type { NewMessage, NewThread, Thread } from '../../shared/api/threads.ts'
import { type FailureCode, FAILURES } from '../../shared/failure.ts'
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
  /** Is something only in this window, because the device has not kept it? */
  readonly holdsUnkept: boolean
  /** Oldest first. */
  readonly waiting: Observable<readonly Said[]>
  /** Reads what was left here by an earlier window, and sends it. */
  load(): Promise<void>
  put(said: Said): void
  /** Sends what waits, if it is not being done. */
  send(): void
  /**
   * Of what was refused: asks once more.
   *
   * @param again what is sent this time; or why it cannot be.
   */
  tryAgain(id: string, again: (said: Said) => Said['words'] | FailureCode): void
  /** Throws it away. @returns what it was; null: it does not wait here. */
  discard(id: string): Said | null
  /** As it was, with why it was refused. */
  takeBack(said: Said): void
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
/** An error of the school's own that comes again is of these words: then they are the person's to try. */
const MAX_ERRORS = 3
/** Of whoever asks, or of the way to the school: other words fare no better. */
const OF_ALL: readonly RequestProblem[] = [
  'no-connection',
  'sign-in-required',
  'too-many-requests',
  'server-restarting',
]

export function createOutbox({ planId, database, deliver, onTaken }: OutboxDeps): Outbox {
  const waiting = createObservable<readonly Said[]>([])
  let isSending = false
  let isWanted = false
  let isClosed = false
  const unkept = new Set<string>()
  /** What was sent or thrown away here: whoever reads the device meanwhile may still find it there. */
  const dropped = new Set<string>()
  const errors = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const keep = (change: (kept: DiscussDatabase<Said>) => Promise<void>) => {
    // Not kept on the device, it still waits here.
    void database.then(change).catch(() => undefined)
  }
  const drop = (id: string) => {
    unkept.delete(id)
    dropped.add(id)
    // First: with the last that waits the database may be closed.
    keep((kept) => kept.dropWaiting(id))
    waiting.set(waiting.get().filter((said) => said.id !== id))
  }
  const replace = (said: Said) => {
    waiting.set(waiting.get().map((one) => (one.id === said.id ? said : one)))
    keep((kept) => kept.keepWaiting(said))
  }
  const wait = (said: Said) => {
    unkept.add(said.id)
    dropped.delete(said.id)
    waiting.set([...waiting.get(), said].toSorted((a, b) => a.atMs - b.atMs))
    keep(async (kept) => {
      await kept.keepWaiting(said)
      unkept.delete(said.id)
    })
  }
  /** @returns why it still waits to be sent; null: it does not. */
  const sendOne = async (said: Said): Promise<RequestProblem | null> => {
    try {
      const thread = await deliver(said)
      drop(said.id)
      onTaken(thread)
      return null
    } catch (error) {
      const problem = problemOf(error)
      if (problem === 'server-error') errors.set(said.id, (errors.get(said.id) ?? 0) + 1)
      const isGivenUp = (errors.get(said.id) ?? 0) >= MAX_ERRORS
      if (problem === 'sign-in-required' || (isPassing(problem) && !isGivenUp)) return problem
      errors.delete(said.id)
      replace({ ...said, refused: problem })
      return null
    }
  }
  /** @returns the latest reason why something still waits; null: nothing does. */
  const sendAll = async (): Promise<RequestProblem | null> => {
    const held: string[] = []
    let problem: RequestProblem | null = null
    for (let next = nextOf(waiting.get(), held); next; next = nextOf(waiting.get(), held)) {
      // oxlint-disable-next-line no-await-in-loop -- a reply goes after what it replies to
      const why = await sendOne(next)
      if (why === null) continue
      problem = why
      if (OF_ALL.includes(why)) break
      held.push(threadIdOf(next))
    }
    return problem
  }
  const send = async () => {
    isWanted = true
    if (isSending || isClosed) return
    clearTimeout(timer)
    isSending = true
    let problem: RequestProblem | null
    do {
      isWanted = false
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      problem = await sendAll()
    } while (isWanted)
    isSending = false
    const isLater = problem !== null && problem !== 'sign-in-required'
    if (isLater && !isClosed) timer = setTimeout(() => void send(), AGAIN_AFTER_MS)
  }

  return {
    get holdsUnkept() {
      return unkept.size > 0
    },
    waiting,
    async load() {
      const kept = await database.then((it) => it.readWaiting(planId)).catch(() => [])
      const known = new Set([...dropped, ...waiting.get().map(({ id }) => id)])
      const left = kept.filter(({ id }) => !known.has(id))
      // What was said in this window is sent already: once more, and the school would fail at it twice.
      if (left.length === 0) return
      waiting.set([...left, ...waiting.get()].toSorted((a, b) => a.atMs - b.atMs))
      void send()
    },
    put(said) {
      wait(said)
      void send()
    },
    send: () => void send(),
    tryAgain(id, again) {
      const said = waiting.get().find((one) => one.id === id)
      if (!said) return
      const words = again(said)
      if (typeof words === 'string') {
        replace({ ...said, refused: words })
        return
      }
      replace({ ...said, words, refused: null })
      void send()
    },
    discard(id) {
      const said = waiting.get().find((one) => one.id === id) ?? null
      drop(id)
      return said
    },
    takeBack(said) {
      if (!waiting.get().some(({ id }) => id === said.id)) wait(said)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

/** The oldest that was not refused, and that hangs on nothing that waits itself, or is held up. */
function nextOf(waiting: readonly Said[], held: readonly string[]): Said | undefined {
  const begun = waiting.filter(({ words }) => words.kind === 'thread').map(threadIdOf)
  return waiting.find(
    (said) =>
      said.refused === null &&
      !held.includes(threadIdOf(said)) &&
      !(said.words.kind === 'message' && begun.includes(threadIdOf(said))),
  )
}

export function threadIdOf({ words }: Said): string {
  return words.kind === 'thread' ? words.thread.threadId : words.threadId
}

function isPassing(problem: RequestProblem): boolean {
  return problem === 'no-connection' || FAILURES[problem].retry === 'later'
}
